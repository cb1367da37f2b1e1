import type { ReportLine } from '@multaqa/shared/kernel/slice';
import { type DialogueTask, readDialogue } from '../dialogue/read-dialogue.ts';
import { portable } from '../platform/portable-error.ts';

/** The part of one slice: its lines, or the error that it threw. */
export type ReportPart = { slice: string } & ({ lines: readonly ReportLine[] } | { error: Error });

/** The report of a dialogue as its log tells it now. */
export const run: DialogueTask<null, ReportPart[]> = async ({ place }, control) => {
  const { rules, state, seq } = await readDialogue(place, control);
  const errors = new Map<string, Error>();
  const parts = rules.report(state, ({ slice, error }) => errors.set(slice, portable(error)));
  return {
    basedOn: seq,
    result: parts.map(({ slice, lines }) => {
      const error = errors.get(slice) ?? new Error('a part without lines');
      return lines ? { slice, lines } : { slice, error };
    }),
  };
};
