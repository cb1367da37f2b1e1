import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { Media } from '../../facilitate/media/media-state.ts';
import type { Present } from './company.ts';

/** What every layout of a live room needs to know. */
export type RoomScene = {
  session: OpenSessionView;
  room: string;
  me: string;
  media: Media;
  /** Everybody in the room, in the order that holds. */
  present: readonly Present[];
  /** Who shares a screen. */
  sharer: string | null;
  /** Whether this device's line carries it; one's own needs none. */
  hasScreen: boolean;
  /** Who is in the light for everybody. */
  spotlight: readonly string[];
  /** Whom this person looks at, whoever speaks. */
  pinned: string | null;
  onPin(person: string | null): void;
};
