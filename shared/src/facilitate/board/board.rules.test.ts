import { describe, expect, test } from 'vitest';
import { attempt, firstRoom, inBreakouts, passTime, play, type Sent, sessionInput } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { board } from './board.rules.ts';
import { jotInput, oneThing, otherThing, roundInput, voteInput } from './board.samples.ts';
import type { BoardOwn, Boards, BoardView } from './board.state.ts';

const [session = ''] = sampleSessions;
const [, , , , one = '', two = ''] = sampleIds;
const now = 1_700_000_000_000;
// Cleo is in the first breakout, Ben in the second, Ada in the plenary.
const begun = play(
  rules,
  inBreakouts.map(one => ({ ...one, at: now })),
);
type At = typeof begun;
type Step = [by: Sent['by'], name: string, input: object];
const send = (from: At, ...[by, name, input]: Step) =>
  attempt(rules, { by, kind: name.includes('.') ? name : `board.${name}`, input, at: now }, from);
const all = (from: At, ...steps: Step[]) => steps.reduce((at, step) => send(at, ...step), from);
const host = (name: string, more: object = {}): Step => [ada, name, { room: firstRoom, ...more }];
const jot = (note: string, by = cleo, text?: string): Step => [by, 'jot', jotInput(firstRoom, note, text)];
const dot = (thing: string, dots: number, by = cleo): Step => [by, 'dot', { room: firstRoom, thing, dots }];
const writing = (more: object = {}): Step => host('begin', roundInput(firstRoom, one, more));
const voting = (more: object = {}): Step => host('call', voteInput(firstRoom, one, more));
const benComes: Step = [ben, 'breakouts.enter', { session, room: firstRoom }];

const seen = (from: At, person: string) => {
  const audience = rules.audienceOf(from.state, person);
  if (!audience) throw new Error('nobody is looking');
  return (rules.viewOf(from.state, board, audience) as BoardView)[firstRoom];
};
const own = (from: At, person: string) => rules.ownOf(from.state, person).board as BoardOwn;
const kinds = ({ log }: At) => log.slice(begun.log.length).map(({ kind }) => kind);
const last = ({ outcomes }: At) => outcomes.at(-1);
const refused = (refusal: string) => ({ ok: false, refusal });

