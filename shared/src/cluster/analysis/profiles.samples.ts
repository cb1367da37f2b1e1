import { chances } from '../../kernel/chances.ts';
import { townSizes } from '../../town-sizes.ts';
import { type HardRules, type Profile, usualSettings } from './profile.ts';

/** A person's id by number. */
export const personAt = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Somebody of whom only the id is known, and what a test says besides. */
export const profile = (number: number, known: Partial<Profile> = {}): Profile => ({
  person: personAt(number),
  municipality: '',
  country: '',
  region: '',
  townSize: null,
  languages: [],
  needs: [],
  ownNeeds: [],
  vision: '',
  fields: {},
  interprets: false,
  ...known,
});

const towns = [
  ['Sfax', 'TN', 'Maghreb'],
  ['Tunis', 'TN', 'Maghreb'],
  ['Gabès', 'TN', 'South'],
  ['Irbid', 'JO', 'Mashreq'],
  ['Amman', 'JO', 'Mashreq'],
  ['Hebron', 'PS', 'Mashreq'],
  ['Qalqilya', 'PS', 'Mashreq'],
  ['Marrakesh', 'MA', 'Maghreb'],
  ['Agadir', 'MA', 'South'],
  ['Tripoli', 'LB', 'North'],
  ['Aswan', 'EG', 'South'],
  ['Leipzig', 'DE', ''],
] as const;

const wishes = [
  'Jobs for young people',
  'Tri des déchets',
  'تشغيل النساء',
  'Wasser für die Landwirtschaft',
  'Markets for craftswomen',
  'Énergie solaire',
  'تمويل المشاريع الصغيرة',
  'Bürger beteiligen',
  'Tourism that keeps money in town',
];

/** A roster as organisers have them: towns of some regions, languages by town, needs by theme, and a tenth of everything missing. */
export function rosterOf(size: number, seed: number): Profile[] {
  const next = chances(seed);
  const pick = <Item>(list: readonly Item[]) => list[Math.floor(next() * list.length)] as Item;
  const known = <Value>(value: Value, missing: Value): Value => (next() < 0.1 ? missing : value);
  return Array.from({ length: size }, (_, at) => {
    const [municipality, country, region] = pick(towns);
    const theme = Math.floor(next() * 4);
    const second = country === 'DE' ? 'de' : country === 'TN' || country === 'MA' ? 'fr' : 'en';
    return profile(at, {
      municipality,
      country,
      region: known<string>(region, ''),
      townSize: known(pick(townSizes), null),
      languages: country === 'DE' ? ['de', 'en'] : next() < 0.7 ? ['ar', second] : ['ar'],
      needs: known([`n${2 * theme + 1}`, ...(next() < 0.5 ? [`n${2 * theme + 2}`] : [])], []),
      ownNeeds: next() < 0.4 ? [pick(wishes)] : [],
      vision: next() < 0.7 ? (wishes[(2 * theme + Math.floor(next() * 2)) % wishes.length] as string) : '',
      fields: next() < 0.5 ? { f1: pick(['a1', 'a2', 'a3']), f2: Math.floor(next() * 50) } : {},
      interprets: next() < 0.04,
    });
  });
}

export const ownFields = [
  { id: 'f1', kind: 'choice' },
  { id: 'f2', kind: 'number' },
] as const;

/** Settings without rules, for tests that add their own. */
export const noRules: HardRules = { ...usualSettings.rules, sharedLanguage: false };
