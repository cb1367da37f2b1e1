import { languages } from '@multaqa/shared/kernel/languages';
import loadHighs from 'highs';
import type { Problem, Unit } from './problem.ts';

/** Units that rules treat alike, in any number. */
type Kind = { units: readonly number[]; unit: Unit; apart: readonly number[] };

/** What the people of a cluster have in common to talk: a language by its number, somebody who interprets, or nothing that is asked for. */
type Mode = number | 'interpreter' | 'any';

export type Bounds = { least: number; most: number };

// Every call of `solve` has a solver of its own; only the program is kept.
let solver: ReturnType<typeof loadHighs> | null = null;

/**
 * A number of clusters within bounds in which everybody may find a place, and such a place for each unit; null when there is none.
 * An integer program over kinds of units and ways to talk (solved by HiGHS, Huangfu, Hall 2018), small however many people there are:
 * clusters that talk in the same way are counted, not told apart. So null is a proof, and the places are a start: they keep sizes,
 * languages and municipalities of single people, while lists of people may still meet.
 */
export async function feasibleCount(
  problem: Problem,
  bounds: Bounds,
  aim: 'fewest' | 'most',
): Promise<{ count: number; of: Int32Array } | null> {
  if (problem.inseparable > 0 || problem.units.some(unit => fitsNowhere(problem, unit))) return null;
  const kinds = kindsOf(problem);
  const modes = modesOf(problem);
  solver ??= loadHighs();
  const highs = await solver;
  const solution = highs.solve(programOf(problem, kinds, modes, bounds, aim), {
    output_flag: false,
    threads: 1,
    random_seed: 1,
  });
  if (solution.Status !== 'Optimal') return null;
  const value = (name: string) => Math.round(solution.Columns[name]?.Primal ?? 0);
  return dealt(problem, kinds, modes, value);
}

/** True for people who stay together and break a rule by themselves, whoever else is there. */
const fitsNowhere = ({ rules: { max, perMunicipality } }: Problem, { members, towns }: Unit): boolean =>
  members.length > (max ?? members.length) ||
  towns.some(([, inhabitants]) => inhabitants > (perMunicipality ?? inhabitants));

function kindsOf(problem: Problem): Kind[] {
  const apartOf = (unit: number) => problem.apart.flatMap((list, at) => (list.includes(unit) ? [at] : []));
  const groups = Map.groupBy(problem.units.keys(), at => {
    const { members, known, speak, interpreters, towns } = problem.units[at] as Unit;
    const own = members.length > 1 || (problem.enemies[at] as readonly number[]).length > 0 ? at : -1;
    return JSON.stringify([own, known, speak, interpreters, towns]);
  });
  return [...groups.values()].map(units => {
    const [first = 0] = units;
    return { units, unit: problem.units[first] as Unit, apart: apartOf(first) };
  });
}

const modesOf = ({ rules, units }: Problem): Mode[] =>
  rules.sharedLanguage
    ? [...languages.keys(), ...(units.some(({ interpreters }) => interpreters > 0) ? (['interpreter'] as const) : [])]
    : ['any'];

const fits = ({ unit }: Kind, mode: Mode): boolean => typeof mode !== 'number' || unit.speak[mode] === unit.known;

/** The program in the LP format of CPLEX: x of a kind in a mode, c clusters of a mode. */
function programOf(
  problem: Problem,
  kinds: readonly Kind[],
  modes: readonly Mode[],
  { least, most }: Bounds,
  aim: 'fewest' | 'most',
): string {
  const clusters = modes.map(mode => `c_${mode}`);
  const everywhere = kinds.map((kind, at) => ({ kind, at }));
  const lines = everywhere.map(
    ({ kind, at }) =>
      `${sum(modes.filter(mode => fits(kind, mode)).map(mode => `x${at}_${mode}`)) || '0 c_none'} = ${kind.units.length}`,
  );
  lines.push(`${sum(clusters)} >= ${least}`, `${sum(clusters)} <= ${most}`);
  for (const mode of modes) lines.push(...linesOfMode(problem, kinds, mode));
  problem.apart.forEach(list => {
    lines.push(`${sum(clusters)} >= ${list.length}`);
  });
  const numbers = [
    ...clusters,
    ...everywhere.flatMap(({ kind, at }) => modes.filter(mode => fits(kind, mode)).map(mode => `x${at}_${mode}`)),
  ];
  const goal = `${aim === 'fewest' ? 'Minimize' : 'Maximize'}\n n: ${sum(clusters)}`;
  const bounds = [...numbers.map(name => `0 <= ${name} <= ${problem.profiles.length}`), 'c_none = 0'];
  return [goal, 'Subject To', ...lines, 'Bounds', ...bounds, 'Generals', numbers.join('\n'), 'End'].join('\n');
}

function linesOfMode(problem: Problem, kinds: readonly Kind[], mode: Mode): string[] {
  const { min, max, perMunicipality } = problem.rules;
  const cluster = `c_${mode}`;
  const there = kinds.map((kind, at) => ({ kind, name: `x${at}_${mode}` })).filter(({ kind }) => fits(kind, mode));
  const counting = (of: (kind: Kind) => number) =>
    sum(there.filter(({ kind }) => of(kind) > 0).map(({ kind, name }) => `${of(kind)} ${name}`)) || `0 ${cluster}`;
  const people = counting(({ unit }) => unit.members.length);
  const lines = [
    `${people} - ${Math.max(1, min ?? 1)} ${cluster} >= 0`,
    `${people} - ${max ?? problem.profiles.length} ${cluster} <= 0`,
  ];
  if (perMunicipality !== null)
    for (let town = 0; town < problem.towns; town += 1) {
      const inhabitants = counting(({ unit }) => unit.towns.find(([number]) => number === town)?.[1] ?? 0);
      lines.push(`${inhabitants} - ${perMunicipality} ${cluster} <= 0`);
    }
  if (mode === 'interpreter') lines.push(`${counting(({ unit }) => unit.interpreters)} - ${cluster} >= 0`);
  problem.apart.forEach((_, list) => {
    lines.push(`${counting(({ apart }) => Number(apart.includes(list)))} - ${cluster} <= 0`);
  });
  return lines;
}

const sum = (terms: readonly string[]): string => terms.join('\n + ');

/** Deals the units of each mode to its clusters in turn, town by town, so that sizes and towns come out even. */
function dealt(
  problem: Problem,
  kinds: readonly Kind[],
  modes: readonly Mode[],
  value: (name: string) => number,
): { count: number; of: Int32Array } {
  const of = new Int32Array(problem.units.length);
  const used = kinds.map(() => 0);
  let first = 0;
  for (const mode of modes) {
    const clusters = value(`c_${mode}`);
    const there = kinds.flatMap(({ units }, at) => {
      const from = used[at] as number;
      used[at] = from + value(`x${at}_${mode}`);
      return units.slice(from, used[at]);
    });
    there.sort((a, b) => rankOf(problem, a) - rankOf(problem, b) || a - b);
    there.forEach((unit, at) => {
      of[unit] = first + (at % Math.max(1, clusters));
    });
    first += clusters;
  }
  return { count: first, of };
}

/** Those who interpret first, then town by town. */
function rankOf({ units, towns }: Problem, at: number): number {
  const unit = units[at] as Unit;
  return unit.interpreters > 0 ? -1 : (unit.towns[0]?.[0] ?? towns);
}
