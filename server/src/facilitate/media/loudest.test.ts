import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  forget,
  hear,
  isLoud,
  isSpeaking,
  makeReady,
  nobody,
  silence,
  speakersOf,
  takeTurn,
  type Voice,
} from './loudest.ts';

const frame = 20;

/** The voice of somebody who has spoken at a loudness for so long, ending at `now`. */
function speech(below: number, lasting: number, now: number): Voice {
  let voice = silence;
  for (let at = now - lasting; at <= now; at += frame) voice = hear(voice, below, at);
  return voice;
}

const voices = (of: Record<string, Voice>) => (person: string) => of[person] ?? silence;
const full = ['Ada', 'Ben', 'Cleo'];

describe('who is heard in a plenary', () => {
  it('the first sound of a newcomer takes a free place at once', () => {
    const heard = takeTurn(['Ada'], 'Dina', voices({ Dina: hear(silence, 20, 1_000) }), 1_000);
    expect(heard).toEqual(['Ada', 'Dina']);
  });

  it('a newcomer takes the place of who has been silent for longest, and of nobody who speaks', () => {
    const now = 10_000;
    const of = { Ada: speech(20, 900, now), Ben: speech(20, 900, now - 5_000), Cleo: speech(20, 900, now - 2_000) };
    const heard = takeTurn(full, 'Dina', voices({ ...of, Dina: hear(silence, 20, now) }), now);
    expect(heard).toEqual(['Ada', 'Cleo', 'Dina']);
  });

  it('among people who all speak only a clearly louder voice that lasts is let in', () => {
    const now = 10_000;
    const of = { Ada: speech(20, 2_000, now), Ben: speech(30, 2_000, now), Cleo: speech(25, 2_000, now) };
    const after = (dina: Voice) => takeTurn(full, 'Dina', voices({ ...of, Dina: dina }), now);
    expect(after(speech(29, 2_000, now))).toEqual(full);
    expect(after(speech(10, 200, now))).toEqual(full);
    expect(after(speech(10, 600, now))).toEqual(['Ada', 'Cleo', 'Dina']);
  });

  it('the hum of a room is nobody’s voice', () => {
    const now = 1_000;
    expect(isLoud(speech(70, 900, now), now)).toBe(false);
    expect(isSpeaking(speech(70, 900, now), now)).toBe(false);
    expect(isLoud(speech(30, 900, now), now)).toBe(true);
  });

  it('a cough is not speech, a pause between words does not end it, a long one does', () => {
    expect(isSpeaking(hear(silence, 20, 1_000), 1_000)).toBe(false);
    const voice = speech(20, 200, 1_000);
    expect(isSpeaking(voice, 1_400)).toBe(true);
    expect(isSpeaking(voice, 1_700)).toBe(false);
    expect(isSpeaking(hear(voice, 100, 1_020), 1_020)).toBe(true);
  });

  it('frames of 60 ms are speech as much as frames of 20 ms', () => {
    let voice = silence;
    for (const at of [0, 60, 120]) voice = hear(voice, 20, at);
    expect(isSpeaking(voice, 120)).toBe(true);
  });

  it('among those who speak the first stays first until another is clearly louder', () => {
    const now = 10_000;
    const order = (ada: number, ben: number, before: readonly string[]) =>
      speakersOf(
        before,
        new Map([speech(ada, 900, now), speech(ben, 900, now)].map((voice, at) => [full[at] ?? '', voice])),
        now,
      );
    expect(order(25, 20, [])).toEqual(['Ben', 'Ada']);
    expect(order(25, 22, ['Ada', 'Ben'])).toEqual(['Ada', 'Ben']);
    expect(order(30, 20, ['Ada', 'Ben'])).toEqual(['Ben', 'Ada']);
    expect(order(70, 20, ['Ada', 'Ben'])).toEqual(['Ben']);
  });

  it('whoever speaks when, never more than three are heard, all of them ready, and nobody twice', () => {
    const anyAct = fc.record({
      who: fc.constantFrom(...'abcdefghijkl'),
      act: fc.constantFrom('speak', 'speak', 'speak', 'open', 'close'),
      below: fc.integer({ min: 0, max: 127 }),
      pause: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 120 }), acts => {
        let hearing = nobody;
        let now = 0;
        const of: Record<string, Voice> = {};
        for (const { who, act, below, pause } of acts) {
          now += pause;
          if (act === 'open') hearing = makeReady(hearing, who);
          if (act === 'close') hearing = forget(hearing, who);
          if (act === 'speak') {
            of[who] = hear(of[who] ?? silence, below, now);
            const heard = takeTurn(hearing.heard, who, voices(of), now);
            if (of[who].loudAt === now) hearing = makeReady({ ...hearing, heard }, who);
          }
          const { heard, ready } = hearing;
          expect(heard.length).toBeLessThanOrEqual(limits.voicesHeard);
          expect(ready.length).toBeLessThanOrEqual(limits.voicesReady);
          expect(new Set(heard).size).toBe(heard.length);
          expect(ready).toEqual(expect.arrayContaining([...heard]));
          if (act === 'close') expect([...heard, ...ready]).not.toContain(who);
        }
      }),
    );
  });
});
