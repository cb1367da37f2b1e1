import type { SurfaceParts } from '../surface/parts.ts';
import { EmptyBoard } from '../templates/EmptyBoard.tsx';
import { ToolEntries } from '../transfer/ToolEntries.tsx';
import { ThingActions } from './ThingActions.tsx';
import { ThingEntries } from './ThingEntries.tsx';
import { ThingMark } from './ThingMark.tsx';

/** What stands on a board beside its things: dots, outcomes, names, locks and tags, and ways to begin and to bring things. */
export const surfaceParts: SurfaceParts = {
  Mark: ThingMark,
  Actions: ThingActions,
  Entries: ThingEntries,
  Tools: ToolEntries,
  Empty: EmptyBoard,
};
