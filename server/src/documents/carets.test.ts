import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCarets } from './carets.ts';
import type { Opening } from './openings.ts';

const opened = (client: number): Opening => ({
  ...{ dialogue: 'd', document: 'board:s/plenary', person: `p${client}`, socket: `s${client}`, client },
  ...{ access: 'write', upload: [], download: '' },
  tell: { access() {}, reload() {}, end() {}, relieve() {} },
});

/** Time that stands still until it is let pass, and what was told at which instant. */
function bench() {
  let time = 5_000;
  const due = new Set<{ at: number; act: () => void }>();
  const told: { at: number; clients: number[]; states: unknown[] }[] = [];
  const clock = {
    now: () => time,
    monotonic: () => time,
    at(at: number, act: () => void) {
      const one = { at, act };
      due.add(one);
      return () => void due.delete(one);
    },
  };
  const carets = openCarets(clock, (_dialogue, _document, all) =>
    told.push({
      at: time,
      clients: all.map(({ client }) => client),
      states: all.map(({ state }) => state?.at ?? null),
    }),
  );
  function pass(ms: number) {
    const end = time + ms;
    for (;;) {
      const next = [...due].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      due.delete(next);
      time = Math.max(time, next.at);
      next.act();
    }
    time = end;
  }
  return { carets, told, pass };
}

test('[N7] a caret after a quiet tick is told at once, and what comes within one together', () => {
  const { carets, told, pass } = bench();
  carets.put(opened(1), 1, { at: 'a' });
  pass(0);
  expect(told).toMatchObject([{ at: 5_000, clients: [1] }]);
  carets.put(opened(1), 2, { at: 'b' });
  pass(10);
  carets.put(opened(2), 1, { at: 'x' });
  carets.put(opened(1), 3, { at: 'c' });
  pass(limits.caretTick);
  expect(told.slice(1)).toEqual([{ at: 5_000 + limits.caretTick, clients: [1, 2], states: ['c', 'x'] }]);
});

test('[N7] however people move and leave, two tellings are a tick apart and the last word of each is told', () => {
  const step = fc.record({ client: fc.integer({ min: 1, max: 4 }), leaves: fc.boolean(), pause: fc.nat(150) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), steps => {
      const { carets, told, pass } = bench();
      // Somebody stays: a document that nobody is at begins as a quiet one.
      carets.put(opened(9), 1, { at: 'here' });
      const last = new Map<number, unknown>([[9, 'here']]);
      for (const [at, { client, leaves, pause }] of steps.entries()) {
        if (leaves) carets.remove(opened(client));
        else carets.put(opened(client), at + 1, { at });
        if (!leaves || last.has(client)) last.set(client, leaves ? null : at);
        pass(pause);
      }
      pass(1_000);
      const heard = new Map(told.flatMap(({ clients, states }) => clients.map((client, at) => [client, states[at]])));
      expect(heard).toEqual(last);
      const pauses = told.slice(1).map(({ at }, before) => at - (told[before]?.at ?? 0));
      expect(Math.min(limits.caretTick, ...pauses)).toBe(limits.caretTick);
    }),
  );
});
