import { groupedBy } from '../../kernel/grouped.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import type { HardRules, Placing, Profile } from './profile.ts';

/** A hard rule that a placing breaks, where, and by whom. */
export type Broken =
  | { rule: 'too-few'; cluster: string; people: readonly PersonId[]; min: number }
  | { rule: 'too-many'; cluster: string; people: readonly PersonId[]; max: number }
  /** `without`: who does not speak the language that most of them speak. */
  | { rule: 'no-language'; cluster: string; people: readonly PersonId[]; most: Language; without: readonly PersonId[] }
  | { rule: 'municipality'; cluster: string; people: readonly PersonId[]; town: string; most: number }
  | { rule: 'together'; clusters: readonly string[]; people: readonly PersonId[] }
  | { rule: 'apart'; cluster: string; people: readonly PersonId[] };

/**
 * The rules that a placing breaks, cluster by cluster in the order of their ids, then the lists of people. Only people of `profiles`
 * count. Clusters without people and people without a cluster break nothing; whose languages or town nobody knows, neither.
 */
export function brokenRules(profiles: readonly Profile[], placing: Placing, rules: HardRules): Broken[] {
  const known = profiles.filter(({ person }) => placing[person] !== undefined);
  const members = groupedBy(known, ({ person }) => placing[person] as string);
  const clusters = [...members.keys()].sort();
  return [
    ...clusters.flatMap(cluster => brokenIn(cluster, members.get(cluster) ?? [], rules)),
    ...brokenLists(new Set(known.map(({ person }) => person)), placing, rules),
  ];
}

const idsOf = (members: readonly Profile[]) => members.map(({ person }) => person);

function brokenIn(cluster: string, members: readonly Profile[], rules: HardRules): Broken[] {
  const people = idsOf(members);
  const { min, max, perMunicipality } = rules;
  const broken: Broken[] = [];
  if (min !== null && members.length < min) broken.push({ rule: 'too-few', cluster, people, min });
  if (max !== null && members.length > max) broken.push({ rule: 'too-many', cluster, people, max });
  if (rules.sharedLanguage && !canTalk(members)) {
    const { most, without } = mostSpoken(members);
    broken.push({ rule: 'no-language', cluster, people, most, without });
  }
  if (perMunicipality === null) return broken;
  for (const [town, neighbours] of groupedBy(members, townOf))
    if (town !== null && neighbours.length > perMunicipality) {
      const [first] = neighbours;
      broken.push({
        rule: 'municipality',
        cluster,
        people: idsOf(neighbours),
        town: first?.municipality ?? '',
        most: perMunicipality,
      });
    }
  return broken;
}

/** A town by name and country; null when it is not known. */
const townOf = ({ municipality, country }: Profile): string | null =>
  municipality === '' ? null : `${municipality}/${country}`;

/** True when one language is spoken by everybody of whom languages are known, or somebody interprets. */
function canTalk(members: readonly Profile[]): boolean {
  if (members.some(({ interprets }) => interprets)) return true;
  const speaking = members.filter(({ languages }) => languages.length > 0);
  const [first] = speaking;
  return !first || first.languages.some(language => speaking.every(({ languages }) => languages.includes(language)));
}

/** The language that most people speak (of equals the first by its code), and who does not speak it. */
function mostSpoken(members: readonly Profile[]): { most: Language; without: PersonId[] } {
  const spoken = [...new Set(members.flatMap(({ languages }) => languages))].sort();
  const lacking = (language: Language) =>
    members.filter(({ languages }) => languages.length > 0 && !languages.includes(language));
  const best = spoken
    .map(language => ({ most: language, without: idsOf(lacking(language)) }))
    .sort((a, b) => a.without.length - b.without.length)[0];
  return best ?? { most: 'en', without: [] };
}

/** Each person of a list who counts, once. */
const namedIn = (list: readonly PersonId[], known: ReadonlySet<PersonId>): PersonId[] =>
  [...new Set(list)].filter(person => known.has(person));

function brokenLists(known: ReadonlySet<PersonId>, placing: Placing, { together, apart }: HardRules): Broken[] {
  const broken: Broken[] = [];
  for (const list of together) {
    const people = namedIn(list, known);
    const clusters = [...new Set(people.map(person => placing[person] as string))].sort();
    if (clusters.length > 1) broken.push({ rule: 'together', clusters, people });
  }
  for (const list of apart) {
    const people = namedIn(list, known);
    for (const [cluster, meeting] of groupedBy(people, person => placing[person] as string))
      if (meeting.length > 1) broken.push({ rule: 'apart', cluster, people: meeting });
  }
  return broken;
}
