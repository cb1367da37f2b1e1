import { parseArgs } from 'node:util';
import { Id } from '@multaqa/shared/kernel/ids';
import { z } from 'zod';

/** What to show of which dialogue: up to a position of its log (null: all), as one person sees it, or a command's way. */
export type Wanted = {
  dialogue: string;
  at: number | null;
  as: string | null;
  command: string | null;
};

export const usage = `npm run inspect -- <dialogue> [--at SEQ] [--as PERSON] [--command ID]

  <dialogue>      its id, or the address of one of its pages
  --at SEQ        the log and the state up to this position, instead of all
  --as PERSON     what this person sees then, instead of the state
  --command ID    what became of this command: its answer and its facts

Nothing is written. Names and addresses are left out.`;

const Arguments = z.object({
  dialogue: Id,
  at: z.coerce.number().int().nonnegative().nullable(),
  as: Id.nullable(),
  command: Id.nullable(),
});

/** The wanted look, or null for arguments that make no sense. */
export function parseArguments(words: readonly string[]): Wanted | null {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { at: text, as: text, command: text },
      allowPositionals: true,
    });
    const { at = null, as = null, command = null } = values;
    const [given = ''] = positionals;
    const dialogue = /\/d\/([^/?#]+)/.exec(given)?.[1] ?? given;
    const parsed = Arguments.safeParse({ dialogue, at, as, command });
    return parsed.success && positionals.length === 1 ? parsed.data : null;
  } catch (error) {
    // An option that there is none of.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
