import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attempt,
  beginning,
  commandsOf,
  inBreakouts,
  type Play,
  passTime,
  play,
  playRandom,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import type { Ballot } from './kinds/kinds.ts';
import { publicKey, sheetInput } from './polls.samples.ts';
import { openRuns, type Polls, type Run } from './polls.state.ts';
import { type ShownRun, shownTo } from './polls.view.ts';
import type { Sheet } from './sheet.ts';
import { emptyTally, plus, tallyOf } from './tally.ts';

const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const [poll, run] = [sampleIds[5] ?? '', sampleIds[6] ?? ''];
const pollsOf = (state: unknown) => (state as { polls: Polls }).polls;
const at = 2;
const voters = [ada, ben, cleo];

type Step = { by: string; kind: string; input: unknown };
const step = (by: string, kind: string, input: object): Step => ({ by, kind: `polls.${kind}`, input });
const inside = { run, room };
const vote = (by: string, option: string) => step(by, 'vote', { ...inside, ballot: { choose: [option] } });
const begin = (sheet: Partial<Sheet> = {}): Step[] => [
  step(ada, 'prepare', { poll, session, sheet: sheetInput(sheet) }),
  step(ada, 'launch', { poll, run, room, also: [], key: sheet.names === 'never' ? publicKey : null }),
];
const playAll = (steps: readonly Step[]): Play =>
  playRandom(rules, [...beginning, ...steps.map(one => ({ ...one, at }))]);
const after = (before: Play, one: Step): Play => attempt(rules, { ...one, at }, { ...before, outcomes: [] });
const runIn = ({ state }: Pick<Play, 'state'>): Run => {
  const found = pollsOf(state).runs[run];
  if (!found) throw new Error('the run is not there');
  return found;
};
const seen = ({ state }: Pick<Play, 'state'>, role: 'participant' | 'facilitator'): ShownRun | undefined =>
  slices.polls.view(pollsOf(state), { role, place: { session, room }, watches: [] }).runs[run];

/** Votes, changes, closing and opening again, in any order. */
const actions = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ by: fc.constantFrom(...voters), option: fc.constantFrom('o1', 'o2', 'o3') }) },
    { weight: 1, arbitrary: fc.constantFrom('close' as const, 'reopen' as const, 'edit' as const) },
  ),
  { maxLength: 40, size: 'max' },
);
type Action = 'close' | 'reopen' | 'edit' | { by: string; option: string };
const stepOf = (action: Action): Step => {
  if (typeof action === 'object') return vote(action.by, action.option);
  if (action === 'edit')
    return step(ada, 'prepare', { poll, session, sheet: sheetInput({ options: [], seconds: 10 }) });
  return step(ada, action, inside);
};

