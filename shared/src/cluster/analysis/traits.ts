import type { Language } from '../../kernel/languages.ts';
import type { TownSize } from '../../town-sizes.ts';
import type { Compared } from './distance.ts';
import type { Profile, ProfileField } from './profile.ts';
import { type Concept, conceptsOf } from './text/concepts.ts';
import { fold, wordsOf } from './text/words.ts';

/** Something that is true of a person and can be true of others. Towns, regions and words are told as people wrote them. */
export type Trait =
  | { criterion: 'region'; kind: 'town' | 'region' | 'country'; value: string }
  | { criterion: 'needs'; kind: 'need'; value: string }
  /** Named in four languages in `text/theme-names.ts`; from needs and visions alike. */
  | { criterion: 'needs'; kind: 'theme'; value: Concept }
  | { criterion: 'needs'; kind: 'word'; value: string }
  | { criterion: 'language'; kind: 'language'; value: Language }
  | { criterion: 'townSize'; kind: 'townSize'; value: TownSize }
  | { criterion: Compared; kind: 'choice'; value: string };

/** `of`: the traits of the person at each position, by key; `all`: each trait once. Keys are the same for the same trait. */
export type Traits = { of: readonly ReadonlySet<string>[]; all: ReadonlyMap<string, Trait> };

/** What is true of each person. Words and themes count once, however often they were written. */
export function traitsOf(profiles: readonly Profile[], fields: readonly ProfileField[]): Traits {
  const all = new Map<string, Trait>();
  const of = profiles.map(profile => {
    const own = new Set<string>();
    for (const [key, trait] of [...plainTraits(profile), ...wordTraits(profile), ...choices(profile, fields)]) {
      own.add(key);
      // Of several spellings the first by code units is told, whoever comes first.
      const known = all.get(key);
      if (!known || trait.value < known.value) all.set(key, trait);
    }
    return own;
  });
  return { of, all };
}

function plainTraits({ municipality, country, region, languages, needs, townSize }: Profile): [string, Trait][] {
  const traits: [string, Trait][] = [];
  const place = (kind: 'town' | 'region' | 'country', key: string, value: string) => {
    if (value !== '') traits.push([`${kind}:${key}`, { criterion: 'region', kind, value }]);
  };
  place('town', `${fold(municipality)}/${country}`, municipality);
  place('region', fold(region), region);
  place('country', country, country);
  for (const value of languages) traits.push([`language:${value}`, { criterion: 'language', kind: 'language', value }]);
  for (const value of needs) traits.push([`need:${value}`, { criterion: 'needs', kind: 'need', value }]);
  if (townSize !== null)
    traits.push([`townSize:${townSize}`, { criterion: 'townSize', kind: 'townSize', value: townSize }]);
  return traits;
}

function wordTraits({ ownNeeds, vision }: Profile): [string, Trait][] {
  return [...ownNeeds, vision].flatMap(wordsOf).flatMap(({ written, word, stem }): [string, Trait][] => {
    const known = conceptsOf(word);
    if (known.length === 0) return [[`word:${stem}`, { criterion: 'needs', kind: 'word', value: written }]];
    return known.map(value => [`theme:${value}`, { criterion: 'needs', kind: 'theme', value }]);
  });
}

const choices = ({ fields }: Profile, asked: readonly ProfileField[]): [string, Trait][] =>
  asked.flatMap(({ id, kind }): [string, Trait][] => {
    const value = fields[id];
    if (kind !== 'choice' || typeof value !== 'string') return [];
    return [[`${id}:${value}`, { criterion: id as Compared, kind: 'choice', value }]];
  });
