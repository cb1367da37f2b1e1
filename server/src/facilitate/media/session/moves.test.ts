import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, type Device, openTestMedia } from '../devices.samples.ts';
import { breakout, lobby, newPeer, plenary, workerBin } from '../media.samples.ts';
import { canReceive } from './can-receive.ts';
import { standingOf } from './standing.ts';

describe.skipIf(workerBin === null)('moves, with a real worker', () => {
  it('whatever people do, everybody ends with exactly the consumers of their room', { timeout: 60_000 }, async () => {
    const media = await openTestMedia();
    const anyAct = fc.record({
      who: fc.nat(3),
      act: fc.constantFrom('move', 'move', ...(Object.keys(acts) as ActName[])),
      room: fc.constantFrom(null, lobby, plenary, plenary, breakout),
      isAwaited: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { minLength: 4, maxLength: 20 }), async sequence => {
        const devices = names.map(name => ({
          ...connect(media, newPeer(name)),
          isIn: true,
          sends: new Set<string>(),
          isMuted: false,
        }));
        try {
          await Promise.all(devices.map(device => joinAndWatch(device)));
          for (const { who, act, room, isAwaited } of sequence) {
            const device = devices[who];
            if (!device) continue;
            const acting = acts[act](device, room);
            if (isAwaited) await acting;
            expect(isAllowed(devices)).toBe(true);
          }
          // Requests of one connection are answered in order: this answer comes after all others.
          await Promise.all(devices.map(device => device.ask('resumeConsumer', { consumer: 'none' })));
          const expected = devices.map(to => certain(wantedOf(to, devices), devices));
          await expect.poll(() => devices.map(to => certain(to.peer.consumers(), devices))).toEqual(expected);
          expect(media.figures().consumers).toBe(devices.flatMap(({ peer }) => peer.consumers()).length);
          expect(media.figures().reconcileDifferences).toBe(0);
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

/** The consumers that somebody must have: everything that is sent by people they may receive. */
const wantedOf = (to: Sender, devices: readonly Sender[]): string[] =>
  devices
    .filter(from => to.isIn && from !== to && canReceive(standingOf(from.peer), standingOf(to.peer), 'microphone'))
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
      return canReceive(from ? standingOf(from.peer) : null, standingOf(to.peer), 'microphone');
    }),
  );

/** Joins, and shows everybody's camera. */
async function joinAndWatch(device: Device): Promise<void> {
  await device.join();
  await device.showCameras(names);
}

type ActName = keyof typeof acts;
type Act = (device: Sender, room: string | null) => Promise<void> | void;

/** What people do; `sends` follows what the server has answered. */
const acts = {
  move(device, room) {
    if (room === null) {
      device.sends.clear();
      device.isIn = false;
    }
    // A lobby closes cameras and mutes microphones.
    if (room === lobby) {
      device.sends.delete('camera');
      device.isMuted = true;
    }
    device.move(room);
  },
  async join(device) {
    if ((await device.join()).ok) {
      device.sends.clear();
      device.isIn = true;
    }
    await device.showCameras(names);
  },
  async 'open microphone'(device) {
    if (!(await device.openMicrophone()).ok) return;
    device.sends.add('microphone');
    device.isMuted = false;
  },
  async 'open camera'(device) {
    if ((await device.openCamera()).ok) device.sends.add('camera');
  },
  async 'close microphone'(device) {
    if ((await device.closeMicrophone()).ok) device.sends.delete('microphone');
  },
  async mute(device) {
    device.isMuted = true;
    await device.ask('pauseProducer', { source: 'microphone', paused: true });
  },
  async forbid(device) {
    // Earlier requests are answered first.
    await device.ask('resumeConsumer', { consumer: 'none' });
    device.peer.forbid('camera');
    device.sends.delete('camera');
    device.changed();
  },
  async allow(device) {
    await device.ask('resumeConsumer', { consumer: 'none' });
    device.peer.allow('camera');
    device.changed();
  },
} satisfies Record<string, Act>;