describe('a run of a poll', () => {
  test('[V1] [V2] [V3] [V7] counts the last accepted ballot of each person, and nothing that came after the close', () => {
    fc.assert(
      fc.property(actions, list => {
        const expected = new Map<string, string>();
        let isOpen = true;
        let now = playAll(begin());
        for (const action of list) {
          now = after(now, stepOf(action));
          const { ok } = now.outcomes.at(-1) ?? { ok: false };
          if (typeof action === 'object') {
            expect(ok).toBe(isOpen && action.option !== 'o3');
            if (ok) expected.set(action.by, action.option);
          } else if (action !== 'edit' && ok) isOpen = action === 'reopen';
          const counted = [...expected.values()].map(option => ({ voters: 1, sums: { [option]: 1 } }));
          expect(runIn(now).tally).toEqual(counted.reduce((sum, one) => plus(sum, one), emptyTally));
          expect(runIn(now).sheet).toEqual(sheetInput());
        }
      }),
      { numRuns: 80 },
    );
  });

  test('[V3] nobody votes after the closing position, though the clock has not reached the end', () => {
    const closed = playAll([...begin({ seconds: 60 }), vote(cleo, 'o1'), step(ada, 'close', inside), vote(ben, 'o1')]);
    expect(closed.outcomes.at(-1)).toEqual({ ok: false, refusal: 'polls.closed' });
    const ended = passTime(rules, at + 60_000, playAll([...begin({ seconds: 60 }), vote(cleo, 'o1')]));
    expect(runIn(ended)).toMatchObject({ status: 'closed', tally: { voters: 1 } });
    expect(after(ended, vote(ben, 'o1')).outcomes.at(-1)).toEqual({ ok: false, refusal: 'polls.closed' });
  });

  test('[V6] keeps its result once it is closed, whatever else is asked for', () => {
    const others = commandsOf(rules, 15, 'polls').map(list => list.filter(({ kind }) => kind !== 'polls.reopen'));
    fc.assert(
      fc.property(others, list => {
        const closed = playAll([...begin(), vote(cleo, 'o1'), vote(ben, 'o2'), step(ada, 'close', inside)]);
        const end = list.slice(beginning.length).reduce<Play>((now, one) => after(now, one), closed);
        expect(runIn(end).tally).toEqual({ voters: 2, sums: { o1: 1, o2: 1 } });
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is secret', () => {
  const hidden: Partial<Sheet>[] = [
    { names: 'after', results: 'after' },
    { names: 'after', results: 'live' },
    { names: 'shown', results: 'after' },
  ];

  test.each(hidden)('[V4] is told to nobody but its caster while a run is open: %j', sheet => {
    const open = playAll([...begin(sheet), vote(cleo, 'o1'), vote(ben, 'o2')]);
    for (const role of ['participant', 'facilitator'] as const) {
      const now = seen(open, role);
      expect(now?.ballots).toBeNull();
      expect(now?.tally).toEqual(sheet.results === 'live' ? runIn(open).tally : null);
      expect(now?.voters).toBe(2);
    }
    const own = (person: string) =>
      slices.polls.own?.(pollsOf(open.state), person, { role: 'participant', place: { session, room }, watches: [] });
    expect(own(cleo)).toEqual({ [run]: { ballot: { choose: ['o1'] } } });
    expect(own(dina)).toEqual({});
  });

  test('[V4] who chose what is told to hosts alone after the close, and to all where the poll is named', () => {
    const closed = (sheet: Partial<Sheet>) => playAll([...begin(sheet), vote(cleo, 'o1'), step(ada, 'close', inside)]);
    const told = { [cleo]: { choose: ['o1'] } };
    expect(seen(closed({ names: 'after', results: 'after' }), 'participant')?.ballots).toBeNull();
    expect(seen(closed({ names: 'after', results: 'after' }), 'facilitator')?.ballots).toEqual(told);
    expect(seen(closed({ names: 'shown' }), 'participant')?.ballots).toEqual(told);
  });

  test('[V5] no fact, state or view of an anonymous run joins a person to a choice', () => {
    const secret = playAll([
      ...begin({ names: 'never', results: 'after' }),
      vote(cleo, 'o1'),
      step(cleo, 'paper', { ...inside, blinded: publicKey }),
    ]);
    expect(secret.outcomes.at(-2)).toEqual({ ok: false, refusal: 'polls.secret' });
    expect(runIn(secret)).toMatchObject({ ballots: {}, tally: emptyTally });
    expect(secret.log.filter(({ kind }) => kind === 'polls.voted')).toEqual([]);
    expect(JSON.stringify(seen(secret, 'facilitator'))).not.toContain(cleo);
  });

  test('[V9] of fewer than five ballots no result is told', () => {
    const count = (voters: number) => ({
      by: 'engine',
      kind: 'polls.count',
      input: { run, step: 'final', piece: 0, ballots: voters, tally: { voters, sums: [['o1', voters]] }, groups: [] },
    });
    const base = [...begin({ names: 'never', results: 'after' }), step(ada, 'close', inside)];
    expect(seen(playAll(base), 'facilitator')).toMatchObject({ tally: null, withheld: 'being-counted' });
    expect(seen(playAll([...base, count(4)]), 'facilitator')).toMatchObject({ tally: null, withheld: 'too-few' });
    expect(seen(playAll([...base, count(5)]), 'participant')).toMatchObject({
      tally: { voters: 5, sums: { o1: 5 } },
      withheld: null,
    });
    const twice = playAll([...base, count(5), count(9)]);
    expect(runIn(twice).tally.voters).toBe(5);
  });
});

describe('whatever happens', () => {
  const histories = commandsOf(rules, 40, 'polls').map(sent => playRandom(rules, sent));

  test('[V2] every tally is the sum of its ballots', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const one of Object.values(pollsOf(state).runs).filter(({ sheet }) => sheet.names !== 'never')) {
          const ballots = Object.values(one.ballots).map(({ ballot }) => tallyOf(one.sheet, ballot as Ballot));
          expect(one.tally).toEqual(ballots.reduce((sum, ballot) => plus(sum, ballot), emptyTally));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[V8] no run is open in rooms that are not', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const { rooms } of openRuns(pollsOf(state)))
          expect(rooms.some(one => rules.isOpenRoom(state, one))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('parts of the state make the same state again', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        const kept = JSON.parse(JSON.stringify(slices.polls.parts?.split(pollsOf(state))));
        expect(slices.polls.parts?.join(kept)).toEqual(pollsOf(state));
      }),
      { numRuns: 80 },
    );
  });
});

test('[V8] runs end with their session, and those of breakouts with these', () => {
  const prepared = { by: ada, kind: 'polls.prepare', input: { poll, session, sheet: sheetInput() }, at };
  const breakout = `${session}/${ada}`;
  const launch = { by: ada, kind: 'polls.launch', input: { poll, run, room: breakout, also: [], key: null }, at };
  const out = play(rules, [...inBreakouts, prepared, launch]);
  expect(runIn(out).status).toBe('open');
  const back = attempt(rules, { by: ada, kind: 'breakouts.close', input: { session, when: 'now' }, at }, out);
  expect(runIn(passTime(rules, at + 600_000, back)).status).toBe('closed');
  const closed = after(playAll(begin()), { by: ada, kind: 'sessions.close', input: { session } });
  expect(runIn(closed)).toMatchObject({ status: 'closed', present: 3 });
});

test('[V11] the right answer of a quiz is told to hosts alone until it is revealed', () => {
  const quiz = playAll(begin({ design: { kind: 'quiz', right: ['o2'] } as never }));
  expect(JSON.stringify(seen(quiz, 'participant')?.sheet.design)).not.toContain('o2');
  expect(JSON.stringify(seen(quiz, 'facilitator')?.sheet.design)).toContain('o2');
  const revealed = [step(ada, 'close', inside), step(ada, 'reveal', inside)].reduce(after, quiz);
  expect(shownTo(runIn(revealed), false).sheet.design).toMatchObject({ right: ['o2'] });
});
