import { languages } from '../../../kernel/languages.ts';
import type { Problem, Round } from './problem.ts';

const all = (1 << languages.length) - 1;

/**
 * How far rules are broken in a room with these people: those who are too few or too many, who understand nobody, or who are not to be
 * together, and facilitators and note-takers who are missing while another room has two.
 */
export function brokenIn(problem: Problem, { least, most, rooms }: Round, there: Int32Array): number {
  const { meeting, facilitates, takesNotes, rules } = problem;
  let [size, facilitators, noteTakers] = [0, 0, 0];
  for (const person of there) {
    size += Number(person < meeting);
    facilitators += facilitates[person] as number;
    noteTakers += takesNotes[person] as number;
  }
  const uneven = (count: number, everywhere: number) =>
    outside(count, Math.floor(everywhere / rooms), Math.ceil(everywhere / rooms));
  let broken = outside(size, least, most);
  broken += uneven(facilitators, problem.facilitators) + uneven(noteTakers, problem.noteTakers);
  if (rules.facilitator && facilitators === 0) broken += 1;
  if (rules.sharedLanguage) broken += lostIn(problem, there);
  if (rules.apart.length > 0) broken += meetings(problem, there);
  return broken;
}

const outside = (count: number, least: number, most: number): number => Math.max(0, least - count, count - most);

/** How many people the languages of most of them do not reach, with what interpreters join. */
function lostIn(problem: Problem, there: Int32Array): number {
  const known = reached(problem, there, all);
  let best = 0;
  for (let language = 0; language < languages.length; language += 1)
    best = Math.max(best, reached(problem, there, 1 << language));
  if (best === known) return 0;
  for (const person of there)
    if (person >= problem.meeting) best = Math.max(best, reached(problem, there, joinedWith(problem, there, person)));
  return known - best;
}

/** How many people speak one of these languages. */
function reached({ speaks, meeting }: Problem, there: Int32Array, joined: number): number {
  let count = 0;
  for (const person of there) if (person < meeting && ((speaks[person] as number) & joined) !== 0) count += 1;
  return count;
}

/** The languages of an interpreter and of all those interpreters of the room with whom they can work by relay. */
function joinedWith({ speaks, meeting }: Problem, there: Int32Array, interpreter: number): number {
  const own = (person: number) => (speaks[person] as number) || all;
  let [joined, before] = [own(interpreter), 0];
  while (joined !== before) {
    before = joined;
    for (const other of there) if (other >= meeting && (own(other) & joined) !== 0) joined |= own(other);
  }
  return joined;
}

function meetings({ enemies }: Problem, there: Int32Array): number {
  let count = 0;
  for (const person of there) for (const enemy of enemies[person] ?? []) if (there.includes(enemy)) count += 1;
  return count / 2;
}
