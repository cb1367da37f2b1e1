import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attempt,
  founding,
  type Play,
  passTime,
  personInput,
  play,
  playRandom,
  sessionInput,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { policies } from './floor.messages.ts';
import { floorRule, roundInput } from './floor.samples.ts';
import { type Floor, floorOf, namedIn, type RoomFloor, roomOf } from './floor.state.ts';
import type { FloorView } from './floor.view.ts';

const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const people = [ben, cleo, dina, ...sampleIds.slice(4)];
const start = 1_600_000_000_000;

type Step = { by: string; kind: string; input: object };
const step = (by: string, name: string, input: object): Step => ({ by, kind: `floor.${name}`, input });
const ask = (by: string, item: string, as = 'turn') => step(by, 'ask', { room, item, as });
const rule = (more: object) => step(ada, 'rule', floorRule(session, more));
const begin = (more: object = {}) => step(ada, 'begin', roundInput(room, id(99), more));
const id = (count: number) => `${String(count).padStart(8, '0')}-2222-4000-8000-000000000000`;

/** Ada hosts; six people of three towns sit in the plenary. */
const assembled = play(rules, [
  ...founding.map(one => ({ ...one, at: start - 2 })),
  ...[
    [
      'people.add',
      { people: people.map((person, at) => personInput(person, `P${at}`, { email: '', municipality: `T${at % 3}` })) },
    ],
    ['sessions.plan', sessionInput(session)],
    ['sessions.open', { session, admission: 'direct' }],
  ].map(([kind, input]) => ({ by: ada, kind: kind as string, input, at: start - 1 })),
  ...[ada, ...people].map(by => ({ by, kind: 'sessions.enter', input: { session }, at: start - 1 })),
]);

/** These commands at one instant; all are accepted. */
const after = (from: Play, at: number, ...steps: readonly Step[]): Play =>
  play(
    rules,
    steps.map(one => ({ ...one, at })),
    from,
  );
const tried = (from: Play, at: number, one: Step) => attempt(rules, { ...one, at }, from).outcomes.at(-1);
const refused = (refusal: string) => ({ ok: false, refusal });
const connection = (kind: 'lose' | 'regain', person: string): Step => ({
  by: 'engine',
  kind: `sessions.${kind}`,
  input: { person },
});

const floorIn = ({ state }: Pick<Play, 'state'>): Floor => (state as { floor: Floor }).floor;
const here = (from: Pick<Play, 'state'>): RoomFloor => roomOf(floorOf(floorIn(from), session), room);
function seen(from: Pick<Play, 'state'>): FloorView['rooms'][string] {
  const shown = slices.floor.view(floorIn(from), { role: 'participant', place: { session, room }, watches: [] }).rooms[
    room
  ];
  if (!shown) throw new Error('the room is not shown');
  return shown;
}
const waiting = (from: Pick<Play, 'state'>) => seen(from).queue.map(({ person }) => person);
const holder = (from: Pick<Play, 'state'>) => seen(from).holder?.person ?? null;

/** What happens in a room in any order: people ask, speak, pass and are cut off, hosts interfere, people come and go. */
const deeds = fc.array(
  fc.record({
    who: fc.constantFrom(...people),
    other: fc.constantFrom(...people),
    what: fc.constantFrom(
      'ask',
      'ask',
      'ask',
      'reply',
      'process',
      'withdraw',
      'restore',
      'done',
      'pass',
      'give',
      'take',
      'skip',
      'place',
      'begin',
      'end',
      'lose',
      'regain',
      'leave',
      'enter',
      'rule',
    ),
    number: fc.nat(6),
    wait: fc.constantFrom(1, 1_000, 20_000, 130_000),
  }),
  { maxLength: 50, size: 'max' },
);
type Deed = typeof deeds extends fc.Arbitrary<(infer One)[]> ? One : never;

