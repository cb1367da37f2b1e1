import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import type { RoomFeature, RoomTab } from '../../dialogue/room-feature.ts';
import { Announcement } from './Announcement.tsx';
import { RoomLine } from './RoomLine.tsx';
import { useText } from './texts.ts';
import { useUnread } from './unread.ts';

/** Writing to a room. */
export const chatFeature: RoomFeature = {
  name: 'chat',
  in: 'rooms-and-lobby',
  Notice: Announcement,
  RoomLine,
  panel: {
    icon: IconMessage,
    shortcut: 'c',
    useTab,
    load: async () => (await import('./ChatPanel.tsx')).ChatPanel,
  },
};

function useTab(): RoomTab {
  const text = useText();
  const count = useUnread();
  return { label: text('chat.title'), unseen: { count, label: text('chat.unread', { count }) } };
}
