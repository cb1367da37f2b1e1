import type { Ack, Envelope } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStore } from '../platform/storage.ts';
import { type Outbox, openOutbox } from './outbox.ts';

/** Everything that waits for nothing but its turn has had it. */
const idle = () => new Promise(resolve => setImmediate(resolve));

/** A server that keeps what it accepts by id, and a device whose outbox can be opened again and again. */
function openTest() {
  const store = memoryStore();
  const accepted: Envelope[] = [];
  const waiting: { envelope: Envelope; resolve(ack: Ack): void; reject(error: unknown): void }[] = [];
  let now = 1_000;
  const open = async (): Promise<Outbox> => {
    const outbox = openOutbox({
      store,
      owner: 'dialogue/ada',
      submit: envelope => new Promise((resolve, reject) => waiting.push({ envelope, resolve, reject })),
      changed: () => {},
      now: () => now,
      delay: idle as () => Promise<void>,
    });
    await outbox.restore();
    return outbox;
  };
  /** The server keeps each command once, and answers the same for it each time. */
  const accept = (envelope: Envelope): Ack => {
    if (!accepted.some(({ id }) => id === envelope.id)) accepted.push(envelope);
    return { ok: true, seq: accepted.findIndex(({ id }) => id === envelope.id) + 1 };
  };
  return {
    open,
    accepted,
    waiting,
    accept,
    passTime: () => {
      now += 10;
    },
  };
}

const timeout = () => new DOMException('no answer', 'TimeoutError');

type Test = ReturnType<typeof openTest>;

/** What the network does with the oldest command that waits for an answer. */
const answers: Record<string, (test: Test) => void> = {
  answer({ waiting, accept }) {
    const next = waiting.shift();
    next?.resolve(accept(next.envelope));
  },
  'lose the answer'({ waiting, accept }) {
    const next = waiting.shift();
    if (next) accept(next.envelope);
    next?.reject(timeout());
  },
  'lose the command': ({ waiting }) => waiting.shift()?.reject(timeout()),
  'be too busy': ({ waiting }) => waiting.shift()?.resolve({ ok: false, refusal: 'busy' }),
};

it('whatever is lost, however often the connection breaks and the page is loaded again: each command has one effect, in the order of making', async () => {
  const deed = fc.constantFrom('send', 'pause', 'resume', 'reload', ...Object.keys(answers));
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 40 }), async deeds => {
      const test = openTest();
      let outbox = await test.open();
      let made = 0;
      for (const name of deeds) {
        test.passTime();
        if (name === 'send') {
          made += 1;
          void outbox.add('chat.say', { text: made });
        } else if (name === 'pause') outbox.pause();
        else if (name === 'resume') outbox.resume();
        else if (name === 'reload') {
          outbox.pause();
          // What was on its way reaches nobody any more.
          test.waiting.length = 0;
          await idle();
          outbox = await test.open();
        } else answers[name]?.(test);
        await idle();
      }
      outbox.resume();
      for (let turns = 0; turns < 3 * made + 5; turns += 1) {
        await idle();
        answers.answer?.(test);
      }
      await idle();
      outbox.reached(made);
      expect(test.accepted.map(({ input }) => (input as { text: number }).text)).toEqual(
        Array.from({ length: made }, (_, at) => at + 1),
      );
      expect(outbox.items()).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

it('a refusal is kept until it is dismissed, also over a reload', async () => {
  const test = openTest();
  const outbox = await test.open();
  outbox.resume();
  const answer = outbox.add('about.end', {});
  await idle();
  test.waiting.shift()?.resolve({ ok: false, refusal: 'not-permitted' });
  expect(await answer).toEqual({ ok: false, refusal: 'not-permitted' });
  const again = await test.open();
  expect(again.items()).toMatchObject([{ state: 'refused', refusal: 'not-permitted' }]);
  again.dismiss(again.items()[0]?.id ?? '');
  await idle();
  expect((await test.open()).items()).toEqual([]);
});
