import { z } from 'zod';
import { Id } from '../kernel/ids.ts';
import type { FactData } from '../kernel/slice.ts';
import { line } from '../kernel/text.ts';
import { limits } from '../limits.ts';
import { anyNamesOf } from '../names.ts';
import { Settings } from './analysis/profile.ts';

/** `c1`, `c2`, …: short, because everybody is told one for each person. */
export const ClusterId = z.string().regex(/^c[1-9]\d?$/);
export type ClusterId = z.infer<typeof ClusterId>;

/** A cluster without any name is called by a letter. */
const Names = anyNamesOf(limits.clusterNameGraphemes);

const Title = line(limits.nameGraphemes);
const Sized = z.strictObject({
  cluster: ClusterId,
  names: Names,
  size: z.number().int().min(0).max(limits.peoplePerDialogue),
});

export const origins = ['proposal', 'hand'] as const;
/** What happens with somebody who comes after the clusters were published. */
export const lateRules = ['ask', 'nearest', 'smallest'] as const;
export type LateRule = (typeof lateRules)[number];

const One = z.strictObject({ arrangement: Id });
const Proposed = One.extend({
  title: Title,
  origin: z.enum(origins),
  settings: Settings,
  clusters: z.array(Sized).min(1).max(limits.clusters),
  /** Those of the first cluster, then those of the second, and so on: shorter than saying the cluster of each. */
  people: z.array(Id).max(limits.peoplePerDialogue),
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
  'cluster.set': messages.set.input,
  'cluster.proposed': Proposed,
  'cluster.moved': messages.move.input,
  'cluster.named': Named,
  'cluster.added': Named,
  'cluster.dissolved': messages.dissolve.input,
  'cluster.undone': One,
  'cluster.redone': One,
  'cluster.copied': messages.copy.input,
  'cluster.titled': messages.title.input,
  'cluster.discarded': One,
  'cluster.recovered': One,
  'cluster.published': One,
  'cluster.withdrawn': Nothing,
  'cluster.locked': Nothing,
  'cluster.unlocked': Nothing,
  'cluster.late-ruled': messages.late.input,
  'cluster.placed': Placed,
} as const;

declare module '../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'cluster.unknown',
  'cluster.unknown-cluster',
  'cluster.unknown-person',
  'cluster.taken',
  'cluster.twice',
  'cluster.miscounted',
  'cluster.full',
  'cluster.nothing-to-undo',
  'cluster.unpublished',
  'cluster.is-locked',
] as const;
