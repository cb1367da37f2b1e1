import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, foundDialogue, startTestApp, type TestApp } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { rules } from './salt.samples.ts';

describe('a slice that nobody else knows of', () => {
  let app: TestApp;
  let ada: Browser;
  let dialogue = '';
  let client: Client;

  beforeAll(async () => {
    app = await startTestApp({ rules, rulesModule: new URL('./salt.samples.ts', import.meta.url) });
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
    expect(body.sections).toContainEqual({ slice: 'salt', outcome: { grams: 60 } });
    await app.dialogues.close();
    expect(await app.dialogues.peek(dialogue)).toMatchObject({ salt: 60 });
  });
});
