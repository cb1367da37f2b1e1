import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consumerOf } from '../media-client.samples.ts';
import { FakeTrack } from '../media-fakes.samples.ts';
import type { PersonStreams } from '../media-state.ts';
import { type Downlink, openRemoteStreams } from './remote-streams.ts';

const people = ['ada', 'ben', 'cleo'] as const;
const infoOf = (index: number) => {
  const person = people[index % 3] ?? 'ada';
  return consumerOf(person, index % 2 === 0 ? 'audio' : 'video', `consumer-${index}`);
};

/** A browser that opens consumers when the test says so, and records which of them are open. */
function openTest() {
  const opening: { consumer: string; over: Downlink; open(): void; fail(): void }[] = [];
  /** The consumer of each track; one that is opened over two ways has two. */
  const consumers = new Map<MediaStreamTrack, string>();
  const closed = new Set<string>();
  let shown: ReadonlyMap<string, PersonStreams> = new Map();
  let changes = 0;
  const streams = openRemoteStreams(next => {
    shown = next;
    changes += 1;
  });
  const downlink = (): Downlink => {
    const mine: Downlink = {
      consume: ({ consumer, kind }) =>
        new Promise((resolve, reject) => {
          opening.push({
            consumer,
            over: mine,
            open() {
              const track = new FakeTrack(kind).asTrack();
              consumers.set(track, consumer);
              resolve(track);
            },
            fail: () => reject(new DOMException('closed', 'InvalidStateError')),
          });
        }),
      closeConsumer: consumer => void closed.add(consumer),
    };
    return mine;
  };
  const idle = () => new Promise(resolve => setImmediate(resolve));
  return { streams, opening, consumers, closed, shown: () => shown, changes: () => changes, downlink, idle };
}

const shownTracks = (shown: ReadonlyMap<string, PersonStreams>) =>
  [...shown.values()].flatMap(({ audio, video }) => [audio, video].filter(track => track !== undefined));

const deed = fc.record({
  name: fc.constantFrom('announce', 'end', 'pause', 'attach', 'open', 'fail', 'clear', 'reconcile'),
  index: fc.nat(5),
});

it('in any order and however late the browser is: only what is announced is shown, and what has ended is closed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async deeds => {
      const test = openTest();
      const announced = new Set<string>();
      for (const { name, index } of deeds) {
        const info = infoOf(index);
        const waiting = test.opening[0];
        if (name === 'announce') {
          test.streams.change({ began: [info], ended: [] });
          announced.add(info.consumer);
        } else if (name === 'end') {
          test.streams.change({ began: [], ended: [info.consumer] });
          announced.delete(info.consumer);
        } else if (name === 'pause') test.streams.pause(info.consumer, true);
        else if (name === 'attach') test.streams.attach(test.downlink());
        else if (name === 'clear') {
          test.streams.clear();
          announced.clear();
        } else if (name === 'reconcile') {
          test.streams.reconcile([info]);
          announced.clear();
          announced.add(info.consumer);
        } else if (waiting) {
          test.opening.shift();
          waiting[name === 'open' ? 'open' : 'fail']();
        }
        await test.idle();
        for (const track of shownTracks(test.shown()))
          expect(announced.has(test.consumers.get(track) ?? '')).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

it('a consumer that ends while it is opened is closed when it has opened', async () => {
  const { streams, opening, closed, downlink, idle, shown } = openTest();
  streams.attach(downlink());
  streams.change({ began: [infoOf(0)], ended: [] });
  streams.change({ began: [], ended: ['consumer-0'] });
  opening[0]?.open();
  await idle();
  expect([...closed]).toEqual(['consumer-0']);
  expect(shown().size).toBe(0);
});

it('a pause is known before its consumer has opened', async () => {
  const { streams, opening, downlink, idle, shown } = openTest();
  streams.attach(downlink());
  streams.change({ began: [infoOf(0)], ended: [] });
  streams.pause('consumer-0', true);
  opening[0]?.open();
  await idle();
  expect(shown().get('ada')?.audioPaused).toBe(true);
});

it('what comes at once is shown by one change, and what comes by another way is not opened again', async () => {
  const { streams, opening, downlink, idle, shown, changes } = openTest();
  streams.attach(downlink());
  streams.change({ began: [infoOf(0), infoOf(2), infoOf(4)], ended: [] });
  streams.change({ began: [{ ...infoOf(2), way: 'listening' }], ended: [] });
  const before = changes();
  for (const { open } of opening) open();
  await idle();
  expect([opening.length, changes() - before, shown().size]).toEqual([3, 1, 3]);
});
