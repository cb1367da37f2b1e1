import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, type Device, openTestMedia } from '../devices.samples.ts';
import { breakout, lobby, newPeer, plenary, workerBin } from '../media.samples.ts';
import { canReceive } from './can-receive.ts';

describe.skipIf(workerBin === null)('moves, with a real worker', () => {
  it('whatever people do, everybody ends with exactly the consumers of their room', { timeout: 60_000 }, async () => {
    const media = await openTestMedia();
    const anyAct = fc.record({
      who: fc.nat(3),
      act: fc.constantFrom(
        'move',
        'move',
        'move',
        'join',
        'open microphone',
        'open camera',
        'close microphone',
        'mute',
        'forbid',
        'allow',
      ),
      room: fc.constantFrom(null, lobby, plenary, plenary, breakout),
      isAwaited: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 20 }), async acts => {
        const devices = names.map(name => ({
          ...connect(media, newPeer(name)),
          isIn: true,
          sends: new Set<string>(),
          isMuted: false,
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
          // Requests of one connection are answered in order: this answer comes after all others.
          await Promise.all(devices.map(device => device.ask('resumeConsumer', { consumer: 'none' })));
          const expected = devices.map(to => certain(wantedOf(to, devices), devices));
          await expect.poll(() => devices.map(to => certain(to.peer.consumers(), devices))).toEqual(expected);
          expect(media.figures().consumers).toBe(devices.flatMap(({ peer }) => peer.consumers()).length);
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

type Sender = Device & { isIn: boolean; sends: Set<string>; isMuted: boolean };

/** The consumers that somebody must have: all that is sent by those whom they may receive. */
const wantedOf = (to: Sender, devices: readonly Sender[]): string[] =>
  devices
    .filter(from => to.isIn && from !== to && canReceive(from.peer.audience(), to.peer.audience()))
    .flatMap(from => [...from.sends].map(source => `${from.peer.person} ${source}`))
    .sort();

/** Consumers without those of muted microphones, which a plenary may keep on standby or not. */
const certain = (consumers: string[], devices: readonly Sender[]): string[] =>
  consumers.filter(
    consumer => !devices.some(({ isMuted, peer }) => isMuted && consumer === `${peer.person} microphone`),
  );

/** True when nobody receives what they may not receive. */
const isAllowed = (devices: readonly Sender[]): boolean =>
  devices.every(to =>
    to.peer.consumerInfos().every(({ person }) => {
      const from = devices.find(({ peer }) => peer.person === person);
      return canReceive(from?.peer.audience() ?? null, to.peer.audience());
    }),
  );

/** Joins, and shows everybody's camera. */
async function joinAndWatch(device: Device): Promise<void> {
  await device.join();
  await device.showCameras(names);
}

/** One act of a person; `sends` follows what the server has answered. */
async function carryOut(device: Sender, act: string, room: string | null): Promise<void> {
  const { sends } = device;
  if (act === 'move') {
    if (room === null) {
      sends.clear();
      device.isIn = false;
    }
    // A lobby closes cameras and mutes microphones.
    if (room === lobby) {
      sends.delete('camera');
      device.isMuted = true;
    }
    return device.move(room);
  }
  if (act === 'join') {
    if ((await device.join()).ok) {
      sends.clear();
      device.isIn = true;
    }
    await device.showCameras(names);
  }
  if (act === 'forbid' || act === 'allow') {
    // Earlier requests are answered first.
    await device.ask('resumeConsumer', { consumer: 'none' });
    device.peer[act]('camera');
    if (act === 'forbid') sends.delete('camera');
    device.changed();
  }
  if (act === 'open microphone' && (await device.openMicrophone()).ok) {
    sends.add('microphone');
    device.isMuted = false;
  }
  if (act === 'open camera' && (await device.openCamera()).ok) sends.add('camera');
  if (act === 'close microphone' && (await device.closeMicrophone()).ok) sends.delete('microphone');
  if (act === 'mute') device.isMuted = true;
  if (act === 'mute') await device.ask('pauseProducer', { source: 'microphone', paused: true });
}
