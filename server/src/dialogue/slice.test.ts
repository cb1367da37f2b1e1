import { senses, slices } from '@multaqa/shared/dialogue';
import { everyone } from '@multaqa/shared/kernel/messages';
import { composeRules } from '@multaqa/shared/kernel/rules';
import { accept, type FactOf, refuse, type Slice } from '@multaqa/shared/kernel/slice';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Browser, foundDialogue, startTestApp, type TestApp } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';

const messages = {
  add: {
    input: z.strictObject({ grams: z.int().min(1).max(100) }),
    by: { organiser: 'dialogue' },
    phases: ['preparing'],
    rate: 'light',
    bytes: 64,
  },
  taste: { input: z.strictObject({}), by: everyone('dialogue'), phases: ['live'], rate: 'light', bytes: 16 },
} as const;
const facts = { 'salt.added': messages.add.input } as const;

/** A slice that exists in this test alone: what it needs beyond itself is one line in a list. */
const salt: Slice<'salt', number, typeof messages, typeof facts, 'salt.too-much', { grams: number }> = {
  name: 'salt',
  messages,
  facts,
  refusals: ['salt.too-much'],
  initial: 0,
  stateVersion: 1,
  factVersion: 1,
  decide(state, command) {
    if (command.name === 'taste') return accept();
    return state + command.input.grams > 100
      ? refuse('salt.too-much')
      : accept({ kind: 'salt.added', data: command.input });
  },
  evolve: (state, fact: { data: FactOf<typeof facts>['data'] }) => state + fact.data.grams,
  view: grams => ({ grams }),
  outcome: grams => [{ key: 'salt.total', values: { grams } }],
};

describe('a slice that nobody else knows of', () => {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  let client: Client;

  beforeAll(async () => {
    app = await startTestApp({ rules: composeRules([...Object.values(slices), salt], senses) });
    ({ ada, dialogue } = await foundDialogue(app));
    client = await connect(ada, dialogue);
  });
  afterAll(async () => {
    client.close();
    await app.stop();
  });

  test('is validated', async () => {
    expect(await client.command('salt.add', { grams: 0 })).toEqual({ ok: false, refusal: 'malformed' });
    expect(await client.command('salt.add', { grams: 1, pepper: 2 })).toEqual({ ok: false, refusal: 'malformed' });
    expect(await client.command('salt.add', { grams: 1, pepper: 'x'.repeat(64) })).toEqual({
      ok: false,
      refusal: 'too-large',
    });
    expect(await client.command('salt.remove', {})).toEqual({ ok: false, refusal: 'unknown' });
  });

  test('is permitted', async () => {
    expect(await client.command('salt.taste', {})).toEqual({ ok: false, refusal: 'not-now' });
  });

  test('is decided, viewed, logged and reported, and survives a restart', async () => {
    expect(await client.command('salt.add', { grams: 60 })).toMatchObject({ ok: true });
    expect(await client.command('salt.add', { grams: 60 })).toEqual({ ok: false, refusal: 'salt.too-much' });
    await client.until('the salt', view => (view as unknown as { salt: { grams: number } }).salt.grams === 60);
    const { body } = await ada.get(`/dialogues/${dialogue}/report`);
    expect(body.sections).toContainEqual({ slice: 'salt', lines: [{ key: 'salt.total', values: { grams: 60 } }] });
    await app.dialogues.close();
    expect(await app.dialogues.peek(dialogue)).toMatchObject({ salt: 60 });
  });
});
