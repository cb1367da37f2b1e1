import { chances } from '../../kernel/chances.ts';
import type { Guest } from './guest.ts';

/** A guest's id by number. */
export const guestAt = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Somebody of whom only the id is known, and what a test says besides. */
export const guest = (number: number, known: Partial<Guest> = {}): Guest => ({
  person: guestAt(number),
  town: '',
  languages: [],
  cluster: null,
  role: 'participant',
  ...known,
});

/**
 * A roster as dialogues have them: about two people from each town, who speak what is spoken there, in four clusters; some lead, take
 * notes or interpret, and of a few nothing is known.
 */
export function rosterOf(size: number, seed: number): Guest[] {
  const next = chances(seed);
  const towns = Math.max(2, Math.round(size * 0.55));
  return Array.from({ length: size }, (_, at) => {
    const town = Math.floor(next() * towns);
    const second = (['fr', 'en', 'en', 'de'] as const)[town % 4] ?? 'en';
    const languages: Guest['languages'] =
      second === 'de' ? ['en', 'de'] : next() < 0.6 ? ['ar', 'en'] : next() < 0.7 ? ['ar', second] : ['ar', 'fr', 'en'];
    const chance = next();
    const role =
      chance < 0.08 ? 'facilitator' : chance < 0.12 ? 'note-taker' : chance < 0.18 ? 'interpreter' : 'participant';
    return guest(at + 1, {
      town: next() < 0.03 ? '' : `t${town}`,
      languages: next() < 0.03 ? [] : languages,
      cluster: next() < 0.1 ? null : `c${1 + (town % 4)}`,
      role,
    });
  });
}
