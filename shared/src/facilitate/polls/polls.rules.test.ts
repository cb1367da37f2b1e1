import { describe, expect, test } from 'vitest';
import { firstRoom, inBreakouts, type Play, playRandom, secondRoom } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { publicKey, sheetInput } from './polls.samples.ts';
import type { Polls, Run } from './polls.state.ts';
import type { Dimension, Sheet } from './sheet.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const [poll, run] = [sampleIds[5] ?? '', sampleIds[6] ?? ''];
const at = 2;
type Step = [by: string, name: string, input: object];

/** Ada sits in the plenary, Cleo in the first breakout, Ben in the second one. */
const playAll = (...steps: Step[]): Play =>
  playRandom(rules, [
    ...inBreakouts,
    ...steps.map(([by, kind, input]) => ({ by, kind: kind.includes('.') ? kind : `polls.${kind}`, input, at })),
  ]);
const asked = (rooms: readonly string[], sheet: Partial<Sheet> = {}): Step[] => {
  const [room, ...also] = rooms;
  const key = sheet.names === 'never' ? publicKey : null;
  return [
    [ada, 'prepare', { poll, session, sheet: sheetInput(sheet) }],
    [ada, 'launch', { poll, run, room, also, key }],
  ];
};
const vote = (by: string, room: string): Step => [by, 'vote', { run, room, ballot: { choose: ['o1'] } }];
const runIn = ({ state }: Play): Run | undefined => (state.polls as Polls).runs[run];
const outcome = (play: Play) => play.outcomes.at(-1);

describe('where a run can be voted in', () => {
  test('is in its rooms, by who sits there', () => {
    expect(outcome(playAll(...asked([plenary]), vote(cleo, firstRoom)))).toEqual({
      ok: false,
      refusal: 'polls.elsewhere',
    });
    expect(outcome(playAll(...asked([plenary]), vote(cleo, plenary)))).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(
      runIn(playAll(...asked([plenary, firstRoom]), vote(cleo, firstRoom), vote(ada, plenary)))?.tally.voters,
    ).toBe(2);
  });

  test('somebody who is moved on keeps the ballot that they have cast, and has no second one', () => {
    const moved = playAll(
      ...asked([firstRoom, plenary]),
      vote(cleo, firstRoom),
      [ada, 'breakouts.close', { session, when: 'now' }],
      [cleo, 'vote', { run, room: plenary, ballot: { choose: ['o2'] } }],
    );
    expect(rules.placeOf(moved.state, cleo)?.room).toBe(plenary);
    expect(runIn(moved)?.tally).toEqual({ voters: 1, sums: { o2: 1 } });
    expect(runIn(moved)?.ballots[cleo]?.of.room).toBe(firstRoom);
  });
});

describe('[V10] whoever facilitates one room alone', () => {
  const appointed: Step = [
    ada,
    'breakouts.appoint',
    { grouping: ada, room: firstRoom, role: 'facilitator', person: cleo },
  ];
  const own = sheetInput({ question: { en: 'Do we go on?' } });

  test('makes, runs and closes polls there', () => {
    const play = playAll(
      appointed,
      [cleo, 'improvise', { poll, room: firstRoom, sheet: own }],
      [cleo, 'launch', { poll, run, room: firstRoom, also: [], key: null }],
      [cleo, 'close', { run, room: firstRoom }],
    );
    expect(outcome(play)?.ok).toBe(true);
    expect(runIn(play)?.status).toBe('closed');
  });

  test('and nowhere else, nor what runs in other rooms as well', () => {
    const elsewhere = playAll(appointed, [cleo, 'improvise', { poll, room: secondRoom, sheet: own }]);
    expect(outcome(elsewhere)).toEqual({ ok: false, refusal: 'not-permitted' });
    const wide = playAll(appointed, ...asked([firstRoom, secondRoom]), [cleo, 'close', { run, room: firstRoom }]);
    expect(outcome(wide)).toEqual({ ok: false, refusal: 'polls.not-yours' });
    expect(runIn(wide)?.status).toBe('open');
  });
});

describe('[V9] who is told a result by groups', () => {
  const told = (play: Play, by: string, dimension: Dimension) => {
    const answer = rules.ask(play.state, by, 'polls.split', { run, by: dimension }, at);
    return answer.ok && answer.answer !== null;
  };
  const closed: Step = [ada, 'close', { run, room: firstRoom }];
  const named = asked([firstRoom]);
  const hidden = asked([firstRoom], { names: 'after', results: 'live', split: 'language' });

  test.each([
    ['everybody in the room, of a named run, also while it is open', playAll(...named), cleo, 'cluster', true],
    ['nobody outside of the room while it is open', playAll(...asked([plenary])), cleo, 'cluster', false],
    ['nobody, of a hidden run, while it is open', playAll(...hidden), ada, 'language', false],
    ['everybody, after the close, by what it was prepared for', playAll(...hidden, closed), cleo, 'language', true],
    ['hosts alone by anything else', playAll(...hidden, closed), cleo, 'cluster', false],
    ['hosts alone by anything else', playAll(...hidden, closed), ben, 'cluster', true],
  ] as const)('%s', (_, play, by, dimension, isTold) => {
    expect(told(play, by, dimension)).toBe(isTold);
  });
});
