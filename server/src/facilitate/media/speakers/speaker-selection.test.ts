import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AudioLevel,
  activeSpeakersOf,
  isLoud,
  isSpeaking,
  noSpeakers,
  putOnStandby,
  removeSpeaker,
  selectSpeaker,
  silence,
  updateLevel,
} from './speaker-selection.ts';

const frame = 20;

/** The level of somebody who has spoken at `below` -dBov for `lasting` ms, until `now`. */
function speech(below: number, lasting: number, now: number): AudioLevel {
  let level = silence;
  for (let at = now - lasting; at <= now; at += frame) level = updateLevel(level, below, at);
  return level;
}

const levels = (of: Record<string, AudioLevel>) => (person: string) => of[person] ?? silence;
const full = ['Ada', 'Ben', 'Cleo'];

describe('the speakers of a plenary', () => {
  it('the first loud packet of a newcomer takes a free place at once', () => {
    const selected = selectSpeaker(['Ada'], 'Dina', levels({ Dina: updateLevel(silence, 20, 1_000) }), 1_000);
    expect(selected).toEqual(['Ada', 'Dina']);
  });

  it('a newcomer replaces the one who has been silent for longest, and nobody who speaks', () => {
    const now = 10_000;
    const of = { Ada: speech(20, 900, now), Ben: speech(20, 900, now - 5_000), Cleo: speech(20, 900, now - 2_000) };
    const selected = selectSpeaker(full, 'Dina', levels({ ...of, Dina: updateLevel(silence, 20, now) }), now);
    expect(selected).toEqual(['Ada', 'Cleo', 'Dina']);
  });

  it('among people who all speak, only a clearly louder one who goes on is selected', () => {
    const now = 10_000;
    const of = { Ada: speech(20, 2_000, now), Ben: speech(30, 2_000, now), Cleo: speech(25, 2_000, now) };
    const after = (dina: AudioLevel) => selectSpeaker(full, 'Dina', levels({ ...of, Dina: dina }), now);
    expect(after(speech(29, 2_000, now))).toEqual(full);
    expect(after(speech(10, 200, now))).toEqual(full);
    expect(after(speech(10, 600, now))).toEqual(['Ada', 'Cleo', 'Dina']);
  });

  it('the noise of a room is not speech', () => {
    const now = 1_000;
    expect(isLoud(speech(70, 900, now), now)).toBe(false);
    expect(isSpeaking(speech(70, 900, now), now)).toBe(false);
    expect(isLoud(speech(30, 900, now), now)).toBe(true);
  });

  it('a cough is not speech; a pause between words does not end speech, a long pause does', () => {
    expect(isSpeaking(updateLevel(silence, 20, 1_000), 1_000)).toBe(false);
    const level = speech(20, 200, 1_000);
    expect(isSpeaking(level, 1_400)).toBe(true);
    expect(isSpeaking(level, 1_700)).toBe(false);
    expect(isSpeaking(updateLevel(level, 100, 1_020), 1_020)).toBe(true);
  });

  it('frames of 60 ms count as speech like frames of 20 ms', () => {
    let level = silence;
    for (const at of [0, 60, 120]) level = updateLevel(level, 20, at);
    expect(isSpeaking(level, 120)).toBe(true);
  });

  it('the first active speaker stays first until another is clearly louder', () => {
    const now = 10_000;
    const order = (ada: number, ben: number, before: readonly string[]) =>
      activeSpeakersOf(
        before,
        new Map([speech(ada, 900, now), speech(ben, 900, now)].map((level, at) => [full[at] ?? '', level])),
        now,
      );
    expect(order(25, 20, [])).toEqual(['Ben', 'Ada']);
    expect(order(25, 22, ['Ada', 'Ben'])).toEqual(['Ada', 'Ben']);
    expect(order(30, 20, ['Ada', 'Ben'])).toEqual(['Ben', 'Ada']);
    expect(order(70, 20, ['Ada', 'Ben'])).toEqual(['Ben']);
  });

  it('whoever speaks when, at most three are selected, all of them on standby, and nobody twice', () => {
    const anyAct = fc.record({
      who: fc.constantFrom(...'abcdefghijkl'),
      act: fc.constantFrom('speak' as const, 'speak' as const, 'speak' as const, 'open' as const, 'close' as const),
      below: fc.integer({ min: 0, max: 127 }),
      pause: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 120 }), acts => {
        let selection = noSpeakers;
        let now = 0;
        const of: Record<string, AudioLevel> = {};
        const after = {
          open: (who: string) => putOnStandby(selection, who),
          close: (who: string) => removeSpeaker(selection, who),
          speak(who: string, below: number) {
            const level = updateLevel(of[who] ?? silence, below, now);
            of[who] = level;
            const selected = selectSpeaker(selection.selected, who, levels(of), now);
            return isLoud(level, now) ? putOnStandby({ ...selection, selected }, who) : selection;
          },
        };
        for (const { who, act, below, pause } of acts) {
          now += pause;
          selection = after[act](who, below);
          const { selected, standby } = selection;
          expect(selected.length).toBeLessThanOrEqual(limits.selectedSpeakers);
          expect(standby.length).toBeLessThanOrEqual(limits.standbySpeakers);
          expect(new Set(selected).size).toBe(selected.length);
          expect(standby).toEqual(expect.arrayContaining([...selected]));
          if (act === 'close') expect([...selected, ...standby]).not.toContain(who);
        }
      }),
    );
  });
});
