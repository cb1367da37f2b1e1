import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FakeTrack } from '../media-fakes.samples.ts';
import type { LocalDevicePorts, Uplink } from './device-work.ts';
import { openLocalDevice } from './local-device.ts';
import type { Sender } from './sender.ts';

const idle = () => new Promise(resolve => setImmediate(resolve));

/** A device whose browser and server the test plays. */
function openTest({ onMute, onRefusal }: Pick<LocalDevicePorts, 'onMute' | 'onRefusal'>) {
  const world = { captureFails: false, refuses: false, hasConnection: true };
  const tracks: FakeTrack[] = [];
  const senders: { isOpen: boolean; isPaused: boolean; uplink: number }[] = [];
  let uplinks = 0;
  const device = openLocalDevice({
    onMute,
    onRefusal,
    changed: () => {},
    async capture() {
      await idle();
      if (world.captureFails) throw new DOMException('no', 'NotAllowedError');
      const track = new FakeTrack('audio');
      tracks.push(track);
      return track.asTrack();
    },
  });
  const ask = async () => {
    await idle();
    if (!world.hasConnection) throw new DOMException('no connection', 'NetworkError');
  };
  const uplink = (): Uplink => {
    uplinks += 1;
    const mine = uplinks;
    return {
      async send() {
        await ask();
        if (world.refuses) return 'refused';
        const state = { isOpen: true, isPaused: false, uplink: mine };
        senders.push(state);
        return senderOver(state, ask, () => world.refuses);
      },
      closeProducer: ask,
    };
  };
  const attach = (next: 'new' | 'none') => {
    // Transports end with their producers.
    for (const sender of senders) sender.isOpen = false;
    device.attach(next === 'new' ? uplink() : null);
  };
  const settle = async () => {
    for (let turns = 0; turns < 40; turns += 1) await idle();
  };
  return { device, world, tracks, senders, attach, settle, uplinks: () => uplinks };
}

const senderOver = (
  state: { isOpen: boolean; isPaused: boolean },
  ask: () => Promise<void>,
  refuses: () => boolean,
): Sender => ({
  isClosed: () => !state.isOpen,
  async pause() {
    state.isPaused = true;
    await ask();
  },
  pausedByServer() {
    state.isPaused = true;
  },
  async resume() {
    state.isPaused = false;
    await ask();
    return refuses() ? 'media.not-permitted' : null;
  },
  resync: () => {},
  replace: ask,
  limit: async () => {},
  close() {
    state.isOpen = false;
  },
});

type Test = ReturnType<typeof openTest>;

const deeds: Record<string, (test: Test) => unknown> = {
  'turn on': ({ device }) => device.want('on'),
  'turn off': ({ device }) => device.want('off'),
  forbid: ({ device }) => device.allow(false),
  allow: ({ device }) => device.allow(true),
  'new transports': ({ attach }) => attach('new'),
  'no transports': ({ attach }) => attach('none'),
  'fail to capture': ({ world }) => Object.assign(world, { captureFails: true }),
  'refuse to send': ({ world }) => Object.assign(world, { refuses: true }),
  'lose the connection': ({ world }) => Object.assign(world, { hasConnection: false }),
  'all is well': ({ world }) => Object.assign(world, { captureFails: false, refuses: false, hasConnection: true }),
  'pull it out': ({ tracks }) => tracks.at(-1)?.unplug(),
  'choose another': ({ device }) => device.change(),
  retry: ({ device }) => device.retry(),
  recheck: ({ device }) => device.recheck(),
  renew: ({ device }) => device.renew(),
  'stopped by the server': ({ device }) => device.stopped(),
  wait: () => idle(),
};

it('whatever happens: one track is open at most, and after turning off nothing is captured or heard', async () => {
  const kinds = fc.record({
    onMute: fc.constantFrom('keep' as const, 'release' as const),
    onRefusal: fc.constantFrom('end' as const, 'wait' as const),
  });
  const history = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(kinds, history, async (kind, done) => {
      const test = openTest(kind);
      for (const name of done) {
        await deeds[name]?.(test);
        if (name === 'wait') await test.settle();
      }
      await test.settle();
      const live = () => test.tracks.filter(({ readyState }) => readyState === 'live');
      expect(live().length).toBeLessThanOrEqual(1);
      Object.assign(test.world, { captureFails: false, refuses: false, hasConnection: true });
      test.device.want('off');
      await test.settle();
      expect(test.device.state()).toBe('off');
      if (kind.onMute === 'release') expect(live()).toEqual([]);
      expect(test.senders.filter(({ isOpen, isPaused }) => isOpen && !isPaused)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('whatever happened: a device that is wanted and allowed is sent as soon as all is well', async () => {
  const history = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(history, async done => {
      const test = openTest({ onMute: 'keep', onRefusal: 'wait' });
      for (const name of done) await deeds[name]?.(test);
      await test.settle();
      Object.assign(test.world, { captureFails: false, refuses: false, hasConnection: true });
      test.device.allow(true);
      test.attach('new');
      test.device.want('on');
      await test.settle();
      expect(test.device.state()).toBe('on');
      const sent = test.senders.filter(({ isOpen, isPaused }) => isOpen && !isPaused);
      expect(sent.map(({ uplink }) => uplink)).toEqual([test.uplinks()]);
    }),
    { numRuns: 200 },
  );
});

it('a new device that cannot be sent is closed again, and the one of before goes on', async () => {
  const { device, world, tracks, attach, settle } = openTest({ onMute: 'keep', onRefusal: 'wait' });
  attach('new');
  device.want('on');
  await settle();
  world.hasConnection = false;
  await device.change();
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['live', 'ended']);
  expect(device.track()?.id).toBe(tracks[0]?.id);
});

it('what was sent over transports that are gone by then is closed, and sent over the new ones', async () => {
  const { device, senders, attach, settle } = openTest({ onMute: 'keep', onRefusal: 'wait' });
  attach('new');
  device.want('on');
  // The browser has given the track, and the server has not answered yet.
  while (!device.track()) await idle();
  attach('new');
  await settle();
  expect(senders.map(({ isOpen, uplink }) => [isOpen, uplink])).toEqual([
    [false, 1],
    [true, 2],
  ]);
});
