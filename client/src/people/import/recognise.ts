import { type Language, languages } from '@multaqa/shared/kernel/languages';
import { type Role, roles } from '@multaqa/shared/kernel/messages';
import { countryCodes, countryNameIn } from '../countries.ts';
import { fold } from '../fold.ts';

const alsoCalled: Record<string, readonly string[]> = {
  PS: ['palestine', 'west bank', 'cisjordanie', 'westjordanland', 'فلسطين', 'الضفه الغربيه'],
  SY: ['syria', 'syrie', 'syrien', 'سوريه'],
  GB: ['uk', 'great britain', 'england'],
  US: ['usa', 'united states of america'],
  AE: ['uae', 'emirates', 'الامارات'],
  SA: ['ksa', 'saudi', 'السعوديه'],
  LY: ['libye'],
  CZ: ['czech republic'],
  TR: ['turkey', 'turquie', 'turkei'],
};

const languageWords: Record<Language, readonly string[]> = {
  en: ['en', 'english', 'anglais', 'englisch', 'الانجليزيه', 'انجليزي', 'الانكليزيه'],
  ar: ['ar', 'arabic', 'arabe', 'arabisch', 'العربيه', 'عربي'],
  fr: ['fr', 'french', 'francais', 'franzosisch', 'الفرنسيه', 'فرنسي'],
  de: ['de', 'german', 'allemand', 'deutsch', 'الالمانيه', 'الماني'],
};

const roleWords: Record<Role, readonly string[]> = {
  organiser: [
    'organiser',
    'organizer',
    'organisateur',
    'organisatrice',
    'organisator',
    'organisatorin',
    'منظم',
    'منظمه',
  ],
  facilitator: [
    'facilitator',
    'moderator',
    'facilitateur',
    'facilitatrice',
    'animateur',
    'animatrice',
    'moderatorin',
    'ميسر',
    'ميسره',
  ],
  'note-taker': [
    'note taker',
    'notetaker',
    'rapporteur',
    'rapporteuse',
    'protokollant',
    'protokollantin',
    'مدون',
    'مدونه',
    'مقرر',
    'مقرره',
  ],
  participant: ['participant', 'participante', 'teilnehmer', 'teilnehmerin', 'teilnehmende', 'مشارك', 'مشاركه'],
  interpreter: ['interpreter', 'interprete', 'dolmetscher', 'dolmetscherin', 'مترجم', 'مترجمه'],
  observer: ['observer', 'observateur', 'observatrice', 'beobachter', 'beobachterin', 'مراقب', 'مراقبه'],
};

let countries: ReadonlyMap<string, string> | null = null;

/** The ISO code of a country given by code or by its name in one of our languages; null when we do not know it. */
export function recogniseCountry(value: string): string | null {
  countries ??= new Map([
    ...languages.flatMap(language => {
      const nameOf = countryNameIn(language);
      return countryCodes.map(code => [fold(nameOf(code)), code] as const);
    }),
    ...Object.entries(alsoCalled).flatMap(([code, names]) => names.map(name => [fold(name), code] as const)),
    ...countryCodes.map(code => [code.toLowerCase(), code] as const),
  ]);
  return countries.get(fold(value)) ?? null;
}

/** The languages named in a cell; null when one of them is not ours. */
export function recogniseLanguages(value: string): Language[] | null {
  const words = value
    .split(/[,;/|،؛+&\n]+/u)
    .map(fold)
    .filter(Boolean);
  const found = words.map(word =>
    languages.find(language => languageWords[language].some(name => fold(name) === word)),
  );
  const known = found.filter(language => language !== undefined);
  return known.length === found.length ? [...new Set(known)] : null;
}

/** The role that a word of any of the four languages means; null for an unknown word. */
export const recogniseRole = (value: string): Role | null =>
  roles.find(role => roleWords[role].some(word => fold(word) === fold(value))) ?? null;
