import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ComponentType } from 'react';
import type { Board } from '../scene/open-board.ts';

/** What the list of a board works with. */
export type ListProps = {
  board: Board;
  access: 'write' | 'read';
  /** What hosts keep from being changed, as far as that holds for this person. */
  locked: ReadonlySet<ThingId>;
  /** What is said and done at each thing besides: dots, an outcome, who wrote it. */
  Mark?: ComponentType<{ thing: Thing }>;
  /** Shows a thing on the board. */
  onShow?(id: ThingId): void;
  onBack(): void;
};

/** Whether this person may change a thing. */
export const mayChange = ({ access, locked }: Pick<ListProps, 'access' | 'locked'>, { id }: Thing): boolean =>
  access === 'write' && !locked.has(id);
