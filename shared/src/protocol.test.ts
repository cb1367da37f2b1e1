import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { messagesOf } from './dialogue.samples.ts';
import { dialogueRules as rules } from './dialogue.ts';
import { audienceKey } from './kernel/context.ts';
import { sampleIds, sampleSessions, valuesOf } from './kernel/messages.samples.ts';
import { roles } from './kernel/messages.ts';
import { Envelope, engineRefusals, Handshake, protocol, Question, retryable, Signal } from './protocol.ts';

const [id = ''] = sampleIds;
const [session = ''] = sampleSessions;
const handshake = { protocol, dialogue: id, known: { epoch: 'e', audience: 'a', seq: 0 } };
const forms: [name: string, schema: z.ZodType, sample: Record<string, unknown>][] = [
  ['handshake', Handshake, handshake],
  ['envelope', Envelope, { id, kind: 'chat.say', input: {} }],
  ['question', Question, { kind: 'chat.older', input: {} }],
  ['signal', Signal, { kind: 'chat.writing', input: {} }],
];
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe.each(forms)('a %s', (_, schema, sample) => {
  test('says nothing of who sends it: every key that is not foreseen is refused', () => {
    expect(accepts(schema, sample)).toBe(true);
    const key = fc.oneof(
      fc.constantFrom('by', 'person', 'actor', 'role', 'seq', 'at', 'constructor', '__proto__'),
      fc.string(),
    );
    fc.assert(
      fc.property(key, fc.jsonValue(), (name, value) => {
        const more = Object.fromEntries([...Object.entries(sample), [name, value]]);
        if (!Object.hasOwn(sample, name)) expect(accepts(schema, more)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('never throws, and is not accepted for being nearly one', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        if (accepts(schema, value)) expect(Object.keys(value as object).sort()).toEqual(Object.keys(sample).sort());
      }),
      { numRuns: 100 },
    );
    for (const value of [null, undefined, [], 'x', [sample], JSON.stringify(sample)])
      expect(accepts(schema, value)).toBe(false);
  });

  test('has a kind, an epoch and a key of an audience of bounded length, one character more is refused', () => {
    if ('kind' in sample) {
      expect(accepts(schema, { ...sample, kind: 'k'.repeat(64) })).toBe(true);
      expect(accepts(schema, { ...sample, kind: 'k'.repeat(65) })).toBe(false);
    } else
      for (const [part, most] of [
        ['epoch', 64],
        ['audience', 8_000],
      ] as const)
        for (const size of [most, most + 1]) {
          const known = { ...handshake.known, [part]: 'x'.repeat(size) };
          expect(accepts(schema, { ...sample, known })).toBe(size === most);
        }
  });
});

describe('the protocol', () => {
  test('has room for the kind of every message', () => {
    const others = rules.slices.flatMap(({ name, asks, signals }) =>
      Object.keys({ ...asks, ...signals }).map(one => `${name}.${one}`),
    );
    const kinds = [...messagesOf(rules).map(([kind]) => kind), ...others];
    for (const kind of kinds) expect(accepts(Question, { kind, input: null })).toBe(true);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  test('has room for every audience, also of a host who watches a hundred rooms: who comes back can say what they know', () => {
    const watches = Array.from(
      { length: 100 },
      (_, at) => `${session}/${id.slice(0, -3)}${String(at).padStart(3, '0')}`,
    );
    for (const role of roles) {
      const audience = audienceKey({ role, place: { session, room: `${session}/plenary` }, watches });
      expect(accepts(Handshake, { ...handshake, known: { ...handshake.known, audience } })).toBe(true);
    }
  });

  test('takes positions that are whole and not before the first', () => {
    for (const seq of [-1, 0.5, '1', null, Number.NaN, Number.POSITIVE_INFINITY])
      expect(accepts(Handshake, { ...handshake, known: { ...handshake.known, seq } })).toBe(false);
    const { known: _, ...first } = handshake;
    expect(accepts(Handshake, first)).toBe(true);
    for (const other of ['2', 1.5, null]) expect(accepts(Handshake, { ...handshake, protocol: other })).toBe(false);
  });

  test('lets only that be sent again by itself which says nothing about the command', () => {
    for (const refusal of retryable) expect(engineRefusals).toContain(refusal);
    for (const final of ['malformed', 'not-permitted', 'not-now', 'too-large', 'fault', 'taken', 'quarantined'])
      expect(retryable).not.toContain(final);
    const ofSlices = rules.slices.flatMap(({ refusals }) => refusals);
    for (const refusal of ofSlices) expect([...engineRefusals, ...retryable]).not.toContain(refusal);
  });

  test('carries the input of every message as it is', () => {
    for (const [kind, { input }] of messagesOf(rules))
      fc.assert(
        fc.property(valuesOf(input), value => {
          const sent = JSON.parse(JSON.stringify({ id, kind, input: value }));
          expect(Envelope.parse(sent)).toEqual(sent);
        }),
        { numRuns: 5 },
      );
  });
});
