import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { type ComponentType, createContext, use } from 'react';
import type { KeeperProps } from './room-feature.ts';

/** Somebody in the room with their seat. */
export type Participant = readonly [person: string, seat: Seat];

/** The room on the screen: who is in it, and what its viewer has chosen to see of it. */
export type Room = {
  session: OpenSessionView;
  room: RoomId;
  isLobby: boolean;
  /** Everybody in the room: oneself first, then as they came. The order does not change with who speaks. */
  participants: readonly Participant[];
  /** Everybody in the room in the order in which they sit round the table, from oneself on. */
  seatOrder(): readonly string[];
  /** The person whom the viewer looks at, whoever speaks. */
  pinned: string | null;
  pin(person: string | null): void;
  /** What each feature says of any room of the session, in a few words. */
  lines: readonly { name: string; Line: ComponentType<{ room: RoomId }> }[];
  /** Keeps something as an outcome of a room. */
  Keeper: ComponentType<KeeperProps> | null;
  /** Opens the panel of a feature, by the feature's name. */
  showPanel(feature: string): void;
  /** Closes the panel, which lies over the stage on small screens. */
  hidePanel(): void;
  /** Whether the panel stands side by side with the stage, on desks; only panels that widen do. */
  isPanelWide: boolean;
  setPanelWide(isWide: boolean): void;
  /** Whether the chosen layout has a stage, and the way to one that has. */
  hasStage: boolean;
  showStage(): void;
};

export const RoomContext = createContext<Room | null>(null);

/** The room on the screen. */
export function useRoom(): Room {
  const room = use(RoomContext);
  if (!room) throw new Error('no room around this component');
  return room;
}
