import { createServer } from 'node:http';
import { alwaysHeard, maySend, measures, reachOf, streamsRestOn } from '@multaqa/shared/dialogue';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { card, foundDialogue, newId, startTestApp } from '../../../app.samples.ts';
import { connect } from '../../../client.samples.ts';
import { openRates } from '../../../dialogue/rates.ts';
import { systemClock } from '../../../platform/clock.ts';
import { openSockets } from '../../../platform/sockets.ts';
import type { Media } from '../media.ts';
import { openMediaGateway } from './media.gateway.ts';

it('a commit that changes no seat, role or decision of a host does not apply the media policy again', async () => {
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

  const applied: string[] = [];
  const sockets = openSockets(createServer(), { publicUrl: null, addressOf: () => '', takeFor: () => true });
  onTestFinished(() => sockets.close());
  const gateway = openMediaGateway(sockets, {
    media: { policyChanged: of => void applied.push(of) } as Media,
    dialogues: app.dialogues,
    policy: { maySend, reach: reachOf, alwaysHeard, measures, reads: streamsRestOn },
    rates: openRates(systemClock.monotonic),
    logger: pino({ level: 'silent' }),
    admit: async () => null,
  });
  const appliedAfter = async (who: string, kind: string, input: unknown) => {
    const before = applied.length;
    expect(await app.dialogues.command(dialogue, who, kind, input)).toMatchObject({ ok: true });
    gateway.committed(dialogue);
    return applied.length - before;
  };

  const room = `${session}/plenary`;
  const about = (title: string) => ({ title, goal: '', languages: ['en'] });
  await appliedAfter(organiser.me(), 'about.edit', about('Water'));
  expect(await appliedAfter(ben, 'sessions.enter', { session })).toBe(1);
  expect(await appliedAfter(ben, 'chat.say', { room, message: newId(), text: 'Hello' })).toBe(0);
  expect(await appliedAfter(organiser.me(), 'about.edit', about('Wells'))).toBe(0);
  expect(await appliedAfter(organiser.me(), 'sessions.plan', { session: newId(), ...plan })).toBe(0);
  expect(await appliedAfter(organiser.me(), 'sessions.lock', { session })).toBe(0);
  expect(await appliedAfter(ben, 'media.share', { room })).toBe(1);
  expect(await appliedAfter(ben, 'sessions.leave', { room })).toBe(1);
});
