import type { State } from '@multaqa/shared/kernel/composition';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Done, Store } from '../platform/store/store.ts';
import type { Wanted } from './parse-arguments.ts';

export type InspectPorts = {
  rules: Rules;
  log: Pick<Store['dialogues'], 'facts' | 'accepted'>;
};

/** What a look at a dialogue found. `state` is null where the log cannot be read that far, and `problem` says why. */
export type Found = {
  facts: readonly Recorded[];
  state: State | null;
  problem: string | null;
};

/** Reads a log from its beginning up to a position, without lease or snapshot, so that it shows what the log alone tells. */
export async function readLog(
  { rules, log }: InspectPorts,
  { dialogue, at }: Pick<Wanted, 'dialogue' | 'at'>,
): Promise<Found> {
  const facts: Recorded[] = [];
  const upTo = at ?? Number.MAX_SAFE_INTEGER;
  for (let after = 0; ; after = facts.at(-1)?.seq ?? after) {
    const page = await log.facts(dialogue, { after, upTo });
    facts.push(...page);
    if (page.length < limits.factsPerPage) break;
  }
  try {
    return { facts, state: facts.map(rules.upcast).reduce(rules.evolve, rules.initial), problem: null };
  } catch (error) {
    return { facts, state: null, problem: String(error) };
  }
}

/** What a person saw with this state: the views of their audience and their own part; null for strangers and removed people. */
export function viewAs(rules: Rules, state: State, person: string): object | null {
  const audience = rules.audienceOf(state, person);
  if (!audience) return null;
  const views = rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, audience)]);
  return { audience, view: Object.fromEntries(views), own: rules.ownOf(state, person) };
}

/**
 * What became of a command: where it was accepted, and the facts at its position that have its actor and instant; null when
 * no command of this id was accepted. A command that changed nothing has the position of the facts before it: they are shown
 * unless another actor's.
 */
export async function wayOf(
  log: InspectPorts['log'],
  dialogue: string,
  command: string,
): Promise<{ accepted: Done; facts: readonly Recorded[] } | null> {
  const [accepted] = await log.accepted(dialogue, [command]);
  if (!accepted) return null;
  const { seq, actor } = accepted;
  const nearby: Recorded[] = [];
  for (let after = Math.max(0, seq - limits.factsPerCommand); after < seq; after = nearby.at(-1)?.seq ?? seq)
    nearby.push(...(await log.facts(dialogue, { after, upTo: seq })));
  const last = nearby.at(-1);
  const first = nearby.findLastIndex(fact => fact.actor !== actor || fact.at !== last?.at) + 1;
  return { accepted, facts: nearby.slice(first) };
}
