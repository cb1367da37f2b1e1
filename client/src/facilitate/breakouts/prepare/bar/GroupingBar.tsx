import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import IconDots from '@tabler/icons-react/dist/esm/icons/IconDots.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useMemo, useState } from 'react';
import { Icon } from '../../../../design/Icon.tsx';
import { Pill } from '../../../../design/Pill.tsx';
import { HistoryButtons } from '../../../../design/people-board/HistoryButtons.tsx';
import { TitleDialog } from '../../../../design/people-board/TitleDialog.tsx';
import type { History } from '../../../../design/people-board/use-history.ts';
import { offerUndo } from '../../../../design/toasts.tsx';
import { useCommand, useView } from '../../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../../platform/moments.ts';
import { ExportItems } from '../../export/ExportItems.tsx';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import styles from './GroupingBar.module.css';

type Props = {
  groupings: readonly GroupingView[];
  shown: ShownGrouping;
  mayChange: boolean;
  onShow(grouping: string): void;
  onNew(): void;
};

/** Which grouping is on the screen, what can be done with it as a whole, and its last changes back and forth. */
export function GroupingBar({ groupings, shown, mayChange, onShow, onNew }: Props) {
  const text = useText();
  const history = useHistory(shown);
  return (
    <div className={styles.bar}>
      <NativeSelect
        className={styles.select ?? ''}
        aria-label={text('prepare.kept')}
        value={shown.grouping}
        data={groupings.map(({ grouping, title, rooms }) => ({
          value: grouping,
          label: text('prepare.kept.of', { title, rooms: text('prepare.rooms', { count: rooms.length }) }),
        }))}
        onChange={event => onShow(event.currentTarget.value)}
      />
      {mayChange && <HistoryButtons history={history} />}
      {mayChange && <Actions shown={shown} />}
      <State shown={shown} />
      <span className={styles.gap} />
      {mayChange && (
        <Button leftSection={<Icon of={IconPlus} size={20} />} onClick={onNew}>
          {text('prepare.new')}
        </Button>
      )}
    </div>
  );
}

/** Whether it is open now, or when it was. */
function State({ shown: { grouping, session, runs } }: Pick<Props, 'shown'>) {
  const text = useText();
  const moments = useMoments();
  const isOpen = useView(({ breakouts }) => breakouts.live[session]?.grouping === grouping);
  const last = runs.at(-1);
  if (isOpen) return <Pill tone="accent">{text('prepare.open-now')}</Pill>;
  return last ? (
    <Pill>{text('prepare.was-open', { day: moments.day(last.openedAt), time: moments.time(last.openedAt) })}</Pill>
  ) : null;
}

/** Taking changes of places back and doing them again; those on the way come first. */
function useHistory({ grouping, undo, redo, onTheWay }: ShownGrouping): History {
  const send = useCommand();
  const canUndo = undo + onTheWay.size > 0;
  const canRedo = redo > 0 && onTheWay.size === 0;
  return useMemo(
    () => ({
      undo: canUndo ? () => void send('breakouts.undo', { grouping }) : null,
      redo: canRedo ? () => void send('breakouts.redo', { grouping }) : null,
    }),
    [send, grouping, canUndo, canRedo],
  );
}

function Actions({ shown }: Pick<Props, 'shown'>) {
  const { grouping, title } = shown;
  const text = useText();
  const send = useCommand();
  const [renamed, setRenamed] = useState<string | null>(null);
  const discard = async () => {
    const ack = await send('breakouts.discard', { grouping });
    if (!ack.ok) return;
    offerUndo({
      message: text('prepare.discarded', { title }),
      label: text('common.undo'),
      undo: () => void send('breakouts.recover', { grouping }),
    });
  };
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon aria-label={text('prepare.actions')}>
            <Icon of={IconDots} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon of={IconPencil} size={20} />} onClick={() => setRenamed(title)}>
            {text('prepare.rename')}
          </Menu.Item>
          <ExportItems file="rooms" groupings={[shown]} />
          <Menu.Item leftSection={<Icon of={IconTrash} size={20} />} onClick={() => void discard()}>
            {text('common.discard')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <TitleDialog
        heading={text('prepare.rename')}
        title={renamed}
        onSave={given => void send('breakouts.title', { grouping, title: given })}
        onClose={() => setRenamed(null)}
      />
    </>
  );
}
