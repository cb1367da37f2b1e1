import { Menu } from '@mantine/core';
import IconPin from '@tabler/icons-react/dist/esm/icons/IconPin.mjs';
import IconPinnedOff from '@tabler/icons-react/dist/esm/icons/IconPinnedOff.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useRoom } from '../../../dialogue/room.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useCountryName } from '../../../people/countries.ts';
import { useText } from '../texts.ts';
import styles from './RoundTable.module.css';

/** Who sits here, and what one can do: look at them whoever speaks; and for hosts what they can do for them. */
export function SeatMenu({ person, onClose }: { person: string; onClose(): void }) {
  const text = useText();
  const countryName = useCountryName();
  const card = useView(view => view.people[person]);
  const { pinned, pin } = useRoom();
  const isPinned = pinned === person;
  const place = [card?.municipality, countryName(card?.country ?? '')].filter(Boolean);
  return (
    <Menu opened onClose={onClose} position="bottom">
      <Menu.Target>
        <span className={styles.anchor} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi className={styles.who}>{card?.name ?? text('common.nameless')}</bdi>
          <bdi>{place.join(text('common.comma'))}</bdi>
        </Menu.Label>
        <Menu.Item
          leftSection={<Icon of={isPinned ? IconPinnedOff : IconPin} size={20} />}
          onClick={() => pin(isPinned ? null : person)}
        >
          {text(isPinned ? 'room.unpin' : 'room.pin.short')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
