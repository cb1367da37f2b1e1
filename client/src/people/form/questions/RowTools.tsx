import { ActionIcon } from '@mantine/core';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { Icon } from '../../../design/Icon.tsx';
import styles from './Rows.module.css';
import { useText } from './texts.ts';
import type { useOrder } from './use-order.ts';

type Props = {
  id: string;
  name: string;
  place: 'first' | 'between' | 'last' | 'only';
  order: ReturnType<typeof useOrder>;
  onEdit(): void;
  onRemove(): void;
};

/** What can be done with one entry of a list. */
export function RowTools({ id, name, place, order, onEdit, onRemove }: Props) {
  const text = useText();
  return (
    <span className={styles.tools}>
      <ActionIcon
        {...order.buttonOf(id, -1)}
        aria-label={text('questions.up', { name })}
        disabled={place === 'first' || place === 'only'}
        onClick={() => order.move(id, -1, name)}
      >
        <Icon of={IconArrowUp} size={20} />
      </ActionIcon>
      <ActionIcon
        {...order.buttonOf(id, 1)}
        aria-label={text('questions.down', { name })}
        disabled={place === 'last' || place === 'only'}
        onClick={() => order.move(id, 1, name)}
      >
        <Icon of={IconArrowDown} size={20} />
      </ActionIcon>
      <ActionIcon aria-label={text('questions.edit', { name })} onClick={onEdit}>
        <Icon of={IconPencil} size={20} />
      </ActionIcon>
      <ActionIcon aria-label={text('questions.remove', { name })} onClick={onRemove}>
        <Icon of={IconTrash} size={20} />
      </ActionIcon>
    </span>
  );
}

/** Where an entry stands in its list. */
export const placeIn = (at: number, count: number): Props['place'] =>
  count === 1 ? 'only' : at === 0 ? 'first' : at === count - 1 ? 'last' : 'between';