function stepFor({ who, other, what, number }: Deed, from: Play, count: number): Step {
  const { queue, holder: turn, left } = here(from);
  const own = queue.find(({ person }) => person === who)?.item ?? id(0);
  const now = { room, turn: turn?.turn ?? 0 };
  switch (what) {
    case 'ask':
      return ask(who, id(count));
    case 'reply':
    case 'process':
      return ask(who, id(count), what);
    case 'withdraw':
      return step(who, what, { room, item: own });
    case 'restore':
      return step(who, what, { room, item: left[who]?.item ?? id(0) });
    case 'done':
    case 'pass':
      return step(turn?.person ?? who, what, now);
    case 'give':
      return step(ada, what, { room, person: other });
    case 'take':
      return step(ada, what, now);
    case 'skip':
      return step(ada, what, { room, item: own });
    case 'place':
      return step(ada, what, { room, item: own, to: number });
    case 'begin':
      return begin({ order: 'municipality', seed: number });
    case 'end':
      return step(ada, what, { room, round: id(99) });
    case 'lose':
    case 'regain':
      return connection(what, who);
    case 'leave':
      return { by: who, kind: 'sessions.leave', input: { room } };
    case 'enter':
      return { by: who, kind: 'sessions.enter', input: { session } };
    default:
      return rule({ policy: policies[number % policies.length], cap: 30, atEnd: number > 3 ? 'hand-over' : 'cue' });
  }
}

/** Carries deeds out, and looks at the state after each of them. */
function live(list: readonly Deed[], look: (now: Play, before: Play) => void): Play {
  let at = start;
  return list.reduce<Play>((before, deed, count) => {
    at += deed.wait;
    const now = playRandom(rules, [{ ...stepFor(deed, before, count + 1), at }], before);
    look(now, before);
    return now;
  }, assembled);
}

