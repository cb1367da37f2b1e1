import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginning, commandsOf, type Play, passTime, play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import type { Audience } from '../../kernel/context.ts';
import { cleo, sampleIds, sampleNames, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { signs } from './reactions.messages.ts';
import type { Reactions } from './reactions.rules.ts';

const slice = slices.reactions;
const [session = ''] = sampleSessions;
const room = `${session}/plenary`;
const stateOf = ({ state }: Pick<Play, 'state'>) => state.reactions as Reactions;
const property = (holds: (play: Play, sent: readonly Sent[]) => void, numRuns = 120) =>
  fc.assert(
    fc.property(commandsOf(rules, 60, 'reactions'), sent => holds(playRandom(rules, sent), sent)),
    { numRuns },
  );
const seen = (play: Play, role: Audience['role'], at: string) =>
  slice.view(stateOf(play), { role, place: { session: at.slice(0, 36), room: at }, watches: [] });

describe('signs', () => {
  test('[R1] end by themselves a minute and a few seconds later', () => {
    property((before, sent) => {
      const now = sent.at(-1)?.at ?? 0;
      const ends = Object.values(stateOf(before)).flatMap(of => signs.flatMap(sign => Object.values(of[sign])));
      for (const until of ends) {
        expect(until).toBeGreaterThan(now);
        expect(until - now).toBeLessThanOrEqual(limits.signStands + limits.signsTogether);
      }
      expect(stateOf(passTime(rules, now + limits.signStands + limits.signsTogether, before))).toEqual({});
    });
  });

  test('[R2] count everybody once', () => {
    property(play => {
      for (const at of new Set(sampleNames.rooms)) {
        const own = sampleIds.map(
          person =>
            slice.own?.(stateOf(play), person, {
              role: 'participant',
              place: { session: at.slice(0, 36), room: at },
              watches: [],
            }) ?? [],
        );
        for (const sign of signs)
          expect(seen(play, 'participant', at)[at]?.[sign] ?? 0).toBe(own.filter(all => all.includes(sign)).length);
      }
    });
  });

  test('[R3] name nobody, but to hosts those who have a question', () => {
    property(play => {
      for (const at of new Set(sampleNames.rooms)) {
        const shown = seen(play, 'participant', at);
        for (const person of sampleIds) expect(JSON.stringify(Object.values(shown))).not.toContain(person);
        for (const [of, { asking, question }] of Object.entries(seen(play, 'facilitator', at))) {
          expect(asking.length).toBe(question);
          expect([...asking].sort()).toEqual(Object.keys(stateOf(play)[of]?.question ?? {}).sort());
        }
      }
    });
  });

  test('[R4] are of those alone who sit in the room', () => {
    property(play => {
      for (const [at, of] of Object.entries(stateOf(play)))
        for (const person of signs.flatMap(sign => Object.keys(of[sign])))
          expect(rules.placeOf(play.state, person)?.room).toBe(at);
    });
  });

  test('[R1] [R2] stand on when they are shown again, and count once', () => {
    const sign = (at: number): Sent => ({
      by: cleo,
      kind: 'reactions.sign',
      input: { room, sign: 'slower', on: true },
      at,
    });
    const shown = play(rules, [...beginning, sign(2), sign(30_000)]);
    expect(seen(shown, 'participant', room)[room]?.slower).toBe(1);
    expect(stateOf(passTime(rules, limits.signStands + limits.signsTogether, shown))[room]?.slower).toHaveProperty(
      cleo,
    );
  });
});
