import type { SurfaceParts } from '../surface/parts.ts';
import { ThingActions } from './ThingActions.tsx';
import { ThingEntries } from './ThingEntries.tsx';
import { ThingMark } from './ThingMark.tsx';

/** What people together bring to the things of a board: dots, outcomes, names, locks, tags. */
export const surfaceParts: SurfaceParts = { Mark: ThingMark, Actions: ThingActions, Entries: ThingEntries };
