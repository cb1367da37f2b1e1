import { describe, expect, test } from 'vitest';
import { groupingInput, passTime, personInput } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { roundInput } from './floor.samples.ts';
import { floorOf } from './floor.state.ts';
import {
  after,
  ask,
  assembled,
  begin,
  connection,
  floorIn,
  holder,
  id,
  people,
  refused,
  room,
  rule,
  seen,
  session,
  start,
  step,
  tried,
  waiting,
} from './meeting.samples.ts';

describe('the floor of a room', () => {
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

  test('somebody who is moved to another room waits there no more, and a room that closes forgets its floor', () => {
    const asked = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)));
    const left = after(asked, start, { by: ben, kind: 'sessions.leave', input: { room } });
    expect([holder(left), waiting(left)]).toEqual([cleo, []]);
    const closed = after(asked, start, { by: ada, kind: 'sessions.close', input: { session } });
    expect(floorOf(floorIn(closed), session).rooms).toEqual({});
  });

  test('[F2] what was heard of somebody without the floor counts as what they spoke with it', () => {
    const quiet = after(assembled, start, rule({ policy: 'least-spoken' }), ask(ben, id(1)));
    const spoke = (from: typeof quiet) =>
      after(from, start + 100_000, {
        by: 'engine',
        kind: 'exchange.record',
        input: { room, to: start + 90_000, runs: [{ person: cleo, from: start, to: start + 90_000 }] },
      });
    const both = (from: typeof quiet) =>
      after(after(from, start + 100_000, ask(cleo, id(2))), start + 101_000, ask(dina, id(3)));
    expect(waiting(both(quiet))).toEqual([cleo, dina]);
    expect(waiting(both(spoke(quiet)))).toEqual([dina, cleo]);
  });

  test('[F2] what somebody held the floor for adds up over their turns', () => {
    const turn = (from: typeof assembled, at: number, by: string, item: number, number: number) =>
      after(after(from, at, ask(by, id(item))), at + 40_000, step(by, 'done', { room, turn: number }));
    const twice = turn(
      turn(
        turn(after(assembled, start, rule({ policy: 'least-spoken' })), start, ben, 1, 0),
        start + 50_000,
        ben,
        2,
        1,
      ),
      start + 100_000,
      cleo,
      3,
      2,
    );
    const asked = after(twice, start + 150_000, ask(dina, id(4)), ask(ben, id(5)), ask(cleo, id(6)));
    expect(waiting(asked)).toEqual([cleo, ben]);
  });

  test('[F4] who waits to reply to a turn that a host ends for another one waits for a turn of their own', () => {
    const asked = after(
      assembled,
      start,
      ask(ben, id(1)),
      ask(cleo, id(2), 'reply'),
      ask(dina, id(3)),
      ask(dina, id(4), 'process'),
    );
    const given = after(asked, start, step(ada, 'give', { room, person: people[3] ?? '' }));
    expect(seen(given).queue.map(({ person, as }) => [person, as])).toEqual([
      [dina, 'process'],
      [cleo, 'turn'],
      [dina, 'turn'],
    ]);
  });

  test('[F7] who becomes an observer holds nothing any more, and who goes takes no place back', () => {
    const asked = after(assembled, start, ask(ben, id(1)), ask(cleo, id(2)));
    const edit = (person: string) => ({
      by: ada,
      kind: 'people.edit',
      input: personInput(person, 'P', { email: '', role: 'observer' }),
    });
    expect([holder(after(asked, start, edit(ben))), waiting(after(asked, start, edit(cleo)))]).toEqual([cleo, []]);
    const out = after(asked, start, step(cleo, 'withdraw', { room, item: id(2) }));
    const back = after(
      out,
      start,
      { by: cleo, kind: 'sessions.leave', input: { room } },
      { by: cleo, kind: 'sessions.enter', input: { session } },
    );
    expect(tried(back, start, step(cleo, 'restore', { room, item: id(2) }))).toEqual(refused('floor.unknown'));
  });

  test('[F7] whoever is moved to another room waits and speaks no more in the old one', () => {
    const breakout = `${session}/${id(50)}`;
    const grouping = { ...groupingInput(id(51), { [breakout]: [cleo] }), session };
    const moved = after(
      assembled,
      start,
      ask(ben, id(1)),
      ask(cleo, id(2)),
      { by: ada, kind: 'breakouts.prepare', input: grouping },
      { by: ada, kind: 'breakouts.open', input: { session, grouping: id(51) } },
      { by: ada, kind: 'breakouts.go', input: { session } },
    );
    // Everybody is dealt to a breakout, also who is in no list.
    expect([holder(moved), waiting(moved)]).toEqual([null, []]);
  });

  test('[F8] who passes a second time is asked no third time, and hosts and observers who come are not asked', () => {
    const [a = '', b = ''] = people;
    const round = after(assembled, start, begin({ order: 'seat', people: [a, b] }));
    const again = after(round, start, step(a, 'pass', { room, turn: 0 }), step(b, 'pass', { room, turn: 1 }));
    expect(seen(again)).toMatchObject({ holder: { person: a }, round: { stage: 'again', waiting: [a, b], again: [] } });
    const third = after(again, start, step(a, 'pass', { room, turn: 2 }));
    expect(seen(third)).toMatchObject({ holder: { person: b }, round: { waiting: [b], again: [] } });
    const away = after(round, start, { by: ada, kind: 'sessions.leave', input: { room } });
    const host = after(away, start, { by: ada, kind: 'sessions.enter', input: { session } });
    expect(seen(host).round?.waiting).toEqual([a, b]);
    const newcomer = people[4] ?? '';
    const left = after(round, start, { by: newcomer, kind: 'sessions.leave', input: { room } });
    const came = after(left, start, { by: newcomer, kind: 'sessions.enter', input: { session } });
    expect(seen(came).round?.waiting).toEqual([a, b, newcomer]);
  });

  test('[F8] a reply and a point of process come before the next one of a round, and a turn after it', () => {
    const [a = '', b = '', c = '', d = ''] = people;
    const round = after(assembled, start, begin({ order: 'seat', people: [a, b] }));
    const asked = after(round, start, ask(d, id(1)), ask(c, id(2), 'process'), ask(b, id(3), 'reply'));
    const serve = (from: typeof asked, turn: number) =>
      after(from, start, step(holder(from) ?? '', 'done', { room, turn }));
    const [first, second, third] = [serve(asked, 0), serve(serve(asked, 0), 1), serve(serve(serve(asked, 0), 1), 2)];
    expect([first, second, third].map(from => seen(from).holder)).toMatchObject([
      { person: b, as: 'reply' },
      { person: c, as: 'process' },
      { person: b, as: 'round' },
    ]);
    expect(seen(serve(third, 3)).holder).toMatchObject({ person: d, as: 'turn' });
  });
});
