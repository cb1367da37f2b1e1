import type { Actor, State } from '@multaqa/shared/kernel/composition';
import type { Command } from '@multaqa/shared/kernel/decide';
import type { Rules } from '@multaqa/shared/kernel/rules';
import type { Recorded } from '@multaqa/shared/kernel/slice';
import type { Ack } from '@multaqa/shared/protocol';
import type { Done } from '../platform/store/store.ts';
import type { Faults } from './faults.ts';

/** What waits for its turn in a dialogue. */
export type Waiting = { answer: (ack: Ack) => void } & (
  | { work: 'command'; actor: Actor; id: string; command: Command }
  | { work: 'tick' }
);

/** What one transaction is to add, and the answers to give once it is on disk. */
export type Trial = {
  state: State;
  seq: number;
  facts: readonly Recorded[];
  done: readonly Done[];
  answers: readonly [Waiting['answer'], Ack][];
  /** The commands that were not accepted. Where one was accepted long ago, that is still the answer. */
  refused: readonly string[];
};

/** The answer with which the engine refuses a command. */
export const refusal = (code: string): Ack => ({ ok: false, refusal: code });

/** Decides the commands that wait together, each on the state that the previous one leaves. One that throws costs itself alone. */
export function decideTogether(
  { rules, faults, now }: { rules: Rules; faults: Faults; now: number },
  start: { state: State; seq: number; done: ReadonlyMap<string, Done> },
  together: readonly Waiting[],
): Trial {
  const facts: Recorded[] = [];
  const fresh = new Map<string, Done>();
  const answers: [Waiting['answer'], Ack][] = [];
  const refused: string[] = [];
  let { state, seq } = start;
  const take = (more: { facts: readonly Recorded[]; state: State }): Ack => {
    facts.push(...more.facts);
    state = more.state;
    seq += more.facts.length;
    return { ok: true, seq };
  };

  const decide = ({ actor, id, command }: Extract<Waiting, { work: 'command' }>): Ack => {
    const before = start.done.get(id) ?? fresh.get(id);
    if (before) return before.actor === actor ? { ok: true, seq: before.seq } : refusal('taken');
    const where = { slice: command.slice, command: command.name, actor };
    try {
      const decision = rules.decide(state, actor, command, now, seq);
      if (decision.ok) {
        const ack = take(decision);
        fresh.set(id, { command: id, actor, seq });
        return ack;
      }
      return decision.refusal === 'fault' ? fault(new Error('consequences without end'), where) : decision;
    } catch (error) {
      return fault(error, where);
    }
  };
  const fault = (error: unknown, where: Record<string, unknown>): Ack => ({
    ok: false,
    refusal: 'fault',
    reference: faults.log(error, 'a command failed', where),
  });

  for (const entry of together) {
    const ack = entry.work === 'tick' ? take(rules.tick(state, now, seq, faults.ofSlice)) : decide(entry);
    answers.push([entry.answer, ack]);
    if (entry.work === 'command' && !ack.ok && !start.done.has(entry.id)) refused.push(entry.id);
  }
  return { state, seq, facts, done: [...fresh.values()], answers, refused };
}
