import fc from 'fast-check';
import type { z } from 'zod';

/** A few ids that random commands keep meeting again, so that they agree as often as they clash. */
export const sampleIds = Array.from({ length: 7 }, (_, at) => `0000000${at}-0000-4000-8000-00000000000${at}`);
export const [ada, ben, cleo, dina] = sampleIds as [string, string, string, string];
export const sampleSessions = sampleIds.slice(4, 6);
const sampleRooms = sampleSessions.flatMap(session => [`${session}/lobby`, `${session}/plenary`]);

/** Texts that have broken somebody's software before: bidi, zero width, markup, prototype names, emoji families. */
const awkwardTexts = [
  'مرحبا بكم',
  'Ada',
  'Gabès',
  '<img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '👩‍👩‍👧‍👦',
  '=1+1',
  '“quoted”',
];

type Def = { type: string } & Record<string, unknown>;
const definition = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** Random values that a schema accepts, derived from the schema itself, so that a new message is tried without being described twice. */
export function valuesOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return derive(schema, '').filter(value => schema.safeParse(value).success);
}

function derive(schema: z.ZodType, key: string): fc.Arbitrary<unknown> {
  const def = definition(schema);
  switch (def.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(def.shape as Record<string, z.ZodType>).map(([name, part]) => [name, derive(part, name)]),
        ),
      );
    case 'string':
      return strings(key);
    case 'number':
      return fc.constantFrom(0, 1, 10, 60, 90, 1_000, 1_600_000_000_000);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as Record<string, unknown>));
    case 'optional':
      return fc.option(derive(def.innerType as z.ZodType, key), { nil: undefined });
    case 'union':
      return fc.oneof(...(def.options as z.ZodType[]).map(option => derive(option, key)));
    case 'array':
      return fc.array(derive(def.element as z.ZodType, key), { minLength: 1, maxLength: 3 });
    default:
      throw new Error(`no samples for a schema of type ${def.type}`);
  }
}

function strings(key: string): fc.Arbitrary<string> {
  // The first session and its plenary come up most, so that random people meet somewhere.
  const [session = '', other = ''] = sampleSessions;
  if (key === 'session') return fc.constantFrom(session, session, session, other);
  if (key === 'room') return fc.constantFrom(...Array(4).fill(`${session}/plenary`), ...sampleRooms);
  if (key === 'country') return fc.constantFrom('TN', 'JO', 'DE');
  if (key === 'zone') return fc.constantFrom('Africa/Tunis', 'Asia/Amman', 'Europe/Berlin');
  if (key === 'email') return fc.constantFrom('', 'ada@example.org', 'ben@example.org', 'cleo@example.org');
  if (['person', 'people', 'message', 'replyTo'].includes(key))
    return fc.constantFrom(ada, ben, cleo, dina, ...sampleIds);
  return fc.constantFrom(...awkwardTexts, 'what blocks us?');
}
