import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Id, RoomId } from './ids.ts';
import { valuesOf } from './messages.samples.ts';

const [poll, hall] = ['11111111-0000-4000-8000-000000000000', '11111111-0000-4000-8000-000000000000/plenary'];
const names = { ids: [poll], rooms: [hall] };

describe('samples of a message', () => {
  test('know ids and rooms by their schemas, under any key and inside anything', () => {
    const schema = z.strictObject({
      poll: Id,
      choices: z.array(z.strictObject({ choice: Id })).min(1),
      after: Id.optional(),
      where: z.union([z.literal('everywhere'), z.array(RoomId).min(1)]),
    });
    const samples = fc.sample(valuesOf(schema, names), 200) as z.infer<typeof schema>[];
    for (const { choices, after, where, ...one } of samples) {
      expect(one.poll).toBe(poll);
      expect(choices).toEqual(choices.map(() => ({ choice: poll })));
      expect([poll, undefined]).toContain(after);
      if (where !== 'everywhere') expect(where).toEqual(where.map(() => hall));
    }
    expect(new Set(samples.map(({ after }) => after)).size).toBe(2);
    expect(new Set(samples.map(({ where }) => typeof where)).size).toBe(2);
  });

  test.each([
    ['a text of a form', z.strictObject({ colour: z.string().regex(/^#[0-9a-f]{6}$/) }), 'input.colour'],
    ['a rule over the whole', z.strictObject({ poll: Id }).refine(() => false), 'input'],
    ['a longer list', z.strictObject({ choices: z.array(Id).min(4) }), 'input.choices'],
    ['another type', z.strictObject({ day: z.date() }), 'input.day'],
  ])('that cannot be made say which part is missing: %s', (_, schema, path) => {
    expect(() => valuesOf(schema, names)).toThrow(path);
  });
});
