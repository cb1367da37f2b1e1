import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { messagesOf } from './dialogue.samples.ts';
import { dialogueRules as rules } from './dialogue.ts';
import { requests } from './facilitate/media/signalling.ts';
import { sampleIds, sampleSessions, valuesOf } from './kernel/messages.samples.ts';
import { limits } from './limits.ts';

type Named = [kind: string, schema: z.ZodType];
type Entries = Record<string, unknown>;

/** Every input that a client can send and a slice reads: commands, signals, reads. */
const inputs: Named[] = [
  ...messagesOf(rules).map(([kind, { input }]): Named => [kind, input]),
  ...rules.slices.flatMap(({ name, signals = {}, asks = {} }) =>
    Object.entries({ ...signals, ...asks }).map(([one, { input }]): Named => [`${name}.${one}`, input as z.ZodType]),
  ),
];
const isRecord = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What no form field ever gives, and what JSON can hold all the same. */
const junk = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0.5,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    '',
    ' ',
    '__proto__',
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>('a'.repeat(100_000), '\u202e', sampleIds[0]?.toUpperCase(), `${sampleIds[0]}\n`, 'all '),
  // Written once, since JSON writes -0 as 0: no rule tells the two apart.
  fc.jsonValue({ maxDepth: 2 }).map(value => JSON.parse(JSON.stringify(value)) as unknown),
);

/** The same value with one thing in it replaced, at a place that the numbers choose. */
function spoilt(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first = 0, ...rest] = path;
  if (Array.isArray(value) && value.length > 0)
    return value.with(first % value.length, spoilt(value[first % value.length], rest, by));
  if (!isRecord(value) || Object.keys(value).length === 0) return by;
  const key = Object.keys(value)[first % Object.keys(value).length] ?? '';
  return { ...value, [key]: spoilt(value[key], rest, by) };
}

/** The same value with one more key, in each object that is in it in turn. */
function* widened(value: unknown, key: string): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [at, item] of value.entries()) for (const wide of widened(item, key)) yield value.with(at, wide);
  } else if (isRecord(value)) {
    // As JSON brings it, `__proto__` is a key like any other.
    yield Object.fromEntries([...Object.entries(value), [key, 1]]);
    for (const [name, item] of Object.entries(value))
      for (const wide of widened(item, key)) yield { ...value, [name]: wide };
  }
}

/** Bytes of the value as JSON in UTF-8. */
const bytesOf = (value: unknown) => encodeURIComponent(JSON.stringify(value)).replaceAll(/%[0-9A-F]{2}/g, '.').length;
const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe.each(inputs)('the input of %s', (_, schema) => {
  test('is strict: unknown keys are refused, in every object that it holds', () => {
    const key = fc.constantFrom('more', 'by', 'actor', '__proto__', 'constructor', 'toString', '');
    fc.assert(
      fc.property(valuesOf(schema), key, (value, name) => {
        expect(accepts(schema, value)).toBe(true);
        for (const wide of widened(value, name)) expect(accepts(schema, wide)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test('is never accepted half: without a key that is not optional there is no input', () => {
    fc.assert(
      fc.property(valuesOf(schema), value => {
        for (const key of Object.keys(value as Entries)) {
          const { [key]: __, ...others } = value as Entries;
          const part = (schema as z.ZodObject).shape[key]?._zod.def.type;
          expect(accepts(schema, others)).toBe(part === 'optional');
        }
        for (const none of [null, undefined, 'x', 1, [value]]) expect(accepts(schema, none)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test('never throws, whatever stands where, and what is accepted is accepted again as it was read', () => {
    fc.assert(
      fc.property(valuesOf(schema), fc.array(fc.nat(9), { maxLength: 3 }), junk, (value, path, by) => {
        const read = schema.safeParse(spoilt(value, path, by));
        if (!read.success) return;
        expect(schema.safeParse(read.data)).toEqual({ success: true, data: read.data });
        expect(JSON.parse(JSON.stringify(read.data))).toEqual(read.data);
      }),
      { numRuns: 60 },
    );
  });
});

/** The longest text that a schema takes, of one character. */
function longest(schema: z.ZodType, char: string): string | null {
  if (!accepts(schema, char.repeat(40))) return null;
  let [low, high] = [40, limits.commandBytes];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (accepts(schema, char.repeat(middle))) low = middle;
    else high = middle - 1;
  }
  return char.repeat(low);
}

/** A value with every text and every list in it as long as the schema takes it. */
function filled(schema: z.ZodType, char: string): unknown {
  const def = schema._zod.def as unknown as { type: string } & Record<string, unknown>;
  if (def.type === 'object')
    return Object.fromEntries(
      Object.entries(def.shape as Record<string, z.ZodType>).map(([key, part]) => [key, filled(part, char)]),
    );
  if (def.type === 'optional' || def.type === 'nullable') return filled(def.innerType as z.ZodType, char);
  if (def.type === 'union') return filled((def.options as z.ZodType[]).at(-1) as z.ZodType, char);
  if (def.type === 'array') {
    const item = filled(def.element as z.ZodType, char);
    let size = limits.peoplePerDialogue;
    while (size > 1 && !accepts(schema, Array(size).fill(item))) size -= 1;
    return Array(size).fill(item);
  }
  return (def.type === 'string' && longest(schema, char)) || fc.sample(valuesOf(schema), { numRuns: 1, seed: 1 })[0];
}

describe('the bytes that a command may have', () => {
  // An import is divided by its bytes as well, and so is what the server counts; all other commands are sent as their forms fill them.
  const whole = messagesOf(rules).filter(([kind]) => !['people.add', 'form.fill', 'polls.count'].includes(kind));

  test.each(whole)(
    'hold a %s whose texts and lists are as long as its form lets them be, in letters of any language',
    (_, { input, bytes }) => {
      for (const char of ['a', 'م', '日', '𞤀']) {
        const value = filled(input, char);
        expect(accepts(input, value)).toBe(true);
        expect(bytesOf(value)).toBeLessThanOrEqual(bytes);
      }
    },
  );
});

describe('what a device asks of the media server', () => {
  const device = sampleIds[0];
  const video = { person: device, source: 'camera', size: 'small' };

  test('is strict: unknown keys are refused, and the lists have an end', () => {
    const samples: [keyof typeof requests, Entries][] = [
      ['join', { device, takeOver: false, by: 'sound', network: 'good', rtpCapabilities: { anything: [1] } }],
      ['rejoin', { device }],
      ['produce', { source: 'microphone', kind: 'audio', rtpParameters: {} }],
      ['show', { videos: Array(limits.videosPerDevice).fill(video) }],
    ];
    for (const [name, sample] of samples) {
      expect(accepts(requests[name], sample)).toBe(true);
      expect(accepts(requests[name], { ...sample, person: device })).toBe(false);
      for (const key of Object.keys(sample)) expect(accepts(requests[name], { ...sample, [key]: null })).toBe(false);
    }
    expect(accepts(requests.show, { videos: Array(limits.videosPerDevice + 1).fill(video) })).toBe(false);
    expect(accepts(requests.show, { videos: [{ ...video, room: `${sampleSessions[0]}/plenary` }] })).toBe(false);
  });
});
