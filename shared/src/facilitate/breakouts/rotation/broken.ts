import { languages } from '../../../kernel/languages.ts';
import type { Problem, Round } from './problem.ts';

const all = (1 << languages.length) - 1;

/**
 * How far rules are broken in a room with the first `count` of these people: those who are too few or too many, who understand nobody,
 * or who are not to be together, and facilitators and note-takers who are missing while another room has two.
 */
export function brokenIn(problem: Problem, { least, most, rooms }: Round, there: Int32Array, count: number): number {
  const { meeting, facilitates, takesNotes, rules } = problem;
  let [size, facilitators, noteTakers] = [0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const person = there[at] as number;
    if (person < meeting) size += 1;
    facilitators += facilitates[person] as number;
    noteTakers += takesNotes[person] as number;
  }
  const uneven = (here: number, everywhere: number) =>
    outside(here, Math.floor(everywhere / rooms), Math.ceil(everywhere / rooms));
  let broken = outside(size, least, most);
  broken += uneven(facilitators, problem.facilitators) + uneven(noteTakers, problem.noteTakers);
  if (rules.facilitator && facilitators === 0) broken += 1;
  if (rules.sharedLanguage) broken += lostIn(problem, there, count);
  if (rules.apart.length > 0) broken += meetings(problem, there.subarray(0, count));
  return broken;
}

const outside = (count: number, least: number, most: number): number => Math.max(0, least - count, count - most);

/** How many people the languages of most of them do not reach, with what interpreters join. */
function lostIn(problem: Problem, there: Int32Array, count: number): number {
  const { speaks, meeting } = problem;
  let [known, shared, hasInterpreters] = [0, all, false];
  for (let at = 0; at < count; at += 1) {
    const person = there[at] as number;
    if (person >= meeting) hasInterpreters = true;
    else if (speaks[person] !== 0) {
      known += 1;
      shared &= speaks[person] as number;
    }
  }
  // Nearly always: this is asked for with every exchange.
  if (shared !== 0) return 0;
  const joined = languages.map((_, language) => 1 << language);
  const people = there.subarray(0, count);
  if (hasInterpreters)
    for (const person of people) if (person >= meeting) joined.push(joinedWith(problem, people, person));
  return known - Math.max(...joined.map(some => reached(problem, people, some)));
}

/** How many people speak one of these languages. */
function reached({ speaks, meeting }: Problem, people: Int32Array, joined: number): number {
  let count = 0;
  for (const person of people) if (person < meeting && ((speaks[person] as number) & joined) !== 0) count += 1;
  return count;
}

/** The languages of an interpreter and of all those interpreters of the room with whom they can work by relay. */
function joinedWith({ speaks, meeting }: Problem, people: Int32Array, interpreter: number): number {
  const own = (person: number) => (speaks[person] as number) || all;
  let [joined, before] = [own(interpreter), 0];
  while (joined !== before) {
    before = joined;
    for (const other of people) if (other >= meeting && (own(other) & joined) !== 0) joined |= own(other);
  }
  return joined;
}

function meetings({ enemies }: Problem, there: Int32Array): number {
  let count = 0;
  for (const person of there) for (const enemy of enemies[person] ?? []) if (there.includes(enemy)) count += 1;
  return count / 2;
}