describe('the floor of a room', () => {
  test('[F1] [F4] [F5] [F7] whatever happens, one person holds it who sits there, and it is not free while somebody waits who is here', () => {
    fc.assert(
      fc.property(deeds, list => {
        live(list, now => {
          const floor = here(now);
          const { queue, round } = floor;
          const placeOf = (person: string) => rules.audienceOf(now.state, person)?.place?.room;
          for (const person of namedIn(floor)) {
            const isAway = queue.some(one => one.person === person && one.away !== null) || round !== null;
            expect(isAway || placeOf(person) === room).toBe(true);
          }
          if (floor.holder?.away === null) expect(placeOf(floor.holder.person)).toBe(room);
          const kinds = queue.map(({ person, as }) => (as === 'reply' ? as : `${person} ${as}`));
          expect(new Set(kinds).size).toBe(kinds.length);
          const { rule: policy } = floorOf(floorIn(now), session);
          const serves = policy.policy !== 'hand' || round !== null;
          if (!floor.holder && serves && !round) expect(queue.filter(({ away }) => away === null)).toEqual([]);
          if (!floor.holder) expect(round).toBeNull();
        });
      }),
      { numRuns: 150 },
    );
  });

  test('[F2] the order follows from what was recorded alone: told again from the log it is the same, and who waits in it is who waits', () => {
    fc.assert(
      fc.property(deeds, list => {
        const end = live(list, now => {
          expect([...waiting(now)].sort()).toEqual(
            here(now)
              .queue.map(({ person }) => person)
              .sort(),
          );
        });
        const own = end.log.filter(({ kind }) => kind.startsWith('floor.'));
        const again = own.reduce<Floor>((state, fact) => slices.floor.evolve(state, fact as never), {});
        expect(seen({ state: { floor: JSON.parse(JSON.stringify(again)) } })).toEqual(seen(end));
      }),
      { numRuns: 60 },
    );
  });

  test('[F11] what is shown tells nobody’s speaking time', () => {
    fc.assert(
      fc.property(deeds, list => {
        live(list, now => {
          expect(Object.keys(seen(now)).sort()).toEqual(['holder', 'queue', 'round', 'usual']);
          for (const one of seen(now).queue)
            expect(Object.keys(one).sort()).toEqual(['as', 'at', 'away', 'item', 'person', 'placed']);
        });
      }),
      { numRuns: 30 },
    );
  });

  test('[F4] one asks once for a turn and once with a point of process, which goes first, and a turn has one reply', () => {
    const spoken = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)), ask(dina, id(3), 'process'));
    expect([holder(spoken), waiting(spoken)]).toEqual([ben, [dina, cleo]]);
    expect(tried(spoken, start, ask(cleo, id(4)))).toEqual(refused('floor.asked-already'));
    expect(tried(spoken, start, ask(ben, id(4), 'reply'))).toEqual(refused('floor.no-reply'));
    const replied = after(spoken, start, ask(cleo, id(4), 'reply'));
    expect(waiting(replied)).toEqual([cleo, dina, cleo]);
    expect(tried(replied, start, ask(dina, id(5), 'reply'))).toEqual(refused('floor.no-reply'));
    const replying = after(replied, start, step(ben, 'done', { room, turn: 0 }));
    expect(seen(replying).holder).toMatchObject({ person: cleo, as: 'reply', seconds: limits.replySeconds });
    expect(tried(replying, start, ask(dina, id(5), 'reply'))).toEqual(refused('floor.no-reply'));
  });

  test('[F6] who is away is passed over and keeps their place; they are served again as soon as they are back', () => {
    const asked = after(
      assembled,
      start,
      ask(ben, id(1)),
      ask(cleo, id(2)),
      ask(dina, id(3)),
      connection('lose', cleo),
    );
    const passed = after(asked, start, step(ben, 'done', { room, turn: 0 }));
    expect([holder(passed), waiting(passed)]).toEqual([dina, [cleo]]);
    const left = passTime(rules, start + limits.heldPlace, passed);
    expect(seen(left).queue).toMatchObject([{ person: cleo, away: start }]);
    const free = after(left, start + limits.heldPlace, step(dina, 'done', { room, turn: 1 }));
    expect([holder(free), waiting(free)]).toEqual([null, [cleo]]);
    const back = after(free, start + limits.heldPlace + 1, { by: cleo, kind: 'sessions.enter', input: { session } });
    expect([holder(back), waiting(back)]).toEqual([cleo, []]);
    expect(waiting(passTime(rules, start + limits.placeKept - 1, free))).toEqual([cleo]);
    expect(waiting(passTime(rules, start + limits.placeKept, free))).toEqual([]);
  });

  test('[F6] a holder who vanishes loses the floor after the grace time, not before, and keeps it when they are back in time', () => {
    const lost = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)), connection('lose', ben));
    expect(holder(passTime(rules, start + limits.floorGrace - 1, lost))).toBe(ben);
    expect(holder(passTime(rules, start + limits.floorGrace, lost))).toBe(cleo);
    const back = after(lost, start + 1_000, connection('regain', ben));
    expect(holder(passTime(rules, start + limits.floorGrace, back))).toBe(ben);
  });

  test('[F9] a turn ends by itself where the session hands over and somebody waits, and nowhere else', () => {
    const turn = (atEnd: string) => after(assembled, start, rule({ cap: 60, atEnd }), ask(ben, id(1)));
    const end = start + 60_000;
    const alone = passTime(rules, end, turn('hand-over'));
    expect(holder(alone)).toBe(ben);
    expect(holder(passTime(rules, end + 1, after(alone, end + 1, ask(cleo, id(2)))))).toBe(cleo);
    const both = (atEnd: string) => after(turn(atEnd), start, ask(cleo, id(2)));
    expect(holder(passTime(rules, end - 1, both('hand-over')))).toBe(ben);
    expect(holder(passTime(rules, end, both('hand-over')))).toBe(cleo);
    expect(holder(passTime(rules, end + 3_600_000, both('cue')))).toBe(ben);
    const longer = after(both('hand-over'), start, step(ada, 'extend', { room, turn: 0, seconds: 30 }));
    expect([holder(passTime(rules, end, longer)), holder(passTime(rules, end + 30_000, longer))]).toEqual([ben, cleo]);
  });

  test('[F8] a round asks everybody once, those who passed or were away once more, and ends after the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('done', 'pass', 'lose', 'regain'), { maxLength: 40, size: 'max' }),
        fc.constantFrom('random', 'municipality'),
        fc.nat(),
        (list, order, seed) => {
          let at = start;
          let now = after(assembled, at, begin({ order, seed, people: [] }));
          for (const what of list) {
            at += limits.floorGrace;
            const turn = here(now).holder;
            if (!turn) break;
            const one =
              what === 'lose' || what === 'regain'
                ? connection(what, people[at % people.length] ?? '')
                : step(turn.person, what, { room, turn: turn.turn });
            now = playRandom(rules, [{ ...one, at }], now);
          }
          const given = now.log.filter(
            ({ kind, data }) => kind === 'floor.given' && (data as { as: string }).as === 'round',
          );
          const turns = given.map(({ data }) => (data as { person: string }).person);
          for (const person of people) expect(turns.filter(one => one === person).length).toBeLessThanOrEqual(2);
          const { round } = here(now);
          const asked = now.log.flatMap(({ kind, data }) =>
            kind === 'floor.given' || kind === 'floor.missed' ? [(data as { person: string }).person] : [],
          );
          if (!round) expect([...new Set(asked)].sort()).toEqual([...people].sort());
        },
      ),
      { numRuns: 60 },
    );
  });

  test('[F8] the second chance comes after everybody, and somebody of the same town speaks again after all other towns', () => {
    const [a = '', b = '', c = ''] = people;
    const round = after(
      assembled,
      start,
      begin({ order: 'seat', people: [a, b, c] }),
      step(a, 'pass', { room, turn: 0 }),
    );
    expect([holder(round), seen(round).round]).toEqual([
      b,
      expect.objectContaining({ waiting: [b, c], again: [a], stage: 'first' }),
    ]);
    const second = after(round, start, step(b, 'done', { room, turn: 1 }), step(c, 'done', { room, turn: 2 }));
    expect([holder(second), seen(second).round?.stage]).toEqual([a, 'again']);
    expect(seen(after(second, start, step(a, 'pass', { room, turn: 3 })))).toMatchObject({ holder: null, round: null });
    const byTown = after(assembled, start, begin({ order: 'municipality', seed: 3 }));
    const towns = (seen(byTown).round?.waiting ?? []).map(person => people.indexOf(person) % 3);
    expect([new Set(towns.slice(0, 3)).size, new Set(towns.slice(3)).size]).toEqual([3, 3]);
  });

  test('[F10] who neither hosts nor owns it changes nothing of the floor', () => {
    const asked = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)));
    for (const one of [step(dina, 'withdraw', { room, item: id(2) }), step(dina, 'done', { room, turn: 0 })])
      expect(tried(asked, start, one)).toEqual(refused('floor.not-yours'));
    for (const one of [
      step(cleo, 'give', { room, person: cleo }),
      step(cleo, 'take', { room, turn: 0 }),
      step(cleo, 'place', { room, item: id(2), to: 0 }),
      step(cleo, 'begin', roundInput(room, id(9))),
    ])
      expect(tried(asked, start, one)).toEqual(refused('not-permitted'));
  });

  test('[F12] a place that is taken back has lost no time, and an older word about a turn ends no newer one', () => {
    const first = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)));
    const asked = after(first, start + 1, ask(dina, id(3)));
    const out = after(asked, start + 5_000, step(cleo, 'withdraw', { room, item: id(2) }));
    expect(waiting(out)).toEqual([dina]);
    expect(waiting(after(out, start + 9_000, step(cleo, 'restore', { room, item: id(2) })))).toEqual([cleo, dina]);
    const next = after(asked, start, step(ben, 'done', { room, turn: 0 }));
    expect(tried(next, start, step(ben, 'done', { room, turn: 0 }))).toEqual(refused('floor.over'));
    expect(tried(next, start, step(ada, 'take', { room, turn: 0 }))).toEqual(refused('floor.over'));
  });

  test('a host’s place stays while the queue moves up, and skipping puts somebody behind all others', () => {
    const asked = after(
      assembled,
      start,
      ask(ben, id(1)),
      ...people.slice(1).map((person, at) => ask(person, id(at + 2))),
    );
    const [, b = '', c = '', d = '', e = '', f = ''] = people;
    const moved = after(asked, start, step(ada, 'place', { room, item: id(6), to: 1 }));
    expect(waiting(moved)).toEqual([b, f, c, d, e]);
    const served = after(moved, start, step(ben, 'done', { room, turn: 0 }));
    expect([holder(served), waiting(served)]).toEqual([b, [f, c, d, e]]);
    const skipped = after(served, start, step(ada, 'skip', { room, item: id(6) }));
    expect(waiting(skipped)).toEqual([c, d, e, f]);
  });

  test('somebody who is moved to another room waits there no more, and a room that closes forgets its floor', () => {
    const asked = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)));
    const left = after(asked, start, { by: ben, kind: 'sessions.leave', input: { room } });
    expect([holder(left), waiting(left)]).toEqual([cleo, []]);
    const closed = after(asked, start, { by: ada, kind: 'sessions.close', input: { session } });
    expect(floorOf(floorIn(closed), session).rooms).toEqual({});
  });
});
