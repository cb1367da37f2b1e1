import { slices, stateQueries } from '@multaqa/shared/dialogue';
import { composeRules } from '@multaqa/shared/kernel/rules';
import { accept, defineSlice, type FactOf, type Recorded, refuse } from '@multaqa/shared/kernel/slice';
import { z } from 'zod';
import { type DialogueTask, readDialogue } from './read-dialogue.ts';

const Wish = z.strictObject({ wish: z.int() });
const Solution = z.strictObject({ sum: z.int(), basedOn: z.int() });
const messages = {
  wish: { input: Wish, by: { organiser: 'dialogue' }, phases: ['preparing'], rate: 'light', bytes: 64 },
  solve: { input: Solution, by: { engine: 'dialogue' }, phases: ['preparing'], rate: 'light', bytes: 64 },
} as const;
const facts = { 'puzzle.wished': Wish, 'puzzle.solved': Solution } as const;

type Puzzle = { wishes: readonly number[]; wishedAt: number; solutions: readonly z.infer<typeof Solution>[] };

/** Wishes that a thread adds up; a sum holds while no wish has come since. */
const puzzle = defineSlice<Puzzle>()({
  name: 'puzzle',
  messages,
  facts,
  refusals: ['puzzle.stale'],
  initial: { wishes: [], wishedAt: 0, solutions: [] },
  stateVersion: 1,
  factVersion: 1,
  decide: {
    wish: (_, input) => accept({ kind: 'puzzle.wished', data: input }),
    solve: (state, input) =>
      input.basedOn < state.wishedAt ? refuse('puzzle.stale') : accept({ kind: 'puzzle.solved', data: input }),
  },
  evolve(state, { kind, data, seq }: Recorded<FactOf<typeof facts>>) {
    if (kind === 'puzzle.wished') return { ...state, wishes: [...state.wishes, data.wish], wishedAt: seq };
    return { ...state, solutions: [...state.solutions, data] };
  },
  view: () => null,
});

/** The rules with the puzzle in them; threads find them here. */
export const rules = composeRules([...Object.values(slices), puzzle], stateQueries);

/** Adds up the wishes; told to, it first waits until the dialogue has gone on, or until nobody wants the sum any more. */
export const run: DialogueTask<{ waitFor: 'nothing' | 'overtaking' }, { sum: number }> = async (
  { place, input },
  control,
) => {
  const { state, seq } = await readDialogue(place, control);
  if (input.waitFor === 'overtaking') while ((await readDialogue(place, control)).seq === seq) control.isCancelled();
  const { wishes } = state.puzzle as Puzzle;
  return { basedOn: seq, result: { sum: wishes.reduce((sum, wish) => sum + wish, 0) } };
};
