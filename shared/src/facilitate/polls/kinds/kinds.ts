import { z } from 'zod';
import { cloud } from './cloud.ts';
import type { PollKind } from './kind.ts';
import { multiple } from './multiple.ts';
import { placement } from './placement.ts';
import { points } from './points.ts';
import { quiz } from './quiz.ts';
import { ranking } from './ranking.ts';
import { scale } from './scale.ts';
import { single } from './single.ts';
import { text } from './text.ts';
import { yesNo } from './yes-no.ts';

/** Every kind of poll. A new kind is a file beside this one and a line here. */
const list = [single, multiple, yesNo, scale, ranking, points, placement, text, cloud, quiz] as const;

export type KindName = (typeof list)[number]['kind'];
export const kindNames = list.map(({ kind }) => kind);

/** The settings of a poll of any kind. */
export const Design = z.union(list.map(({ design }) => design));
export type Design = z.infer<typeof Design>;

/** What somebody answers, whatever the kind. */
export const Ballot = z.union(list.map(({ ballot }) => ballot));
export type Ballot = z.infer<typeof Ballot>;

/** What a poll of any kind says. */
export type Result = ReturnType<(typeof list)[number]['result']>;

type AnyKind = PollKind<KindName, Design, Ballot, Result>;
const byName = new Map<string, AnyKind>(
  // The settings and ballots that a kind is given are its own: `kindOf` finds it by the settings' name, `accepts` reads the ballot first.
  list.map(kind => [kind.kind, kind as unknown as AnyKind]),
);

/** The kind of these settings. */
export function kindOf({ kind }: Pick<Design, 'kind'>): AnyKind {
  const found = byName.get(kind);
  if (!found) throw new RangeError(`no kind of polls: ${kind}`);
  return found;
}
