import type { CastBallot } from '@multaqa/shared/facilitate/polls/paper';
import type { Ack } from '@multaqa/shared/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStore } from '../../../platform/storage.ts';
import { openPaper, type Paper } from './paper.ts';

const choice = (option: number) => ({ choose: [`o${option}`] });
const idle = () => new Promise<void>(resolve => setImmediate(resolve));

type Way = 'answered' | 'answer lost' | 'lost' | 'busy';

/** A server for one person and one run, devices that are opened again and again, and a line that loses what it is told to. */
function openTest(groups: readonly string[] = []) {
  const box = new Map<string, unknown>();
  const server = { issued: null as string | null, isOpen: true, group: null as string | null, isMarking: false };
  let numbers = 0;
  let waiting: (() => void)[] = [];
  let way: () => Way = () => 'answered';
  let pages = 0;
  let firstAlive = 0;
  const never = new Promise<never>(() => {});

  /** What comes of a request over the line, as far as it gets there and back. */
  async function travel<Result>(page: number, act: () => Result): Promise<Result | 'offline' | 'busy'> {
    await idle();
    if (page < firstAlive) return never;
    const now = way();
    if (now === 'lost') return 'offline';
    if (now === 'busy') return 'busy';
    const result = act();
    await idle();
    if (page < firstAlive) return never;
    return now === 'answer lost' ? 'offline' : result;
  }

  function ask(blinded: string): Ack {
    if (server.issued === null && server.isOpen) server.issued = blinded;
    if (server.issued === blinded) return { ok: true, seq: 1 };
    return { ok: false, refusal: server.issued ? 'polls.paper-taken' : 'polls.closed' };
  }

  function put({ input, output, ballot }: CastBallot): string | null {
    if (!server.isOpen) return 'polls.closed';
    if (output !== `key of ${input}`) return 'polls.not-a-paper';
    box.set(input, ballot);
    return null;
  }

  function open(store: ReturnType<typeof memoryStore>): Paper {
    const page = pages;
    pages += 1;
    return openPaper({
      run: { dialogue: 'dialogue', run: 'run', key: 'key' },
      ...{ store, owner: 'dialogue/ada/run', groups },
      tools: async () => ({
        blindPaper() {
          numbers += 1;
          return { input: `input ${numbers}`, blind: `blind ${numbers}`, blinded: `blinded ${numbers}` };
        },
        finishPaper: (_, key, { input }) => (server.isMarking ? null : `${key} of ${input}`),
      }),
      async ask(blinded) {
        // What the outbox keeps is sent until there is an answer.
        let ack: Ack | 'offline' | 'busy' = 'offline';
        while (typeof ack === 'string') ack = await travel(page, () => ask(blinded));
        return ack;
      },
      fetch: () => travel(page, () => ({ evaluated: '', proof: '', group: server.group })),
      put: cast => travel(page, () => put(cast)),
      changed: () => {},
      delay() {
        let stop = () => {};
        const over = new Promise<void>(resolve => {
          stop = resolve;
          waiting.push(resolve);
        });
        return { over, stop };
      },
    });
  }

  return {
    open,
    /** Every page that is open is loaded again: what it waits for never comes. */
    reload() {
      firstAlive = pages;
      waiting = [];
    },
    server,
    box,
    goes(next: () => Way) {
      way = next;
    },
    async settle(turns = 60) {
      for (let turn = 0; turn < turns; turn += 1) {
        const due = waiting;
        waiting = [];
        for (const go of due) go();
        await idle();
      }
    },
  };
}

const ways: Way[] = ['answered', 'answer lost', 'lost', 'busy'];
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('choose' as const), option: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('reload' as const) }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('wait' as const), turns: fc.integer({ min: 1, max: 12 }) }) },
);
const deeds = fc.array(deed, { maxLength: 20, size: 'max' });
const line = fc.infiniteStream(fc.constantFrom(...ways));

