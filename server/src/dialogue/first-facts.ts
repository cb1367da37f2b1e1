import type { State } from '@multaqa/shared/kernel/composition';
import type { Command } from '@multaqa/shared/kernel/decide';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';

/** A command decided for a dialogue that does not exist yet: its first facts, or why not. */
export function firstFacts(
  rules: Rules,
  now: number,
  commands: readonly { kind: string; input: unknown }[],
): { ok: true; facts: Recorded[]; state: State } | { ok: false; refusal: string } {
  const facts: Recorded[] = [];
  let state: State = rules.initial;
  for (const { kind, input } of commands) {
    const parsed: { ok: true; command: Command } | { ok: false; refusal: string } = rules.parse(kind, input, 0);
    const decision = parsed.ok ? rules.decide(state, 'engine', parsed.command, now, facts.length) : parsed;
    if (!decision.ok) return decision;
    facts.push(...decision.facts);
    state = decision.state;
  }
  return { ok: true, facts, state };
}
