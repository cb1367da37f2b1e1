import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import type { SaveStatus } from '../../../documents/document.ts';
import type { Board } from '../scene/open-board.ts';
import type { Desk } from '../surface/desk.ts';
import type { ShownPlace } from './place.ts';

/** What hosts work on: the board that everybody sees, or their own layer over it. */
export type Layer = 'board' | 'hosts';

/** How a board is shown: with a thing that is to be in sight, as a list, or as it was. */
export type Shown = { view: 'board'; thing: ThingId | null } | { view: 'list' } | { view: 'history' };

/** Whether names stand at the things, and how one changes that; null where the session does not show who wrote what. */
export type Names = { areShown: boolean; choose: ((areShown: boolean) => void) | null };

/** What stands above a board is about. */
export type HeadProps = {
  room: RoomId;
  place: ShownPlace;
  access: 'write' | 'read';
  status: SaveStatus;
  board: Board;
  desk: Desk | null;
  names: Names;
  layer: Layer;
  /** Null for those who host nothing here. */
  onLayer: ((layer: Layer) => void) | null;
  onShow(shown: Shown): void;
};
