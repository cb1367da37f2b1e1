import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, playRandom } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { sampleIds, sampleNames, valuesOf } from '../../kernel/messages.samples.ts';
import type { Recorded } from '../../kernel/slice.ts';
import { evolve } from './media.evolve.ts';
import { facts } from './media.messages.ts';
import { isQuiet, type Media, namedIn } from './media.state.ts';

type MediaFact = Parameters<typeof evolve>[1];
type Named = { room: string; person?: string; people?: readonly string[]; source?: string };

const runs = { numRuns: 80 };
const histories = commandsOf(rules, 40, 'media').map(sent => playRandom(rules, sent));
const mediaOf = ({ state }: { state: { readonly [slice: string]: unknown } }) => state.media as Media;
const isOfMedia = ({ kind }: Recorded) => kind.startsWith('media.');

/** Any fact of the slice that its schema accepts, also one that no rule would decide now. */
const anyFact = fc
  .constantFrom(...(Object.keys(facts) as (keyof typeof facts)[]))
  .chain(kind =>
    valuesOf(facts[kind], sampleNames).map(
      data => ({ kind, data, v: 1, personal: null, seq: 999, at: 2e12, actor: sampleIds[0] }) as unknown as MediaFact,
    ),
  );

/** The facts that end something. */
const ending = anyFact.filter(({ kind }) =>
  ['media.started', 'media.declined', 'media.unshared', 'media.lapsed', 'media.unwanted', 'media.cleared'].includes(
    kind,
  ),
);

/** What was said last of somebody's stream or ask in a room: the log read backwards, without a state. */
function lastOf(log: readonly Recorded[], room: string, person: string, kinds: (fact: Named, kind: string) => boolean) {
  return log.findLast(({ kind, data }) => {
    const one = data as Named;
    return one.room === room && (one.person === person || one.people?.includes(person)) && kinds(one, kind);
  });
}

describe('the state of a room’s streams', () => {
  test('[V1] [V2] [V10] a microphone or camera is stopped when the last that was said of it is that it was stopped', () => {
    fc.assert(
      fc.property(histories, play => {
        const log = play.log.filter(isOfMedia);
        for (const room of new Set(sampleNames.rooms))
          for (const person of sampleIds)
            for (const source of ['microphone', 'camera'] as const) {
              const last = lastOf(
                log,
                room,
                person,
                (one, kind) =>
                  kind === 'media.cleared' ||
                  (['media.stopped', 'media.started'].includes(kind) && one.source === source),
              );
              const isStopped = mediaOf(play)[room]?.stopped[person]?.[source] === true;
              expect(isStopped).toBe(last?.kind === 'media.stopped');
            }
      }),
      runs,
    );
  });

  test('[V3] somebody is asked what they were asked last, until they open it, decline, are stopped or leave', () => {
    fc.assert(
      fc.property(histories, play => {
        const log = play.log.filter(isOfMedia);
        for (const room of new Set(sampleNames.rooms))
          for (const person of sampleIds) {
            const ask = lastOf(log, room, person, (_, kind) => kind === 'media.asked');
            const since = ask ? log.slice(log.indexOf(ask) + 1) : [];
            const { source } = (ask?.data ?? {}) as Named;
            const end = lastOf(since, room, person, (one, kind) =>
              ['media.started', 'media.stopped'].includes(kind)
                ? one.source === source
                : ['media.declined', 'media.cleared'].includes(kind),
            );
            const expected = ask && !end ? { source, by: ask.actor, at: ask.at } : undefined;
            expect(mediaOf(play)[room]?.asked[person]).toEqual(expected);
          }
      }),
      runs,
    );
  });

  test('is total: any fact of the slice, however stale, changes one room at most, and a quiet room is not kept', () => {
    fc.assert(
      fc.property(histories, anyFact, (play, fact) => {
        const before = mediaOf(play);
        const after = evolve(before, fact);
        for (const room of Object.keys({ ...before, ...after }))
          if (room !== fact.data.room) expect(after[room]).toBe(before[room]);
        for (const now of Object.values(after)) expect(isQuiet(now)).toBe(false);
        expect(JSON.parse(JSON.stringify(after))).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });

  test('is left as it is by the end of what somebody does not have', () => {
    fc.assert(
      fc.property(histories, ending, (play, fact) => {
        const before = mediaOf(play);
        const { room, person } = fact.data as Named;
        const now = before[room];
        if (!now || !namedIn(now).includes(person ?? '')) expect(evolve(before, fact)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  test('[V10] names nobody in a room after they were cleared from it, and all others as before', () => {
    fc.assert(
      fc.property(histories, play => {
        for (const [room, now] of Object.entries(mediaOf(play)))
          for (const person of namedIn(now)) {
            const fact = { kind: 'media.cleared', data: { room, person } } as MediaFact;
            const after = evolve(mediaOf(play), fact)[room];
            const others = namedIn(now).filter(one => one !== person);
            expect(after ? namedIn(after) : []).toEqual(others);
          }
      }),
      runs,
    );
  });
});
