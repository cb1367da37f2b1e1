import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import type { RoomFeature, RoomTab } from '../dialogue/room-feature.ts';
import { useText } from './sessions/live/texts.ts';
import { useWaiting } from './sessions/live/WaitingList.tsx';

/** The panel with the people of a room, and with those who wait at its door. */
export const peopleFeature: RoomFeature = {
  name: 'people',
  in: 'rooms-and-lobby',
  panel: {
    icon: IconUsers,
    shortcut: 'p',
    useTab,
    load: async () => (await import('./PeoplePanel.tsx')).PeoplePanel,
  },
};

function useTab(): RoomTab {
  const text = useText();
  const { length: count } = useWaiting();
  return { label: text('live.people'), unseen: { count, label: text('live.waiting', { count }) } };
}
