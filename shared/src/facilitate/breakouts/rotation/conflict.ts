import type { PersonId } from '../../../kernel/ids.ts';
import { limits } from '../../../limits.ts';
import { type Guest, meets } from '../guest.ts';
import type { Drive } from './anneal.ts';
import { fewOf, isContradictory } from './counting.ts';
import { type Problem, problemOf } from './problem.ts';
import { scout } from './scout.ts';
import { type RotationSettings, rulesOf } from './settings.ts';

/** One thing that was asked for, or the bound of the product that stands in its way. */
export type Demand =
  | { rule: 'smallest'; smallest: number }
  | { rule: 'largest'; largest: number }
  | { rule: 'language' }
  | { rule: 'facilitated' }
  | { rule: 'apart'; people: readonly PersonId[] }
  | { rule: 'limit'; rooms: number };

/** `isProven`: it is certain that they contradict each other; otherwise no rooms were found that keep all of them. */
export type Conflict = { demands: readonly Demand[]; isProven: boolean };

type Settings = Omit<RotationSettings, 'sessions'>;

/** Numbers of rooms that are tried before demands count as contradictory. */
const countsTried = 4;

/**
 * The smallest set of demands that contradict each other in a round: each is left out for good when the others are contradictory without it
 * (deletion filter, Chinneck, Dravnieks 1991), so that leaving out any one of the rest would help.
 */
export function conflictIn(guests: readonly Guest[], settings: Settings, drive: Drive): Conflict {
  let demands = demandsOf(settings, guests.filter(meets).length);
  for (const demand of [...demands]) {
    const rest = demands.filter(other => other !== demand);
    if (!isKept(guests, rest, drive)) demands = rest;
  }
  return { demands, isProven: problemsFor(guests, demands).every(isContradictory) };
}

/** What is asked for, lists of people first: of several smallest sets the one with fewer lists is told. */
function demandsOf({ smallest, largest, sharedLanguage, facilitated, apart }: Settings, meeting: number): Demand[] {
  return [
    ...apart.map(people => ({ rule: 'apart', people }) as const),
    ...(meeting > limits.breakouts ? [{ rule: 'limit', rooms: limits.breakouts } as const] : []),
    ...(sharedLanguage ? [{ rule: 'language' } as const] : []),
    ...(facilitated ? [{ rule: 'facilitated' } as const] : []),
    { rule: 'largest', largest },
    { rule: 'smallest', smallest },
  ];
}

/** A round with each number of rooms that there can be. */
function problemsFor(guests: readonly Guest[], demands: readonly Demand[]): Problem[] {
  const meeting = guests.filter(meets).length;
  const has = (rule: Demand['rule']) => demands.some(demand => demand.rule === rule);
  const least = demands.find(demand => demand.rule === 'smallest')?.smallest ?? 1;
  const most = demands.find(demand => demand.rule === 'largest')?.largest ?? meeting;
  const rules = rulesOf({
    ...{ smallest: least, largest: most },
    sharedLanguage: has('language'),
    facilitated: has('facilitated'),
    apart: demands.flatMap(demand => (demand.rule === 'apart' ? [[...demand.people]] : [])),
  });
  const counts = has('limit') ? limits.breakouts : meeting;
  const problem = problemOf(guests, [], rules, []);
  return Array.from({ length: Math.min(counts, meeting) }, (_, at) => ({
    ...problem,
    rounds: [{ rooms: at + 1, least, most }],
  }));
}

/** True when rooms were found that keep these demands. */
function isKept(guests: readonly Guest[], demands: readonly Demand[], drive: Drive): boolean {
  const open = problemsFor(guests, demands).filter(problem => !isContradictory(problem));
  return fewOf(open, countsTried).some(problem => scout(problem, drive) !== null);
}
