import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canReceive } from './can-receive.ts';
import { connect, type Device, openTestMedia } from './devices.samples.ts';
import { breakout, lobby, newGuest, plenary, workerBin } from './media.samples.ts';

describe.skipIf(workerBin === null)('voice and picture, through a real worker', () => {
  it('whatever people do, everybody ends with exactly the streams of their room', { timeout: 60_000 }, async () => {
    const media = await openTestMedia();
    const anyAct = fc.record({
      who: fc.nat(3),
      act: fc.constantFrom('move', 'move', 'move', 'join', 'speak', 'show', 'stop', 'quiet', 'forbid', 'allow'),
      room: fc.constantFrom(null, lobby, plenary, plenary, breakout),
      isAwaited: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 20 }), async acts => {
        const devices = names.map(name => ({
          ...connect(media, newGuest(name)),
          isIn: true,
          sends: new Set<string>(),
          isQuiet: false,
        }));
        try {
          await Promise.all(devices.map(device => joinAndWatch(device)));
          for (const { who, act, room, isAwaited } of acts) {
            const device = devices[who];
            if (!device) continue;
            const acting = carryOut(device, act, room);
            if (isAwaited) await acting;
            expect(isAllowed(devices)).toBe(true);
          }
          // Requests of one connection are answered in order, so that this answer comes after all others.
          await Promise.all(devices.map(device => device.ask('resumeConsumer', { consumer: 'none' })));
          const due = devices.map(to => sure(dueTo(to, devices), devices));
          await expect.poll(() => devices.map(to => sure(to.guest.streams(), devices))).toEqual(due);
          expect(media.figures().streams).toBe(devices.flatMap(({ guest }) => guest.streams()).length);
          expect(media.figures().differences).toBe(0);
        } finally {
          for (const device of devices) device.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});

const names = ['Ada', 'Ben', 'Cleo', 'Dina'];

type Sender = Device & { isIn: boolean; sends: Set<string>; isQuiet: boolean };

/** What somebody is to receive: all that is sent by those whom they may receive. */
const dueTo = (to: Sender, devices: readonly Sender[]): string[] =>
  devices
    .filter(from => to.isIn && from !== to && canReceive(from.guest.audience(), to.guest.audience()))
    .flatMap(from => [...from.sends].map(source => `${from.guest.person} ${source}`))
    .sort();

/** Streams without those of silenced microphones, which a plenary may keep ready or not. */
const sure = (streams: string[], devices: readonly Sender[]): string[] =>
  streams.filter(stream => !devices.some(({ isQuiet, guest }) => isQuiet && stream === `${guest.person} microphone`));

/** True when nobody receives what they may not receive. */
const isAllowed = (devices: readonly Sender[]): boolean =>
  devices.every(to =>
    to.guest.received().every(({ person }) => {
      const from = devices.find(({ guest }) => guest.person === person);
      return canReceive(from?.guest.audience() ?? null, to.guest.audience());
    }),
  );

/** Joins, and shows everybody's camera. */
async function joinAndWatch(device: Device): Promise<void> {
  await device.join();
  await device.watch(names);
}

/** One act of a person; `sends` follows what the server has answered. */
async function carryOut(device: Sender, act: string, room: string | null): Promise<void> {
  const { sends } = device;
  if (act === 'move') {
    if (room === null) {
      sends.clear();
      device.isIn = false;
    }
    // A lobby shuts cameras and silences microphones.
    if (room === lobby) {
      sends.delete('camera');
      device.isQuiet = true;
    }
    return device.move(room);
  }
  if (act === 'join') {
    if ((await device.join()).ok) {
      sends.clear();
      device.isIn = true;
    }
    await device.watch(names);
  }
  if (act === 'forbid' || act === 'allow') {
    // What was asked before is answered first.
    await device.ask('resumeConsumer', { consumer: 'none' });
    device.guest[act]('camera');
    if (act === 'forbid') sends.delete('camera');
    device.changed();
  }
  if (act === 'speak' && (await device.speak()).ok) {
    sends.add('microphone');
    device.isQuiet = false;
  }
  if (act === 'show' && (await device.show()).ok) sends.add('camera');
  if (act === 'stop' && (await device.stop()).ok) sends.delete('microphone');
  if (act === 'quiet') device.isQuiet = true;
  if (act === 'quiet') await device.ask('pauseProducer', { source: 'microphone', paused: true });
}
