import { limits } from '../limits.ts';
import type { Actor, Composition, State } from './composition.ts';
import type { RuleContext } from './context.ts';
import type { MessageSpec } from './messages.ts';
import { permit } from './permit.ts';
import type { Decision, Fact, Fault, Recorded } from './slice.ts';

/** A command whose form has been checked. */
export type Command = { slice: string; name: string; input: unknown; spec: MessageSpec };

/** Receives what a slice threw where the others went on. */
export type Report = (fault: Fault) => void;

type Entailed = { facts: Recorded[]; state: State };

/** A slice's own facts change it; the facts of others, and kinds that it does not have in this release, leave it as it is. */
export function evolve(composition: Composition, state: State, fact: Recorded): State {
  const slice = composition.sliceOf(fact.kind);
  if (!slice || !Object.hasOwn(slice.facts, fact.kind)) return state;
  const next = slice.evolve(state[slice.name], fact);
  return next === state[slice.name] ? state : { ...state, [slice.name]: next };
}

/** The facts and everything that they entail in other slices, in order, with the state after them; null when they never end. */
function withConsequences(
  composition: Composition,
  state: State,
  facts: readonly Fact[],
  context: RuleContext,
  seq: number,
): Entailed | null {
  const entailed: Recorded[] = [];
  const waiting = [...facts];
  const actor = context.actor === 'engine' ? 'engine' : context.actor.person;
  let now = state;
  for (let fact = waiting.shift(); fact; fact = waiting.shift()) {
    if (entailed.length >= limits.factsPerCommand) return null;
    const recorded: Recorded = {
      ...fact,
      v: composition.sliceOf(fact.kind)?.factVersion ?? 1,
      personal: fact.personal ?? null,
      seq: seq + entailed.length + 1,
      at: context.now,
      actor,
    };
    now = evolve(composition, now, recorded);
    entailed.push(recorded);
    const after = composition.contextAfter(now, context);
    for (const { slice, follow } of composition.followersOf(recorded.kind))
      waiting.push(...follow(now[slice.name], recorded, after));
  }
  return { facts: entailed, state: now };
}

/** Permission, decision and consequences of one command. `seq` is the position of the log before it. It throws what a slice throws. */
export function decide(
  composition: Composition,
  state: State,
  by: Actor,
  { slice: name, name: command, input, spec }: Command,
  now: number,
  seq: number,
): ({ ok: true } & Entailed) | { ok: false; refusal: string } {
  const context = composition.contextOf(state, by, now);
  const decideIt = composition.slice(name)?.decide[command];
  if (!context || !decideIt) return { ok: false, refusal: 'not-permitted' };
  const refusal = permit(spec, input, context);
  if (refusal) return { ok: false, refusal };
  const decision: Decision = decideIt(state[name], input, context);
  if (!decision.ok) return decision;
  const entailed = withConsequences(composition, state, decision.facts, context, seq);
  return entailed ? { ok: true, ...entailed } : { ok: false, refusal: 'fault' };
}

/** The earliest instant at which time alone makes facts; null when none is foreseen. A slice that throws has none. */
export function deadline({ slices }: Composition, state: State, report: Report): number | null {
  const due = slices.flatMap(slice => {
    try {
      return slice.deadline?.(state[slice.name]) ?? [];
    } catch (error) {
      report({ slice: slice.name, member: 'deadline', error });
      return [];
    }
  });
  return due.length > 0 ? Math.min(...due) : null;
}

/** The facts that are due at `now`, with the state after them. What one slice throws leaves the others their facts. */
export function tick(composition: Composition, state: State, now: number, seq: number, report: Report): Entailed {
  const facts: Recorded[] = [];
  let after = state;
  for (const slice of composition.slices) {
    try {
      const context = composition.contextFor(after, 'engine', now);
      const due = slice.tick?.(after[slice.name], context) ?? [];
      const entailed = withConsequences(composition, after, due, context, seq + facts.length);
      if (entailed) {
        facts.push(...entailed.facts);
        after = entailed.state;
      } else report({ slice: slice.name, member: 'follow', error: 'consequences without end' });
    } catch (error) {
      report({ slice: slice.name, member: 'tick', error });
    }
  }
  return { facts, state: after };
}