describe('private writing', () => {
  test('[B1] the room and its hosts see how many write; the writer alone sees what', () => {
    const at = all(begun, benComes, writing(), jot(one), jot(two), jot(ada, ben));
    for (const person of [ada, ben, cleo])
      expect(seen(at, person)?.round).toMatchObject({ status: 'writing', writing: 2 });
    expect(own(at, cleo).jots.map(({ note }) => note)).toEqual([one, two]);
    expect(own(at, ada).jots).toEqual([]);
  });

  test('[B3] written again, a note changes; it stays the one that it is', () => {
    const at = all(begun, writing(), jot(one), jot(two), jot(one, cleo, 'مضخة'));
    expect(own(at, cleo).jots.map(({ text }) => text)).toEqual(['مضخة', 'Nobody repairs the pumps']);
    expect(kinds(send(at, ...jot(one, cleo, 'مضخة')))).toEqual(kinds(at));
  });

  test('[B3] a round has as many notes as the limit says', () => {
    const id = (at: number) => `${String(at).padStart(8, '0')}-4444-4000-8000-000000000000`;
    const person = (at: number) => `${String(at).padStart(8, '0')}-5555-4000-8000-000000000000`;
    const full = Array.from({ length: limits.jotsPerRound }, (_, at) => id(at));
    const start = send(begun, ...writing());
    const jots = full.map((note, at) => [note, { note, person: person(at), text: 'a', colour: 'yellow' }] as const);
    const round = { round: one, status: 'writing' as const, names: 'shown' as const, frame: null, until: null };
    const state = (count: number) => ({
      [firstRoom]: {
        onStage: false,
        locked: [],
        vote: null,
        timer: null,
        writtenAt: null,
        round: { ...round, jots: Object.fromEntries(jots.slice(0, count)) },
      },
    });
    const asked = (count: number) =>
      attempt(
        rules,
        { by: cleo, kind: 'board.jot', input: jotInput(firstRoom, two), at: now },
        { ...start, state: { ...start.state, board: state(count) } },
      );
    expect(last(asked(limits.jotsPerRound - 1))).toMatchObject({ ok: true });
    expect(last(asked(limits.jotsPerRound))).toEqual(refused('board.full'));
  });

  test('[B8] ends by itself: it is revealed when its time is over, and without a note there is nothing to reveal', () => {
    const timed = send(begun, ...writing({ seconds: 60 }));
    expect(kinds(passTime(rules, now + 59_999, send(timed, ...jot(one))))).not.toContain('board.revealed');
    expect(kinds(passTime(rules, now + 60_000, send(timed, ...jot(one))))).toContain('board.revealed');
    const empty = passTime(rules, now + 60_000, timed);
    expect(seen(empty, cleo)?.round).toBeNull();
    expect(kinds(empty)).not.toContain('board.revealed');
  });

  test('[B8] what nobody reveals is let go of with the room, and what is revealed waits for its document', () => {
    const written = all(begun, writing(), jot(one));
    const ended = send(written, ada, 'sessions.close', { session });
    expect(ended.state.board).toMatchObject({ [firstRoom]: { round: null } });
    const revealed = all(written, host('reveal'), [ada, 'sessions.close', { session }]);
    expect(revealed.state.board).toMatchObject({ [firstRoom]: { round: { status: 'revealed', jots: { [one]: {} } } } });
    const placed = send(revealed, 'engine', 'placed', { room: firstRoom, round: one });
    expect(placed.state.board).toMatchObject({ [firstRoom]: { round: null } });
  });

  test('[B1] what ends without being revealed stays with its writer, who can take it back', () => {
    const ended = all(begun, writing(), jot(one), jot(two), host('discard'));
    expect(seen(ended, ada)?.round).toBeNull();
    expect(own(ended, cleo).jots).toHaveLength(2);
    expect(own(send(ended, cleo, 'drop', { room: firstRoom, note: one }), cleo).jots).toHaveLength(1);
    expect(last(send(ended, ...jot(ada)))).toEqual(refused('board.no-round'));
    expect(own(send(ended, ...writing({ round: two })), cleo).jots).toEqual([]);
  });

  test('[B3] nobody else changes or drops what somebody wrote', () => {
    const at = all(begun, benComes, writing(), jot(one));
    const steps: Step[] = [jot(one, ben, 'Taken over'), [ben, 'drop', { room: firstRoom, note: one }]];
    for (const step of steps) expect(last(send(at, ...step))).toEqual(refused('board.not-yours'));
  });

  test('[B4] what is revealed waits for its document also where the room closes in the middle of a vote', () => {
    const at = all(begun, writing(), jot(one), host('reveal'), voting(), [ada, 'sessions.close', { session }]);
    expect(at.state.board).toMatchObject({
      [firstRoom]: { vote: { status: 'counted' }, round: { status: 'revealed', jots: { [one]: {} } } },
    });
  });

  test('[B2] the fact of a reveal names who wrote only where names are shown', () => {
    const told = (names: string) =>
      all(begun, writing({ names }), jot(one), host('reveal')).log.find(({ kind }) => kind === 'board.revealed')?.data;
    expect([told('shown'), told('hidden')]).toMatchObject([{ people: [cleo] }, { people: [] }]);
  });
});

