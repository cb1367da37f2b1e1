import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import type { OutcomeKind } from '@multaqa/shared/facilitate/notes/outcomes';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { Id, RoomId } from '@multaqa/shared/kernel/ids';
import type { Icon } from '@tabler/icons-react';
import type { ComponentType } from 'react';

/** The name of a tab, and how many things in its panel wait to be seen, with words for that number. */
export type RoomTab = { label: string; unseen?: { count: number; label: string } };

/** A panel beside the stage, behind a tab. */
export type RoomPanel = {
  icon: Icon;
  /** The key that opens it. */
  shortcut: string;
  /** The tab as it is now; null while the feature is not in use. */
  useTab(): RoomTab | null;
  /** It can stand side by side with the stage, half of the width each. */
  widens?: true;
  /** Loads what the panel shows, when it is opened for the first time. */
  load(): Promise<ComponentType>;
};

/** What the stage shows instead of people. */
export type RoomStage = {
  /** Whether there is something to show now; with the videos that it shows, whose size the stage knows. Null when there is nothing. */
  useShown(): { videos: readonly Omit<ShownVideo, 'size'>[] } | null;
  /** `alone`: no seats stand beside it. */
  with: 'seats' | 'alone';
  load(): Promise<ComponentType>;
};

/** A seat as its marks know it: round the table, a tile on the stage, in a grid or a strip, a row of the room as names (`row`), or one of the panel (`list`). */
export type SeatProps = {
  person: string;
  seat: Seat;
  size: 'seat' | 'stage' | 'grid' | 'strip' | 'row' | 'list';
};

/** An entry of the room's menu: it does something, or it opens a page of choices. */
export type RoomMenuEntry = { icon: Icon; label: string } & ({ run(): void } | { Page: ComponentType });

/** Writes something into the notes of a room as an outcome of this id and kind, draws nothing, and tells whether it stands there on disk. */
export type KeeperProps = {
  room: RoomId;
  outcome: Id;
  kind: OutcomeKind;
  title: string;
  lines: readonly string[];
  onDone(isKept: boolean): void;
};

export type RoomShortcut = {
  key: string;
  /** What the key does now; null while it does nothing. */
  useAction(): { label: string; run(): void } | null;
};

/**
 * What a feature brings to a room, each part by itself. It finds its place by `useRoom`. There is no part for the bar: that
 * holds what one does with one's own hands (devices, the floor, the way out), and never grows.
 */
export type RoomFeature = {
  name: string;
  /** Where it is: features of voice and video are in rooms only, since nothing is heard in a lobby. */
  in: 'rooms' | 'rooms-and-lobby';
  panel?: RoomPanel;
  stage?: RoomStage;
  /** A line above the stage while there is something to say. */
  Notice?: ComponentType;
  /** Floats above the end of the stage for a while, and moves nothing there. */
  AboveStage?: ComponentType;
  /** Small signs before a name, or at the edge of a seat, each with its words for screen readers. */
  SeatMark?: ComponentType<SeatProps>;
  /** How somebody's connection is, in the corner of their tile or in place of the town below a seat; nothing while all is well. */
  SeatState?: ComponentType<SeatProps>;
  /** A few words on a room's card in the control room, such as how much was written there. */
  RoomLine?: ComponentType<{ room: RoomId }>;
  /** The entry in the room's menu; null while there is none. */
  useMenuEntry?(): RoomMenuEntry | null;
  /** For hosts, in the strip below the header: `HostStep` buttons. */
  HostSteps?: ComponentType;
  /** Loads what keeps things as outcomes for other features. */
  loadKeeper?(): Promise<ComponentType<KeeperProps>>;
  shortcuts?: readonly RoomShortcut[];
};
