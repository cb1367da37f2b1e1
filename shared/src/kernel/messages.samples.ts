import fc from 'fast-check';
import type { z } from 'zod';
import { Id, RoomId } from './ids.ts';

/** A few ids that random commands keep meeting again, so that they agree as often as they clash. */
export const sampleIds = Array.from({ length: 7 }, (_, at) => `0000000${at}-0000-4000-8000-00000000000${at}`);
export const [ada, ben, cleo, dina] = sampleIds as [string, string, string, string];
export const sampleSessions = sampleIds.slice(4, 6);

/** What random commands name; what stands here twice comes up twice as often. */
export type Names = { ids: readonly string[]; rooms: readonly string[] };

const [session = '', other = ''] = sampleSessions;
const plenary = `${session}/plenary`;

/** The first session and its plenary come up most, so that random people meet somewhere. */
export const sampleNames: Names = {
  ids: [...sampleIds, cleo, session, session, session],
  rooms: [
    ...Array<string>(9).fill(plenary),
    ...[`${session}/lobby`, `${other}/plenary`, `${other}/lobby`],
    ...[`${session}/${sampleIds[0]}`, `${session}/${sampleIds[1]}`],
  ],
};

/** Texts that have broken somebody's software before: bidi, zero width, markup, prototype names, emoji families. */
const sentence = 'what blocks us?';
const awkwardTexts = [
  sentence,
  'مرحبا بكم',
  'Ada',
  'Gabès',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '👩‍👩‍👧‍👦',
  '=1+1',
  '“quoted”',
  '',
];

/** For texts that have a form, such as countries, time zones and addresses. */
const formedTexts = [
  ...['', 'TN', 'JO', 'DE', 'Africa/Tunis', 'Asia/Amman', 'Europe/Berlin'],
  // Short ids that a slice gives by itself.
  ...['n1', 'n2', 'n3', 'f1', 'f2', 'a1', 'a2', 'c1', 'c2', 'o1', 'o2', 'o3'],
  // Things on a board.
  ...['sticky0001', 'sticky0002'],
  'https://example.org/notes',
  '2026-12-01',
  'ab'.repeat(32),
  ...['ada', 'ben', 'cleo'].map(name => `${name}@example.org`),
];
const numbers = [0, 1, 10, 60, 90, 1_000, 1_600_000_000_000];

type Def = { type: string } & Record<string, unknown>;
const definition = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/**
 * Random values that a schema accepts, derived from the schema itself, so that a new message is tried without being described twice.
 * Ids and rooms are known by their schemas, whatever their keys are called. Throws where no sample is accepted.
 */
export function valuesOf(schema: z.ZodType, names: Names = sampleNames): fc.Arbitrary<unknown> {
  return derive(schema, names, 'input');
}

function derive(schema: z.ZodType, names: Names, path: string): fc.Arbitrary<unknown> {
  const fits = (value: unknown) => schema.safeParse(value).success;
  const values = partsOf(schema, names, path);
  // Of these only what the schema accepts is drawn.
  if (leaves.has(definition(schema).type)) return values;
  if (!known.has(schema) && !fc.sample(values, { numRuns: 20, seed: 1 }).some(fits))
    throw new Error(`no sample is accepted for ${path}`);
  known.add(schema);
  return values.filter(fits);
}

/** Schemas that accept some of their samples: whether they do is tried once, since names are as good as each other. */
const known = new WeakSet<z.ZodType>();

const leaves: ReadonlySet<string> = new Set(['string', 'number', 'boolean', 'literal', 'enum']);

function partsOf(schema: z.ZodType, names: Names, path: string): fc.Arbitrary<unknown> {
  if (schema === Id) return fc.constantFrom(...names.ids);
  if (schema === RoomId) return fc.constantFrom(...names.rooms);
  const def = definition(schema);
  switch (def.type) {
    case 'object': {
      const parts = Object.entries(def.shape as Record<string, z.ZodType>);
      return fc.record(Object.fromEntries(parts.map(([key, part]) => [key, derive(part, names, `${path}.${key}`)])));
    }
    case 'string':
      return fc.constantFrom(
        ...acceptedBy(schema, schema.safeParse(sentence).success ? awkwardTexts : formedTexts, path),
      );
    case 'number':
      return fc.constantFrom(...acceptedBy(schema, numbers, path));
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as Record<string, unknown>));
    case 'optional':
      return fc.option(derive(def.innerType as z.ZodType, names, path), { nil: undefined });
    case 'nullable':
      return fc.option(derive(def.innerType as z.ZodType, names, path));
    case 'union':
      return fc.oneof(...(def.options as z.ZodType[]).map(option => derive(option, names, path)));
    case 'record':
      return fc.dictionary(
        derive(def.keyType as z.ZodType, names, `${path} key`) as fc.Arbitrary<string>,
        derive(def.valueType as z.ZodType, names, `${path}[]`),
        { maxKeys: 3 },
      );
    case 'tuple':
      return fc.tuple(...(def.items as z.ZodType[]).map((item, at) => derive(item, names, `${path}[${at}]`)));
    case 'array':
      return fc.array(derive(def.element as z.ZodType, names, `${path}[]`), { maxLength: 3 });
    default:
      throw new Error(`no samples for ${path}, a schema of type ${def.type}`);
  }
}

const acceptedSamples = new WeakMap<z.ZodType, readonly unknown[]>();

/** What a schema accepts of these samples. */
function acceptedBy(schema: z.ZodType, samples: readonly unknown[], path: string): readonly unknown[] {
  const accepted = acceptedSamples.get(schema) ?? samples.filter(value => schema.safeParse(value).success);
  if (accepted.length === 0) throw new Error(`no sample is accepted for ${path}`);
  acceptedSamples.set(schema, accepted);
  return accepted;
}