describe('dots', () => {
  test('[B5] nobody has more dots than the vote gives them, nor more on one thing than it allows', () => {
    const at = send(begun, ...voting({ dots: 3, most: 2 }));
    expect(last(send(at, ...dot(oneThing, 3)))).toEqual(refused('board.no-dots'));
    const two = send(at, ...dot(oneThing, 2));
    expect(last(send(two, ...dot(otherThing, 2)))).toEqual(refused('board.no-dots'));
    expect(own(send(two, ...dot(otherThing, 1)), cleo).dots).toEqual({ [oneThing]: 2, [otherThing]: 1 });
  });

  test('[B6] [B7] one’s own dots are one’s own while the vote is open, and count when one has left', () => {
    const at = all(begun, benComes, voting(), dot(oneThing, 2), dot(otherThing, 1), dot(oneThing, 1, ben));
    expect(seen(at, ada)?.vote).toEqual({
      ...voteInput(firstRoom, one),
      room: undefined,
      seconds: undefined,
      until: null,
      status: 'open',
      voted: 2,
    });
    expect([own(at, cleo).dots, own(at, ben).dots]).toEqual([{ [oneThing]: 2, [otherThing]: 1 }, { [oneThing]: 1 }]);
    const counted = all(at, [cleo, 'sessions.leave', { room: firstRoom }], host('count'));
    expect(seen(counted, ada)?.vote).toMatchObject({
      status: 'counted',
      result: { [oneThing]: { dots: 3, people: 2 }, [otherThing]: { dots: 1, people: 1 } },
    });
    expect(last(send(counted, ...dot(oneThing, 2, ben)))).toEqual(refused('board.no-vote'));
  });

  test('[B5] dots come back and go elsewhere; more than one has are refused', () => {
    const at = all(begun, voting(), dot(oneThing, 2), dot(otherThing, 1));
    expect(last(send(at, ...dot(otherThing, 2)))).toEqual(refused('board.no-dots'));
    expect(own(all(at, dot(oneThing, 1), dot(otherThing, 2)), cleo).dots).toEqual({ [oneThing]: 1, [otherThing]: 2 });
    const none = all(at, dot(oneThing, 0), dot(otherThing, 0));
    expect([own(none, cleo).dots, seen(none, ada)?.vote?.voted]).toEqual([{}, 0]);
  });

  test('[B8] a vote is counted when its time is over, and when the room closes', () => {
    const at = all(begun, voting({ seconds: 60 }), dot(oneThing, 1));
    expect(seen(passTime(rules, now + 60_000, at), ada)?.vote?.status).toBe('counted');
    expect(send(at, ada, 'sessions.close', { session }).state.board).toMatchObject({
      [firstRoom]: { vote: { status: 'counted' } },
    });
  });

  test('[B11] the report has every vote that was counted, whatever became of its result, and none that was called off', () => {
    const counted = all(begun, benComes, voting(), dot(oneThing, 2), dot(oneThing, 1, ben), host('count'));
    const told = ({ state }: At) =>
      rules.report(state, () => {}).flatMap(({ slice, outcome }) => (slice === 'board' ? (outcome as object[]) : []));
    const first = { vote: one, frame: null, at: now, voted: 2 };
    const result = { [oneThing]: { dots: 3, people: 2, clusters: {} } };
    const vote = { ...first, result };
    expect(told(counted)).toEqual([{ room: firstRoom, votes: [vote], hasNamed: false }]);
    expect(told(send(counted, ...host('clear')))).toEqual(told(counted));
    const again = all(counted, host('call', voteInput(firstRoom, two)), dot(otherThing, 1));
    expect(told(send(again, ...host('clear')))).toEqual(told(counted));
    expect(told(send(again, ada, 'sessions.close', { session }))).toMatchObject([
      { votes: [vote, { vote: two, voted: 1 }] },
    ]);
    expect(told(all(begun, voting(), host('count')))).toEqual([]);
  });

  test('[B11] of many counted votes the newest stay', () => {
    const at = Array.from({ length: limits.boardResults + 1 }).reduce<At>(
      from => all(from, voting(), dot(oneThing, 1), host('count')),
      all(begun, voting(), dot(otherThing, 1), host('count')),
    );
    const { results } = (at.state.board as Boards)[firstRoom] ?? { results: [] };
    expect(results.map(({ result }) => Object.keys(result))).toEqual(
      Array.from({ length: limits.boardResults }, () => [oneThing]),
    );
  });

  test('[B8] a timer that has run out is seen for a while', () => {
    const at = send(begun, ...host('time', { seconds: 60 }));
    const over = now + 60_000 + limits.boardTimerStands;
    expect(seen(passTime(rules, over - 1, at), cleo)?.timer).toBe(now + 60_000);
    expect(seen(passTime(rules, over, at), cleo)?.timer).toBeNull();
  });
});

describe('locks and documents', () => {
  test('[B9] what is locked twice is locked once, and people without a host’s role lock nothing', () => {
    const at = all(
      begun,
      host('lock', { things: [oneThing, oneThing], on: true }),
      host('lock', { things: [oneThing, otherThing], on: true }),
    );
    expect(seen(at, cleo)?.locked).toEqual([oneThing, otherThing]);
    expect(last(send(at, cleo, 'lock', { room: firstRoom, things: [oneThing], on: false }))).toEqual(
      refused('not-permitted'),
    );
  });

  test('[B12] hosts of the dialogue prepare a board before its session, and nobody else sees it', () => {
    const later = sampleIds.at(-1) ?? '';
    const room = `${later}/plenary`;
    const planned = send(begun, ada, 'sessions.plan', sessionInput(later));
    const prepare: Step = [ada, 'prepare', { room, things: [oneThing], on: true }];
    const at = all(planned, prepare);
    expect([last(at), last(send(at, cleo, 'prepare', prepare[2])), last(send(at, ada, 'lock', prepare[2]))]).toEqual([
      expect.objectContaining({ ok: true }),
      refused('not-permitted'),
      refused('not-permitted'),
    ]);
    expect((at.state.board as Boards)[room]?.locked).toEqual([oneThing]);
    const access = (kind: string) => [ada, cleo].map(person => rules.documentAccess(at.state, person, kind, room, now));
    expect([access('board'), access('hostboard')]).toEqual([
      ['write', null],
      ['write', null],
    ]);
    const nowhere: Step = [ada, 'prepare', { ...prepare[2], room: `${sampleIds.at(-2)}/plenary` }];
    expect(last(send(planned, ...nowhere))).toEqual(refused('board.not-here'));
  });

  test('[B10] people draw in their own room, hosts in every room, observers nowhere', () => {
    const access = (person: string, kind: string) => rules.documentAccess(begun.state, person, kind, firstRoom, now);
    expect([ada, ben, cleo, dina].map(person => access(person, 'board'))).toEqual(['write', 'write', 'write', null]);
    expect([ada, ben, cleo, dina].map(person => access(person, 'hostboard'))).toEqual(['write', 'write', null, null]);
  });
});
