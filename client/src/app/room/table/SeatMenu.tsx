import { Menu } from '@mantine/core';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import { useRef, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { MovesWhileLive } from '../../../facilitate/breakouts/MovesWhileLive.tsx';
import { PersonItems } from '../../../facilitate/media/host/PersonActions.tsx';
import { RemoveDialog } from '../../../facilitate/media/host/RemoveDialog.tsx';
import { useCountryName } from '../../../people/countries.ts';
import { useText } from '../texts.ts';
import styles from './RoundTable.module.css';

/** Who sits here, and what one can do: look at them whoever speaks; and for hosts what they can do for them. */
export function SeatMenu({ person, onClose }: { person: string; onClose(): void }) {
  const text = useText();
  const countryName = useCountryName();
  const card = useView(view => view.people[person]);
  const { pinned, pin, room, session } = useRoom();
  const [isRemoving, setRemoving] = useState(false);
  // The menu closes with the click that asks, before this component has been drawn again.
  const asks = useRef(false);
  const isPinned = pinned === person;
  const name = card?.name ?? text('common.nameless');
  const place = [card?.municipality, countryName(card?.country ?? '')].filter(Boolean);
  const remove = () => {
    asks.current = true;
    setRemoving(true);
  };
  if (isRemoving)
    return <RemoveDialog person={person} name={name} session={session.session} isOpen onClose={onClose} />;
  return (
    <Menu opened onClose={() => asks.current || onClose()} position="bottom" returnFocus>
      <Menu.Target>
        <span className={styles.anchor} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi className={styles.who}>{name}</bdi>
          <bdi>{place.join(text('common.comma'))}</bdi>
        </Menu.Label>
        <Menu.Item
          leftSection={<Icon of={isPinned ? IconPinnedOff : IconPin} size={20} />}
          onClick={() => pin(isPinned ? null : person)}
        >
          {text(isPinned ? 'room.unpin' : 'room.pin.short')}
        </Menu.Item>
        <PersonItems person={person} room={room} onRemove={remove} />
        <MovesWhileLive person={person} />
      </Menu.Dropdown>
    </Menu>
  );
}
