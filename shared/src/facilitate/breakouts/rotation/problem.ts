import type { PersonId } from '../../../kernel/ids.ts';
import { languages } from '../../../kernel/languages.ts';
import { type Guest, guestsById, meets } from '../guest.ts';
import type { RoomRules } from '../preview.ts';
import type { Before } from './coverage.ts';

/** A round: so many rooms, each with at least `least` and at most `most` people who are not interpreters. */
export type Round = { rooms: number; least: number; most: number };

/** What a rotation is made of, in numbers: people by their position in order of their ids. */
export type Problem = {
  guests: readonly Guest[];
  /** How many of them meet; interpreters come after them. */
  meeting: number;
  size: number;
  /** The town of each person by number, -1 when it is not known; interpreters are of none. */
  town: Int32Array;
  towns: number;
  /** How often each two have met before, and people of each two towns; row by row, both ways. */
  met: Uint16Array;
  townsMet: Uint16Array;
  /** What it costs that two sit in one room, whenever that is; row by row. */
  dislike: Uint8Array;
  /** Languages by bits; none for those of whom nothing is known. */
  speaks: Uint16Array;
  /** Who leads or takes notes, as 0 or 1, and how many do. */
  facilitates: Uint8Array;
  facilitators: number;
  takesNotes: Uint8Array;
  noteTakers: number;
  /** Those whom each person must not meet. */
  enemies: readonly (readonly number[])[];
  rounds: readonly Round[];
  rules: RoomRules;
};

/** Two of one town know each other; two of one cluster sit together when rooms are by cluster. */
const sameTown = 8;
const sameCluster = 2;

/** Builds the problem. Lists and meetings name only people who are known. */
export function problemOf(
  guests: readonly Guest[],
  rounds: readonly Round[],
  rules: RoomRules,
  before: Before,
): Problem {
  const ordered = orderedGuests(guests);
  const size = ordered.length;
  const at = new Map(ordered.map(({ person }, position) => [person, position]));
  const town = townNumbers(ordered);
  const towns = Math.max(-1, ...town) + 1;
  const inRole = (role: Guest['role']) => Uint8Array.from(ordered, guest => Number(guest.role === role));
  const met = new Uint16Array(size * size);
  const townsMet = new Uint16Array(towns * towns);
  for (const { one, two, times } of before) {
    const [i, j] = [at.get(one), at.get(two)];
    if (i === undefined || j === undefined || i === j) continue;
    for (const slot of [i * size + j, j * size + i]) met[slot] = (met[slot] as number) + times;
    const [from, to] = [town[i] as number, town[j] as number];
    if (from < 0 || to < 0 || from === to) continue;
    for (const slot of [from * towns + to, to * towns + from]) townsMet[slot] = (townsMet[slot] as number) + times;
  }
  return {
    guests: ordered,
    meeting: ordered.filter(meets).length,
    size,
    ...{ town, towns, met, townsMet },
    dislike: dislikes(ordered, town),
    speaks: Uint16Array.from(ordered, guest =>
      guest.languages.reduce((bits, language) => bits | (1 << languages.indexOf(language)), 0),
    ),
    facilitates: inRole('facilitator'),
    facilitators: ordered.filter(({ role }) => role === 'facilitator').length,
    takesNotes: inRole('note-taker'),
    noteTakers: ordered.filter(({ role }) => role === 'note-taker').length,
    enemies: enemiesOf(rules.apart, at),
    ...{ rounds, rules },
  };
}

/** Everybody once: those who meet by id, then interpreters by id. */
function orderedGuests(guests: readonly Guest[]): Guest[] {
  const all = [...guestsById(guests).values()].sort((a, b) => (a.person < b.person ? -1 : 1));
  return [...all.filter(meets), ...all.filter(guest => !meets(guest))];
}

/** Towns by number in the order of their first person; -1 where it is not known or the person interprets. */
function townNumbers(ordered: readonly Guest[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(ordered, guest => {
    if (guest.town === '' || !meets(guest)) return -1;
    const number = numbers.get(guest.town) ?? numbers.size;
    numbers.set(guest.town, number);
    return number;
  });
}

function dislikes(ordered: readonly Guest[], town: Int32Array): Uint8Array {
  const size = ordered.length;
  const costs = new Uint8Array(size * size);
  ordered.forEach((one, i) => {
    ordered.forEach((two, j) => {
      if (i === j || !meets(one) || !meets(two)) return;
      const isSameTown = town[i] !== -1 && town[i] === town[j];
      const isSameCluster = one.cluster !== null && one.cluster === two.cluster;
      costs[i * size + j] = (isSameTown ? sameTown : 0) + (isSameCluster ? sameCluster : 0);
    });
  });
  return costs;
}

function enemiesOf(lists: RoomRules['apart'], at: ReadonlyMap<PersonId, number>): number[][] {
  const enemies = Array.from({ length: at.size }, () => new Set<number>());
  for (const list of lists) {
    const known = list.flatMap(person => at.get(person) ?? []);
    for (const one of known) for (const two of known) if (one !== two) enemies[one]?.add(two);
  }
  return enemies.map(set => [...set].sort((a, b) => a - b));
}
