import { describe, expect, test } from 'vitest';
import { attempt, beginning, type Play, passTime, personInput, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { sheetInput } from '../polls/polls.samples.ts';
import { batch, exchangeRule } from './exchange.samples.ts';
import type { Exchange } from './exchange.state.ts';
import type { ExchangeView, OwnExchange } from './exchange.view.ts';

const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const minute = 60_000;
/** Everything in `beginning` happens at 1 ms. */
const start = play(rules, beginning);
const at = (ms: number, by: string, kind: string, input: object): Sent => ({ by, kind, input, at: ms });
const speak = (to: number, ...runs: [string, number, number][]) =>
  at(to, 'engine', 'exchange.record', batch(room, runs, to));
const kinds = (play: Play) => play.log.map(({ kind }) => kind);
const nudged = (play: Play) => play.log.filter(({ kind }) => kind === 'exchange.nudged').map(({ data }) => data);
const ownOf = (play: Play, person: string) => (rules.ownOf(play.state, person) as { exchange: OwnExchange }).exchange;
const hostsSee = ({ state }: Play) =>
  slices.exchange.view(state.exchange as Exchange, { role: 'organiser', place: { session, room }, watches: [] });

describe('what is recorded', () => {
  test('[X1] three short words are back-channels, and a sentence in pieces is one turn', () => {
    const { state } = play(
      rules,
      [
        speak(20_000, [cleo, 1_000, 1_800], [cleo, 5_000, 6_000], [cleo, 9_000, 10_000], [cleo, 10_699, 12_000]),
        speak(21_000),
      ],
      start,
    );
    const speech = (state.exchange as Exchange)[session]?.rooms[room]?.speech;
    expect(speech).toMatchObject({ brief: { [cleo]: 2 }, spoken: { [cleo]: 3_000 } });
    expect(speech?.turns.last).toMatchObject([{ from: 9_000, to: 12_000 }]);
  });

  test('[X1] a pause of 0.7 s ends a turn', () => {
    const { state } = play(rules, [speak(20_000, [cleo, 1_000, 3_000], [cleo, 3_700, 5_700]), speak(30_000)], start);
    expect((state.exchange as Exchange)[session]?.rooms[room]?.speech.turns.last).toHaveLength(2);
  });

  test('[X3] credits hosts apart, and who speaks by the role they have then', () => {
    const spoken = play(rules, [speak(10_000, [cleo, 1_000, 5_000], [ben, 6_000, 9_000], [dina, 6_000, 9_000])], start);
    const later = play(
      rules,
      [
        at(11_000, ada, 'people.edit', personInput(cleo, 'Cleo', { role: 'interpreter' })),
        speak(20_000, [cleo, 12_000, 18_000]),
      ],
      spoken,
    );
    for (const { state } of [spoken, later])
      expect((state.exchange as Exchange)[session]?.rooms[room]?.speech).toMatchObject({
        hostMs: 3_000,
        spoken: { [cleo]: 4_000 },
      });
    expect(Object.keys((later.state.exchange as Exchange)[session]?.places ?? {})).not.toContain(cleo);
  });

  test('nothing is recorded of what is still to come, of lobbies, or twice', () => {
    const early = attempt(rules, at(5_000, 'engine', 'exchange.record', batch(room, [[cleo, 1_000, 6_000]])), start);
    expect(early.outcomes.at(-1)).toEqual({ ok: false, refusal: 'exchange.not-yet' });
    const lobby = batch(`${session}/lobby`, [[cleo, 1_000, 2_000]]);
    expect(attempt(rules, at(5_000, 'engine', 'exchange.record', lobby), start).outcomes.at(-1)).toEqual({
      ok: false,
      refusal: 'exchange.not-here',
    });
    const twice = play(rules, [speak(9_000, [cleo, 1_000, 5_000]), speak(9_000, [cleo, 1_000, 5_000])], start);
    expect(kinds(twice).filter(kind => kind === 'exchange.spoken')).toHaveLength(1);
  });

  test('[X5] nothing at all where figures are off, and what was known is forgotten', () => {
    const off = at(2, ada, 'exchange.rule', exchangeRule(session, { figures: 'off' }));
    const shut = play(rules, [speak(2, [cleo, 1, 2]), off], start);
    const said = at(3, cleo, 'chat.say', { room, message: ada, text: 'And I?' });
    const silent = play(
      rules,
      [said, at(4, cleo, 'sessions.leave', { room }), at(5, ada, 'sessions.close', { session })],
      shut,
    );
    expect(
      kinds(silent)
        .slice(kinds(shut).length)
        .filter(kind => kind.startsWith('exchange.')),
    ).toEqual([]);
    expect((shut.state.exchange as Exchange)[session]).toMatchObject({
      rooms: {},
      places: {},
      contributions: { last: [] },
    });
    expect(hostsSee(shut).rooms).toEqual({});
    expect(ownOf(shut, cleo)).toEqual({ dial: null, nudges: {} });
    const refused = attempt(rules, speak(9_000, [cleo, 1_000, 5_000]), shut);
    expect(refused.outcomes.at(-1)).toEqual({ ok: false, refusal: 'exchange.off' });
    const again = play(rules, [at(6, ada, 'exchange.rule', exchangeRule(session))], shut);
    expect(Object.keys(hostsSee(again).rooms[room]?.people ?? {})).toEqual([cleo]);
  });

  test('[X9] neither who asks without a name, nor who votes where names are not shown', () => {
    const asked = (names: string, question: string) =>
      at(2, cleo, 'questions.ask', { room, question, names, text: 'Who pays?' });
    const fresh = play(rules, beginning.slice(0, -1));
    expect(kinds(play(rules, [asked('anonymous', ada)], fresh))).not.toContain('exchange.contributed');
    expect(kinds(play(rules, [asked('named', ada)], fresh))).toContain('exchange.contributed');
    for (const names of ['shown', 'after'] as const) {
      const [poll = '', run = ''] = sampleIds;
      const voted = play(
        rules,
        [
          at(2, ada, 'polls.prepare', { poll, session, sheet: sheetInput({ names }) }),
          at(2, ada, 'polls.launch', { room, run, poll, also: [], key: null }),
          at(2, cleo, 'polls.vote', { room, run, ballot: { choose: ['o1'] } }),
        ],
        fresh,
      );
      expect(kinds(voted).includes('exchange.contributed')).toBe(names === 'shown');
    }
  });
});

describe('what is seen', () => {
  const spoken = play(rules, [speak(40_000, [cleo, 1_000, 36_000]), speak(50_000)], start);

  test('[X6] hosts see who was heard, everybody else nothing but themselves', () => {
    const seen = hostsSee(spoken);
    expect(seen.rooms[room]).toMatchObject({
      people: { [cleo]: { heard: 'spoke' } },
      dials: { lack: 'few', n: 1, heard: 1 },
    });
    for (const role of ['participant', 'note-taker', 'interpreter', 'observer'] as const) {
      const other = slices.exchange.view(spoken.state.exchange as Exchange, {
        ...{ role, place: { session, room }, watches: [] },
      });
      expect(other).toEqual({ rules: {}, rooms: {} } satisfies ExchangeView);
    }
    expect(ownOf(spoken, cleo).dial).toEqual({ room, spoken: 35, even: null, wrote: true });
    expect(ownOf(spoken, ben)).toEqual({ dial: null, nudges: {} });
  });

  test('[X4] the dials of a room with too few voices are null', () => {
    expect(hostsSee(spoken).rooms[room]?.dials).toMatchObject({ evenness: null, hostShare: null });
  });
});

describe('nudges', () => {
  const due = 1 + limits.longSilence;

  test('[X8] come to the long-silent when they are due, and stop waiting once they speak', () => {
    expect(nudged(passTime(rules, due - 1, start))).toEqual([]);
    const asked = passTime(rules, due, start);
    expect(nudged(asked)).toEqual([{ session, room, person: cleo, nudge: 'silent' }]);
    expect(ownOf(asked, cleo).nudges).toEqual({ silent: due });
    expect(rules.deadline(asked.state, () => {})).not.toBe(due);
    const spoke = play(rules, [speak(due + 9_000, [cleo, due + 1_000, due + 8_000])], asked);
    expect(ownOf(spoke, cleo).nudges).toEqual({});
    const later = passTime(rules, due + 8_000 + limits.longSilence, spoke);
    expect(nudged(later)).toHaveLength(2);
  });

  test('[X8] come to three people of a room at a time, and to the next ones ten minutes later', () => {
    const guests = sampleIds.slice(4);
    const silent = limits.nudgesAtOnce + 1;
    const crowd = play(
      rules,
      [
        at(2, ada, 'people.add', { people: guests.map(person => personInput(person, 'Emil', { email: '' })) }),
        ...guests.map(person => at(2, person, 'sessions.enter', { session })),
        at(2, ada, 'sessions.admit', { session, people: 'all' }),
      ],
      start,
    );
    const first = passTime(rules, due + minute, crowd);
    expect(nudged(first)).toHaveLength(limits.nudgesAtOnce);
    expect(rules.deadline(first.state, () => {})).toBe(due + minute + limits.betweenNudges);
    expect(nudged(passTime(rules, due + minute + limits.betweenNudges, first))).toHaveLength(silent);
    expect(guests.length + 1).toBe(silent);
  });

  test('[X8] do not come again once they were put away', () => {
    const asked = passTime(rules, due, start);
    const away = play(rules, [at(due, cleo, 'exchange.dismiss', { session, person: cleo, nudge: 'silent' })], asked);
    expect(ownOf(away, cleo).nudges).toEqual({});
    expect(nudged(passTime(rules, due + 60 * minute, away))).toHaveLength(1);
  });

  test('[X8] come to who speaks for more than two minutes, once', () => {
    const far = 30 * minute;
    const long = play(
      rules,
      [speak(far + 121_000, [cleo, far, far + 121_000]), speak(far + 124_000, [cleo, far + 121_000, far + 124_000])],
      start,
    );
    expect(nudged(long)).toEqual([{ session, room, person: cleo, nudge: 'speaking' }]);
    const over = play(rules, [speak(far + 130_000)], long);
    expect(ownOf(over, cleo).nudges).toEqual({});
  });

  test('[X8] of hosts come to one person, not again within ten minutes, and not after they were put away', () => {
    const invite = (ms: number) => at(ms, ada, 'exchange.invite', { room, person: cleo });
    const asked = play(rules, [invite(minute)], start);
    expect(ownOf(asked, cleo).nudges).toEqual({ invited: minute });
    const put = { session, person: cleo, nudge: 'invited' };
    const away = play(rules, [at(2 * minute, cleo, 'exchange.dismiss', put)], asked);
    for (const [from, ms] of [
      [asked, 9 * minute],
      [away, 20 * minute],
    ] as const)
      expect(attempt(rules, invite(ms), from).outcomes.at(-1)).toEqual({ ok: false, refusal: 'exchange.asked' });
    const host = attempt(rules, at(minute, ada, 'exchange.invite', { room, person: ben }), start);
    expect(host.outcomes.at(-1)).toEqual({ ok: false, refusal: 'exchange.not-here' });
  });

  test('[X8] do not come where the session has turned them off', () => {
    const off = play(rules, [at(2, ada, 'exchange.rule', exchangeRule(session, { nudges: 'off' }))], start);
    expect(nudged(passTime(rules, due + minute, off))).toEqual([]);
    expect(rules.deadline(off.state, () => {})).not.toBe(due);
  });
});
