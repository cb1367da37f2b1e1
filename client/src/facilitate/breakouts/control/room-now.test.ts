import type { LiveView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { PersonSpeech, SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import type { Seat } from '@multaqa/shared/facilitate/sessions/sessions.state';
import { ada, ben, cleo, dina, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byNeed, type RoomNow, roomsNow } from './room-now.ts';

/**
 * [N1] Every room of the grouping is there once, with everybody who sits in it and nobody else.
 * [N2] A room that asks for help comes before one that is silent, whoever has waited longest first; all others stay in their order.
 * [N3] A room of two and more is silent once nobody has been heard for half a minute, and never while somebody speaks.
 * [N4] Who has not been heard since they came is told apart, after a minute; who takes part by text, and who is heard, never.
 */

const [session = ''] = sampleSessions;
const people = [ada, ben, cleo, dina];
const rooms = people.map(id => `${session}/${id}`);
const [first, second, third] = rooms as [string, string, string];
const now = 1_700_000_000_000;
const aSecond = 1_000;

const seat = (room: string, more: Partial<Seat> = {}): Seat => ({ room, since: now - 300_000, lostAt: null, ...more });
const speech = (more: Partial<PersonSpeech> = {}): PersonSpeech => ({
  device: { by: 'sound', microphone: 'open', network: 'good' },
  spoken: [],
  heardAt: null,
  ...more,
});
const liveWith = (help: NonNullable<LiveView['hosts']>['help'] = {}): LiveView => ({
  ...{ session, grouping: ada, openedAt: now - 300_000, movesAt: null, endsAt: null, isClosing: false },
  ...{ title: 'Round one', way: 'hand', round: null, late: 'ask', plenary: 'closed', seats: null },
  rooms: rooms.map((room, mark) => ({ room, names: {}, mark, cluster: null, roles: {}, taken: 0 })),
  inside: {},
  hosts: { places: {}, sent: {}, asks: {}, help, guests: {}, broadcasts: [] },
});
const inFirst = (of: Partial<PersonSpeech>, since = now - 300_000): RoomNow => {
  const seats = { [ada]: seat(first, { since }), [ben]: seat(first) };
  const overview = { [first]: { silentSince: null, people: { [ada]: speech(of), [ben]: speech({ heardAt: now }) } } };
  return roomsNow(liveWith(), seats, overview, now)[0] as RoomNow;
};
const adaIn = ({ people: there }: RoomNow) => there.find(({ person }) => person === ada);

describe('who is in a room', () => {
  test('[N4] is heard, quiet, by text, speaking, or new', () => {
    expect(adaIn(inFirst({ heardAt: now - 200_000 }))?.voice).toBe('heard');
    expect(adaIn(inFirst({}))?.voice).toBe('quiet');
    expect(adaIn(inFirst({}, now - 59_000))?.voice, 'a moment ago').toBe('new');
    expect(adaIn(inFirst({ heardAt: now - 100_000 }, now - 70_000))?.voice, 'heard before they came').toBe('quiet');
    expect(adaIn(inFirst({ device: { by: 'text', microphone: 'none', network: 'good' } }))?.voice).toBe('reads');
    expect(adaIn(inFirst({ spoken: [{ from: now - 2_000, to: null }] }))?.voice).toBe('speaking');
    const unknown = roomsNow(liveWith(), { [ada]: seat(first) }, null, now)[0] as RoomNow;
    expect(adaIn(unknown)?.voice, 'nothing is known of voices').toBe('new');
  });

  test('has a line that is good, weak, or away', () => {
    const line = (network: 'good' | 'weak' | 'audio-only' | 'lost') =>
      adaIn(inFirst({ device: { by: 'sound', microphone: 'open', network } }))?.line;
    expect(['good', 'weak', 'audio-only', 'lost'].map(one => line(one as 'good'))).toEqual([
      'good',
      'weak',
      'weak',
      'away',
    ]);
    const lost = roomsNow(liveWith(), { [ada]: seat(first, { lostAt: now }) }, null, now)[0] as RoomNow;
    expect(adaIn(lost)?.line).toBe('away');
  });

  test('who has not been heard stands first', () => {
    const seats = { [ada]: seat(first, { since: 1 }), [ben]: seat(first, { since: 2 }) };
    const heard = { [ada]: speech({ heardAt: now }), [ben]: speech() };
    const [room] = roomsNow(liveWith(), seats, { [first]: { silentSince: null, people: heard } }, now);
    expect(room?.people.map(({ person }) => person)).toEqual([ben, ada]);
  });
});

describe('what a room needs', () => {
  const seats = { [ada]: seat(first), [ben]: seat(first), [cleo]: seat(second), [dina]: seat(second) };
  const silent = (since: number | null) => ({ silentSince: since, people: { [ada]: speech(), [ben]: speech() } });
  const needIn = (overview: SpeechOverview, help = {}, who: typeof seats | object = seats) =>
    roomsNow(liveWith(help), who as typeof seats, overview, now)[0]?.need;

  test('[N3] silence is pointed out between 24 seconds and half a minute', () => {
    expect(needIn({ [first]: silent(now - 23 * aSecond) })).toBeNull();
    expect(needIn({ [first]: silent(now - 27 * aSecond) })).toEqual({ kind: 'silent', since: now - 27_000 });
    expect(needIn({ [first]: silent(null) }), 'somebody speaks').toBeNull();
  });

  test('[N3] it begins when people have come, and a person alone is not silent', () => {
    const came = { ...seats, [ben]: seat(first, { since: now - 10_000 }) };
    expect(needIn({ [first]: silent(now - 60_000) }, {}, came)).toBeNull();
    expect(needIn({ [first]: silent(now - 60_000) }, {}, { [ada]: seat(first) })).toBeNull();
  });

  test('help comes before everything else, and a room without anybody says so', () => {
    const help = { [first]: { person: ada, text: 'The task?', at: now - 5_000 } };
    expect(needIn({ [first]: silent(now - 60_000) }, help)).toEqual({
      kind: 'help',
      at: now - 5_000,
      text: 'The task?',
    });
    expect(needIn({}, {}, {})).toEqual({ kind: 'empty' });
  });

  test('[law] [N1] [N2] all rooms are there with everybody, those that need a visit first', () => {
    const moment = fc.integer({ min: now - 300_000, max: now });
    const scene = fc.record({
      places: fc.array(fc.integer({ min: 0, max: rooms.length }), { minLength: 4, maxLength: 4 }),
      help: fc.dictionary(fc.constantFrom(...rooms), moment),
      silent: fc.dictionary(fc.constantFrom(...rooms), fc.option(moment)),
    });
    fc.assert(
      fc.property(scene, ({ places, help, silent: since }) => {
        const sits = Object.fromEntries(
          people.map((person, at) => [person, seat(rooms[places[at] ?? 0] ?? `${session}/plenary`)]),
        );
        const overview = Object.fromEntries(
          Object.entries(since).map(([room, at]) => [room, { silentSince: at, people: {} }]),
        );
        const asked = Object.fromEntries(
          Object.entries(help).map(([room, at]) => [room, { person: ada, text: '', at }]),
        );
        const all = roomsNow(liveWith(asked), sits, overview, now);
        expect(all.map(({ card }) => card.room)).toEqual(rooms);
        for (const { card, people: there } of all)
          expect(there.map(({ person }) => person).sort()).toEqual(
            people.filter(one => sits[one]?.room === card.room).sort(),
          );
        const ordered = byNeed(all);
        expect(ordered.map(({ card }) => card.room).sort()).toEqual([...rooms].sort());
        const kinds = ordered.map(({ need }) => (need?.kind === 'help' ? 0 : need?.kind === 'silent' ? 1 : 2));
        expect(kinds).toEqual([...kinds].sort());
        const calm = (list: readonly RoomNow[]) =>
          list.filter(({ need }) => !need || need.kind === 'empty').map(({ card }) => card.room);
        expect(calm(ordered)).toEqual(calm(all));
        const waits = ordered.flatMap(({ need }) => (need?.kind === 'help' ? [need.at] : []));
        expect(waits).toEqual([...waits].sort((a, b) => a - b));
      }),
    );
  });

  test('[N2] who has called longest is first, though its room is the last of the grouping', () => {
    const help = {
      [second]: { person: cleo, text: '', at: now - 1_000 },
      [third]: { person: dina, text: '', at: now - 9_000 },
    };
    const order = byNeed(roomsNow(liveWith(help), seats, null, now)).map(({ card }) => card.room);
    expect(order.slice(0, 2)).toEqual([third, second]);
  });
});
