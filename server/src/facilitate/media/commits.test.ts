import { createServer } from 'node:http';
import { alwaysHeard, maySend, streamsRestOn } from '@multaqa/shared/dialogue';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { card, foundDialogue, newId, startTestApp } from '../../app.samples.ts';
import { connect } from '../../client.samples.ts';
import { openRates } from '../../dialogue/rates.ts';
import { systemClock } from '../../platform/clock.ts';
import { openSockets } from '../../platform/sockets.ts';
import { openMediaGateway } from './media.gateway.ts';
import type { Media } from './media.ts';

it('a commit that changes nothing of seats, roles and hosts’ words asks nobody’s streams again', async () => {
  const app = await startTestApp();
  onTestFinished(() => app.stop());
  const { ada, dialogue } = await foundDialogue(app);
  const organiser = await connect(ada, dialogue);
  onTestFinished(() => organiser.close());
  const [ben, session] = [newId(), newId()];
  const plan = { title: 'Wells', goal: '', startsAt: 1_900_000_000_000, minutes: 60, zone: 'Africa/Tunis' };
  await organiser.command('people.add', { people: [card(ben, 'Ben')] });
  await organiser.command('sessions.plan', { session, ...plan });
  await organiser.command('sessions.open', { session, admission: 'direct' });

  const asked: string[] = [];
  const sockets = openSockets(createServer(), { publicUrl: null, addressOf: () => '', takeFor: () => true });
  onTestFinished(() => sockets.close());
  const gateway = openMediaGateway(sockets, {
    media: { seatsChanged: of => void asked.push(of) } as Media,
    dialogues: app.dialogues,
    policy: { maySend, alwaysHeard, reads: streamsRestOn },
    rates: openRates(systemClock.monotonic),
    logger: pino({ level: 'silent' }),
    admit: async () => null,
  });
  const askedAfter = async (who: string, kind: string, input: unknown) => {
    const before = asked.length;
    expect(await app.dialogues.command(dialogue, who, kind, input)).toMatchObject({ ok: true });
    gateway.committed(dialogue);
    return asked.length - before;
  };

  const room = `${session}/plenary`;
  const about = (title: string) => ({ title, goal: '', languages: ['en'] });
  await askedAfter(organiser.me(), 'about.edit', about('Water'));
  expect(await askedAfter(ben, 'sessions.enter', { session })).toBe(1);
  expect(await askedAfter(ben, 'chat.say', { room, message: newId(), text: 'Hello' })).toBe(0);
  expect(await askedAfter(organiser.me(), 'about.edit', about('Wells'))).toBe(0);
  expect(await askedAfter(organiser.me(), 'sessions.plan', { session: newId(), ...plan })).toBe(0);
  expect(await askedAfter(organiser.me(), 'sessions.lock', { session })).toBe(0);
  expect(await askedAfter(ben, 'media.share', { room })).toBe(1);
  expect(await askedAfter(ben, 'sessions.leave', { room })).toBe(1);
});