it('whatever is lost and however often the page is loaded again: one paper, and the last ballot on it is in the box', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, line, async (all, lost) => {
      const test = openTest();
      const store = memoryStore();
      test.goes(() => lost.next().value ?? 'answered');
      let paper = test.open(store);
      let last: number | null = null;
      for (const step of all) {
        if (step.does === 'wait') await test.settle(step.turns);
        else if (step.does === 'reload') {
          await idle();
          test.reload();
          paper = test.open(store);
          await idle();
        } else {
          last = step.option;
          paper.cast(choice(step.option));
        }
      }
      test.goes(() => 'answered');
      await test.settle();
      if (test.server.issued) paper.issued(test.server.issued);
      await test.settle();
      expect(paper.standing().state).toBe(last === null ? 'ready' : 'cast');
      expect([...test.box.values()]).toEqual(last === null ? [] : [choice(last)]);
    }),
  );
});

it('what was cast and acknowledged is in the box when the poll is closed, and what was not is refused where it can be seen', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, line, fc.integer({ min: 0, max: 20 }), async (all, lost, closing) => {
      const test = openTest();
      const store = memoryStore();
      test.goes(() => lost.next().value ?? 'answered');
      const paper = test.open(store);
      for (const [at, step] of all.entries()) {
        if (at === closing) test.server.isOpen = false;
        if (step.does === 'choose') paper.cast(choice(step.option));
        else await test.settle(step.does === 'wait' ? step.turns : 1);
      }
      test.server.isOpen = false;
      const { state, counted, ballot } = paper.standing();
      if (counted !== null && counted !== 'unknown') expect([...test.box.values()]).toHaveLength(1);
      if (state === 'cast') expect([...test.box.values()]).toEqual([ballot]);
      test.goes(() => 'answered');
      await test.settle();
      const later = paper.standing();
      if (later.state === 'kept') expect.fail('a ballot waits for a poll that is closed');
      if (later.state === 'refused') {
        // What it says of a ballot that was cast before is true.
        const inBox = [...test.box.values()];
        const [refusal, before] = [paper.refusal(), later.counted];
        if (refusal === 'polls.closed') expect(inBox).toEqual([]);
        else if (refusal === 'polls.earlier-counts') expect(inBox).toEqual([before]);
        else expect(refusal).toBe('polls.unsure');
      }
      if (later.state === 'cast') expect([...test.box.values()]).toEqual([later.ballot]);
    }),
  );
});

it('of two tabs of one device, both use the paper that was asked for first', async () => {
  const test = openTest();
  const store = memoryStore();
  const [one, other] = [test.open(store), test.open(store)];
  one.cast(choice(1));
  await test.settle();
  for (const tab of [one, other]) tab.issued(test.server.issued ?? '');
  await test.settle();
  other.refresh();
  other.cast(choice(2));
  await test.settle();
  expect(other.standing().state).toBe('cast');
  expect([...test.box.values()]).toEqual([choice(2)]);
});

it('a second device says that the paper is on the first one, and casts nothing', async () => {
  const test = openTest();
  const first = test.open(memoryStore());
  await test.settle();
  const second = test.open(memoryStore());
  second.cast(choice(1));
  await test.settle();
  expect([first.standing().state, second.standing().state]).toEqual(['ready', 'elsewhere']);
  expect(test.box.size).toBe(0);
});

it('a paper that could be recognised is not used: one made by another key, or for a group that there is not', async () => {
  for (const mark of [{ isMarking: true }, { group: 'Ada alone' }]) {
    const test = openTest(['north', 'others']);
    Object.assign(test.server, mark);
    const paper = test.open(memoryStore());
    paper.cast(choice(1));
    await test.settle();
    expect([paper.standing().state, paper.refusal()]).toEqual(['refused', 'polls.marked']);
    expect(test.box.size).toBe(0);
  }
});

it('what this device keeps is gone when it is forgotten, and comes back with no later step', async () => {
  const test = openTest();
  const store = memoryStore();
  const paper = test.open(store);
  paper.cast(choice(1));
  await test.settle();
  paper.forget();
  paper.cast(choice(2));
  await test.settle();
  expect(await store.list('')).toEqual([]);
});
