import fc from 'fast-check';
import { sampleSessions } from '../../kernel/messages.samples.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import { evolve } from './exchange.evolve.ts';
import type { facts, Stratum } from './exchange.messages.ts';
import { exchangeIn, type SessionExchange } from './exchange.state.ts';

type ExchangeFact = FactOf<typeof facts>;
type Run = { person: string; from: number; to: number };

/** People of a meeting in one room: who, as what, from which town, and when they came and went, in ms from its beginning. */
export type Guest = { person: string; as: Stratum; town: string; cluster: string | null; from: number; to: number };
/** `writes`: who wrote when, and whom they replied to. */
export type Meeting = {
  guests: readonly Guest[];
  runs: readonly Run[];
  writes: readonly { person: string; author: string; at: number }[];
};

export const [session = ''] = sampleSessions;
export const room = `${session}/plenary`;
/** When meetings begin, ms since the epoch. */
const begin = 1_700_000_000_000;
/** How long they last, in ms. */
export const length = 40 * 60_000;

const idOf = (at: number) => `${String(at).padStart(8, '0')}-2222-4000-8000-000000000000`;

/** Random meetings of up to eight voices and a host, of a few towns, some of whom come late or go early. */
export const meetings: fc.Arbitrary<Meeting> = fc
  .record({
    // Mostly enough people and speech for figures.
    count: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
      { weight: 5, arbitrary: fc.integer({ min: 4, max: 8 }) },
    ),
    towns: fc.array(fc.constantFrom('Sfax/TN', 'Irbid/JO', 'Bonn/DE'), { minLength: 9, maxLength: 9 }),
    stays: fc.array(fc.tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 36, max: 40 })), {
      minLength: 9,
      maxLength: 9,
    }),
    talk: fc.array(
      fc.record({
        who: fc.nat(8),
        pause: fc.oneof(fc.integer({ min: -2_500, max: 1_500 }), fc.integer({ min: 0, max: 20_000 })),
        ms: fc.oneof(fc.integer({ min: 250, max: 2_500 }), fc.integer({ min: 1_000, max: 150_000 })),
      }),
      { minLength: 25, maxLength: 60 },
    ),
    writes: fc.array(
      fc.record({ who: fc.nat(8), to: fc.nat(8), at: fc.integer({ min: 1_000, max: length - 1_000 }) }),
      {
        maxLength: 5,
      },
    ),
  })
  .map(({ count, towns, stays, talk, writes }) => {
    const guests = Array.from({ length: count + 1 }, (_, at): Guest => {
      const [from = 0, to = 40] = at % 3 === 0 ? [] : (stays[at] ?? []);
      return {
        person: idOf(at),
        as: at === 0 ? 'host' : 'voice',
        town: towns[at] ?? '',
        cluster: ['red', 'blue', null][at % 3] ?? null,
        from: from * 60_000,
        to: to * 60_000,
      };
    });
    const someone = (who: number) => guests[who % guests.length] as Guest;
    const last = new Map<string, number>();
    let now = 60_000;
    const runs = talk.flatMap(({ who, pause, ms }): Run[] => {
      const { person, ...stay } = someone(who);
      const from = Math.max(now + pause, last.get(person) ?? 0, stay.from, 0);
      const to = Math.min(from + ms, stay.to, length - 5_000);
      if (to <= from) return [];
      last.set(person, to);
      now = Math.max(now, to);
      return [{ person, from, to }];
    });
    return {
      guests,
      runs,
      writes: writes.map(({ who, to, at }) => ({ person: someone(who).person, author: someone(to).person, at })),
    };
  });

type Timed = { at: number; fact: ExchangeFact };

/** The facts of a meeting, its runs told in batches that end at these instants (ms from the beginning), and at its end. */
export function factsOf({ guests, runs, writes }: Meeting, cuts: readonly number[] = []): Recorded<ExchangeFact>[] {
  const stratum = new Map(guests.map(({ person, as }) => [person, as]));
  const seats = guests.flatMap(({ person, as, town, cluster, from, to }): Timed[] => {
    const of = { cluster, language: town === 'Bonn/DE' ? 'de' : 'ar', municipality: town };
    return [
      { at: from, fact: { kind: 'exchange.seated', data: { session, person, at: { room, as, of } } } },
      { at: to, fact: { kind: 'exchange.seated', data: { session, person, at: null } } },
    ];
  });
  const ends = [...new Set([...cuts, length])].sort((a, b) => a - b);
  const batches = ends.map((to, at): Timed => {
    const from = ends[at - 1] ?? 0;
    const parts = runs
      .map(run => ({ ...run, from: Math.max(run.from, from), to: Math.min(run.to, to) }))
      .filter(run => run.from < run.to)
      .map(run => ({
        person: run.person,
        as: stratum.get(run.person) ?? 'voice',
        from: begin + run.from,
        to: begin + run.to,
      }));
    return { at: to, fact: { kind: 'exchange.spoken', data: { room, to: begin + to, runs: parts } } };
  });
  const written = writes.map(
    ({ person, at }): Timed => ({
      at,
      fact: { kind: 'exchange.contributed', data: { person, room, channel: 'chat' } },
    }),
  );
  return [...seats, ...batches, ...written]
    .sort(
      (a, b) => a.at - b.at || Number(b.fact.kind === 'exchange.spoken') - Number(a.fact.kind === 'exchange.spoken'),
    )
    .map(
      ({ at, fact }, seq) =>
        ({ ...fact, v: 1, personal: null, seq: seq + 1, at: begin + at, actor: 'engine' }) as Recorded<ExchangeFact>,
    );
}

/** What is known after these facts. */
export const after = (log: readonly Recorded<ExchangeFact>[]): SessionExchange =>
  exchangeIn(log.reduce(evolve, {}), session);
