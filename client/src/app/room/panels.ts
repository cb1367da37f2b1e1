import type { Icon } from '@tabler/icons-react';
import IconMessage from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import type { ComponentType } from 'react';
import { ChatPanel } from '../../facilitate/chat/ChatPanel.tsx';
import { useUnread } from '../../facilitate/chat/unread.ts';
import { PeoplePanel } from '../../facilitate/PeoplePanel.tsx';
import { useWaiting } from '../../facilitate/sessions/live/WaitingList.tsx';
import type { RoomKey } from './texts.ts';
export type PanelName = 'chat' | 'people';

/** One panel beside the stage; `useBadge` counts what waits in it. */
export type PanelSpec = {
  name: PanelName;
  label: RoomKey;
  badge: RoomKey;
  icon: Icon;
  shortcut: string;
  Content: ComponentType;
  useBadge(): number;
};

/** Every panel of a room, in the order of its tabs. A new panel is one line here. */
export const panels: readonly PanelSpec[] = [
  {
    name: 'chat',
    label: 'chat.title',
    badge: 'chat.unread',
    icon: IconMessage,
    shortcut: 'c',
    Content: ChatPanel,
    useBadge: useUnread,
  },
  {
    name: 'people',
    label: 'room.people',
    badge: 'live.waiting',
    icon: IconUsers,
    shortcut: 'p',
    Content: PeoplePanel,
    useBadge: () => useWaiting().length,
  },
];
