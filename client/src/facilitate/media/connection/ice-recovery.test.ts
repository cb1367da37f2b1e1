import type { Direction, MediaReply } from '@multaqa/shared/facilitate/media/signalling';
import fc from 'fast-check';
import type { types } from 'mediasoup-client';
import { expect, it } from 'vitest';
import { openClock } from '../media-fakes.samples.ts';
import { openIceRecovery } from './ice-recovery.ts';

type Reply = MediaReply<'restartIce'> | null;

/** Two transports and a server whose answers the test gives, in any order. */
function openTest() {
  const states: Record<Direction, types.ConnectionState> = { send: 'connected', receive: 'connected' };
  const asked: { direction: Direction; answer(reply: Reply): void; isOpen: boolean }[] = [];
  const events: string[] = [];
  const clock = openClock();
  const recovery = openIceRecovery({
    clock: clock.port,
    transports: {
      stateOf: direction => states[direction],
      restartIce: async direction => void events.push(`restarted ${direction}`),
    },
    requestRestart: direction =>
      new Promise<Reply>(resolve => {
        const request = {
          direction,
          isOpen: true,
          answer(reply: Reply) {
            request.isOpen = false;
            resolve(reply);
          },
        };
        asked.push(request);
      }),
    changed: () => events.push('changed'),
    lost: () => events.push('lost'),
  });
  return { recovery, states, asked, events, clock };
}
const accepted: Reply = { ok: true, reply: { iceParameters: {} } };
const refused: Reply = { ok: false, refusal: 'media.unknown' };

const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constantFrom('break', 'heal'), direction: fc.constantFrom<Direction>('send', 'receive') }),
    fc.record({
      deed: fc.constantFrom('check', 'restart', 'rejoined', 'time'),
      direction: fc.constant('send' as const),
    }),
    fc.record({ deed: fc.constantFrom('answer', 'refuse', 'no answer'), direction: fc.constant('send' as const) }),
  ),
  { maxLength: 30 },
);

async function play(
  { recovery, states, asked, clock }: ReturnType<typeof openTest>,
  deed: string,
  direction: Direction,
) {
  const waiting = asked.find(({ isOpen }) => isOpen);
  if (deed === 'break') states[direction] = 'failed';
  if (deed === 'heal') states[direction] = 'connected';
  if (deed === 'check') recovery.check();
  if (deed === 'restart') recovery.restart();
  if (deed === 'rejoined') recovery.restarted();
  if (deed === 'answer') waiting?.answer(accepted);
  if (deed === 'refuse') waiting?.answer(refused);
  if (deed === 'no answer') waiting?.answer(null);
  await clock.pass(deed === 'time' ? 7_000 : 0);
}

it('in any order: a direction has one restart under way at most, and whatever is closed neither restarts nor is lost', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async history => {
      const test = openTest();
      for (const { deed, direction } of history) {
        await play(test, deed, direction);
        for (const one of ['send', 'receive'] as const)
          expect(test.asked.filter(({ isOpen, direction: of }) => isOpen && of === one).length).toBeLessThanOrEqual(1);
      }
      test.recovery.close();
      const before = test.events.length;
      for (const request of test.asked) request.answer(accepted);
      await test.clock.pass(60_000);
      expect(test.events.slice(before)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it('a transport that is still broken six seconds after its restart is lost, and one that has connected is not', async () => {
  for (const state of ['failed', 'connected'] as const) {
    const test = openTest();
    await play(test, 'break', 'send');
    await play(test, 'check', 'send');
    await play(test, 'answer', 'send');
    test.states.send = state;
    await test.clock.pass(6_000);
    expect(test.events.includes('lost')).toBe(state === 'failed');
  }
});

it('a restart without an answer can be asked for again', async () => {
  const test = openTest();
  await play(test, 'break', 'receive');
  await play(test, 'check', 'send');
  await play(test, 'no answer', 'send');
  await play(test, 'check', 'send');
  expect(test.asked.map(({ direction }) => direction)).toEqual(['receive', 'receive']);
  expect(test.events).not.toContain('lost');
});
