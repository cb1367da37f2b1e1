import { type DialogueTask, readDialogue } from '../dialogue/read-dialogue.ts';
import { portable } from '../platform/portable-error.ts';

/** The section of one slice: its outcome, or the error that it threw. */
export type ReportPart = { slice: string } & ({ outcome: unknown } | { error: Error });

/** The report of a dialogue as its log tells it now. */
export const run: DialogueTask<null, ReportPart[]> = async ({ place }, control) => {
  const { rules, state, seq } = await readDialogue(place, control);
  const errors = new Map<string, Error>();
  const parts = rules.report(state, ({ slice, error }) => errors.set(slice, portable(error)));
  return {
    basedOn: seq,
    result: parts.map(({ slice, outcome }) => {
      const error = errors.get(slice);
      return error ? { slice, error } : { slice, outcome };
    }),
  };
};
