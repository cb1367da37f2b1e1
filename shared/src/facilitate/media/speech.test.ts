import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../limits.ts';
import { evolveSpeech, type SpeechDevice, type SpeechEvent, type SpeechOverview, speakingIn } from './speech.ts';

const people = ['ada', 'ben', 'cleo', 'dina'];
const device: SpeechDevice = { by: 'sound', microphone: 'open', network: 'good' };

const anyEvent = fc.oneof(
  fc.record({
    kind: fc.constant('speaking' as const),
    room: fc.constantFrom('one', 'two'),
    people: fc.subarray(people),
  }),
  fc.record({
    kind: fc.constant('device' as const),
    room: fc.constantFrom('one', 'two'),
    person: fc.constantFrom(...people),
    device: fc.constantFrom(null, device),
  }),
);
/** Events in the order of time, with pauses from one to the next. */
const anyHistory = fc
  .array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 40_000 })), { maxLength: 120, size: 'max' })
  .map(list => {
    let at = 1_000_000;
    return list.map(([event, pause]): SpeechEvent => {
      at += pause;
      return { ...event, at };
    });
  });
const after = (events: readonly SpeechEvent[]): SpeechOverview => events.reduce(evolveSpeech, {});

describe('the overview of speech', () => {
  it('whatever happens, intervals are in order and apart, one at most goes on, and silence is there exactly while nobody speaks', () => {
    fc.assert(
      fc.property(anyHistory, events => {
        for (const room of Object.values(after(events))) {
          expect(room.silentSince === null).toBe(speakingIn(room).length > 0);
          for (const { spoken, heardAt } of Object.values(room.people)) {
            expect(spoken.length).toBeLessThanOrEqual(limits.speechIntervals);
            for (const [at, { from, to }] of spoken.entries()) {
              expect(to === null).toBe(to === null && at === spoken.length - 1);
              expect(from).toBeLessThanOrEqual(to ?? Number.POSITIVE_INFINITY);
              expect(from).toBeGreaterThan(spoken[at - 1]?.to ?? 0);
            }
            if (spoken.length > 0) expect(heardAt).not.toBeNull();
          }
        }
      }),
    );
  });

  it('whoever is said to speak does, and whoever has gone does not', () => {
    fc.assert(
      fc.property(anyHistory, fc.subarray(people), (events, speaking) => {
        const at = 10_000_000;
        const overview = evolveSpeech(after(events), { kind: 'speaking', at, room: 'one', people: speaking });
        expect(speakingIn(overview.one ?? { silentSince: null, people: {} }).sort()).toEqual([...speaking].sort());
        const gone = people.reduce<SpeechOverview>(
          (now, person) => evolveSpeech(now, { kind: 'device', at: at + 1, room: 'one', person, device: null }),
          overview,
        );
        expect(gone.one ? speakingIn(gone.one) : []).toEqual([]);
      }),
    );
  });

  it('a breath does not end what somebody says, and a longer pause does', () => {
    const speaking = (at: number, ...who: string[]): SpeechEvent => ({
      kind: 'speaking',
      at,
      room: 'one',
      people: who,
    });
    const spoken = (events: readonly SpeechEvent[]) => after(events).one?.people.ada?.spoken;
    expect(spoken([speaking(1_000, 'ada'), speaking(3_000), speaking(4_000, 'ada'), speaking(6_000)])).toEqual([
      { from: 1_000, to: 6_000 },
    ]);
    expect(spoken([speaking(1_000, 'ada'), speaking(3_000), speaking(4_001, 'ada')])).toEqual([
      { from: 1_000, to: 3_000 },
      { from: 4_001, to: null },
    ]);
  });

  it('what is older than five minutes is let go, and so is a room that nobody is in; when somebody was last heard stays', () => {
    const came = { kind: 'device', at: 0, room: 'one', person: 'ada', device } as const;
    const spoke = [came, { kind: 'speaking', at: 1, room: 'one', people: ['ada'] }] as const;
    const ended = [...spoke, { kind: 'speaking', at: 5_000, room: 'one', people: [] }] as const;
    const later = limits.speechWindow + 6_000;
    const again = after([...ended, { kind: 'speaking', at: later, room: 'one', people: ['ada'] }]);
    expect(again.one?.people.ada).toEqual({ device, spoken: [{ from: later, to: null }], heardAt: later });
    expect(after(ended).one?.people.ada?.heardAt).toBe(5_000);
    expect(after([...ended, { ...came, at: later, device: null }])).toEqual({});
  });

  it('of many short utterances the latest are kept', () => {
    const events = Array.from({ length: limits.speechIntervals + 1 }, (_, at): SpeechEvent[] => [
      { kind: 'speaking', at: at * 1_500, room: 'one', people: ['ada'] },
      { kind: 'speaking', at: at * 1_500 + 100, room: 'one', people: [] },
    ]).flat();
    const { spoken = [] } = after(events).one?.people.ada ?? {};
    expect(spoken).toHaveLength(limits.speechIntervals);
    expect(spoken.at(-1)?.from).toBe(limits.speechIntervals * 1_500);
  });
});
