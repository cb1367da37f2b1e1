import { sessionInput } from '@multaqa/shared/dialogue.samples';
import { batch, exchangeRule } from '@multaqa/shared/facilitate/exchange/exchange.samples';
import type { ExchangeView } from '@multaqa/shared/facilitate/exchange/exchange.view';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, copyLinks, foundDialogue, newId, redeem, startTestApp, type TestApp } from '../../app.samples.ts';
import { type Client, connect } from '../../client.samples.ts';
import { readableLogger } from '../../proof/attack.samples.ts';
import { recordSpeech } from './record-speech.ts';

const { lines, logger } = readableLogger('debug');
const [session, ben] = [newId(), newId()];
const room = `${session}/plenary`;
let app: TestApp;
let dialogue = '';
let host: Client;
let guest: Client;

beforeAll(async () => {
  app = await startTestApp();
  const founded = await foundDialogue(app);
  dialogue = founded.dialogue;
  host = await connect(founded.ada, dialogue);
  await host.command('people.add', { people: [card(ben, 'Ben')] });
  await host.command('sessions.plan', sessionInput(session));
  await host.command('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(founded.ada, dialogue, [ben]);
  guest = await connect(await redeem(app.url, links[ben] ?? ''), dialogue);
  for (const client of [host, guest]) await client.command('sessions.enter', { session });
});
afterAll(async () => {
  for (const client of [host, guest]) client.close();
  await app.stop();
});

const dials = (client: Client) => (client.view() as unknown as { exchange: ExchangeView }).exchange.rooms[room]?.dials;

test('[X5] [X6] what the segmenter tells reaches the hosts’ dials, as long as the session measures, and nobody else', async () => {
  const record = recordSpeech({ dialogues: () => app.dialogues, logger });
  const now = Date.now();
  record(dialogue, batch(room, [[ben, now - 40_000, now - 2_000]], now - 1_000));
  await host.until('the speech', () => dials(host)?.speech === 38);
  expect(dials(guest)).toBeUndefined();
  await guest.until('one’s own share', () => JSON.stringify(guest.own()).includes('"spoken":35'));

  await host.command('exchange.rule', exchangeRule(session, { figures: 'off' }));
  record(dialogue, batch(room, [[ben, now - 900, now]], now));
  await expect.poll(() => lines.map(line => line.refusal)).toContain('exchange.off');
  expect(dials(host)).toBeUndefined();
  expect(lines.filter(({ level }) => level === 50)).toEqual([]);
});
