import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';

/**
 * What a ballot paper says openly, to everybody alike: for which run it is, and of which group its owner is. It is the public
 * input (`info`) of the partially oblivious function of RFC 9497 that papers are made by.
 */
export type PaperInfo = { dialogue: Id; run: Id; group: string | null };

/** The text of `info`, which is taken in UTF-8; no two papers that say something different have the same. */
export const paperInfo = ({ dialogue, run, group }: PaperInfo): string =>
  JSON.stringify(['multaqa ballot', dialogue, run, group]);

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));

/** The server's part of a paper: the blinded number evaluated, and the proof that it was done by the key of everybody (64 bytes). */
export const EvaluatedPaper = z.strictObject({ evaluated: hex(32), proof: hex(64) });
export type EvaluatedPaper = z.infer<typeof EvaluatedPaper>;

/** A ballot as it is put into the box. `input` is the paper's number, `output` what only the server's key can make of it. Nothing says whose it is. */
export const CastBallot = z.strictObject({
  dialogue: Id,
  run: Id,
  group: z.string().max(limits.groupNameLength).nullable(),
  input: hex(32),
  output: hex(64),
  ballot: z.unknown(),
});
export type CastBallot = z.infer<typeof CastBallot>;
