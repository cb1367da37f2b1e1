import { z } from 'zod';
import { Id } from '../kernel/ids.ts';
import { languages } from '../kernel/languages.ts';
import type { FactData } from '../kernel/slice.ts';
import { line } from '../kernel/text.ts';
import { limits } from '../limits.ts';
import { Settings } from './analysis/profile.ts';

/** `c1`, `c2`, …: short, because everybody is told one for each person. */
export const ClusterId = z.string().regex(/^c[1-9]\d?$/);
export type ClusterId = z.infer<typeof ClusterId>;

const ClusterName = line(limits.clusterNameGraphemes);

/** A name in the languages in which it was given; an empty one is not given. */
export const Names = z.strictObject({ en: ClusterName, ar: ClusterName, fr: ClusterName, de: ClusterName }).partial();
export type Names = z.infer<typeof Names>;
export const nameLanguages = languages;

const Title = line(limits.nameGraphemes);
const People = z.array(Id).max(limits.peoplePerDialogue);
const Filled = z.strictObject({ cluster: ClusterId, names: Names, people: People });

export const origins = ['proposal', 'hand'] as const;
/** What happens with somebody who comes after the clusters were published. */
export const lateRules = ['ask', 'nearest', 'smallest'] as const;
export type LateRule = (typeof lateRules)[number];

const One = z.strictObject({ arrangement: Id });
const Proposed = One.extend({
  title: Title,
  origin: z.enum(origins),
  settings: Settings,
  clusters: z.array(Filled).min(1).max(limits.clusters),
});
const Named = One.extend({ cluster: ClusterId, names: Names });
const Placed = z.strictObject({ person: Id, cluster: ClusterId });
const Nothing = z.strictObject({});

const goingOn = ['preparing', 'live'] as const;
const plan = <Input extends z.ZodType>(input: Input, bytes = 1_024) =>
  ({ input, by: { organiser: 'dialogue' }, phases: goingOn, rate: 'plan', bytes }) as const;

export const messages = {
  set: plan(z.strictObject({ settings: Settings }), 16_384),
  propose: plan(Proposed, limits.commandBytes),
  move: plan(
    One.extend({ people: z.array(Id).min(1).max(limits.peoplePerDialogue), to: ClusterId.nullable() }),
    limits.commandBytes,
  ),
  name: plan(Named, 4_096),
  add: plan(Named, 4_096),
  dissolve: plan(One.extend({ cluster: ClusterId })),
  undo: plan(One),
  redo: plan(One),
  copy: plan(One.extend({ copy: Id, title: Title })),
  title: plan(One.extend({ title: Title })),
  discard: plan(One),
  recover: plan(One),
  publish: plan(One),
  withdraw: plan(Nothing),
  lock: plan(Nothing),
  unlock: plan(Nothing),
  late: plan(z.strictObject({ rule: z.enum(lateRules) })),
  place: { ...plan(Placed), by: { organiser: 'dialogue', engine: 'dialogue' } },
} as const;

export const facts = {
  'clusters.set': messages.set.input,
  'clusters.proposed': Proposed,
  'clusters.moved': messages.move.input,
  'clusters.named': Named,
  'clusters.added': Named,
  'clusters.dissolved': messages.dissolve.input,
  'clusters.undone': One,
  'clusters.redone': One,
  'clusters.copied': messages.copy.input,
  'clusters.titled': messages.title.input,
  'clusters.discarded': One,
  'clusters.recovered': One,
  'clusters.published': One,
  'clusters.withdrawn': Nothing,
  'clusters.locked': Nothing,
  'clusters.unlocked': Nothing,
  'clusters.late-ruled': messages.late.input,
  'clusters.placed': Placed,
} as const;

declare module '../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'clusters.unknown',
  'clusters.unknown-cluster',
  'clusters.unknown-person',
  'clusters.taken',
  'clusters.twice',
  'clusters.full',
  'clusters.nothing-to-undo',
  'clusters.unpublished',
  'clusters.is-locked',
] as const;
