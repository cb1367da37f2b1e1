import { type Language, languages } from '@multaqa/shared/kernel/languages';
import { type Role, roles } from '@multaqa/shared/kernel/messages';
import { fold } from '../../platform/fold.ts';
import { countryCodes } from '../countries.ts';
import { alsoCalled } from './country-names.ts';

const languageWords: Record<Language, readonly string[]> = {
  en: ['en', 'eng', 'ang', 'english', 'anglais', 'englisch', 'الانجليزيه', 'انجليزي', 'الانكليزيه', 'انكليزي'],
  ar: ['ar', 'ara', 'arab', 'arabic', 'arabe', 'arabisch', 'standard arabic', 'العربيه', 'عربي', 'الفصحي'],
  fr: ['fr', 'fra', 'fre', 'french', 'francais', 'franz', 'franzosisch', 'الفرنسيه', 'فرنسي', 'الافرنسيه'],
  de: ['de', 'deu', 'ger', 'all', 'german', 'allemand', 'deutsch', 'الالمانيه', 'الماني'],
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

/** The ISO code of a country given by code or by any of its common names in one of our languages; null when we do not know it. */
export function recogniseCountry(value: string): string | null {
  countries ??= new Map([
    ...languages.flatMap(language =>
      (['short', 'long'] as const).flatMap(style => {
        const names = new Intl.DisplayNames([language], { type: 'region', style });
        return countryCodes.map(code => [plain(names.of(code) ?? code), code] as const);
      }),
    ),
    ...Object.entries(alsoCalled).flatMap(([code, names]) => names.map(name => [plain(name), code] as const)),
    ...countryCodes.map(code => [code.toLowerCase(), code] as const),
  ]);
  const found = [value, ...partsOf(value)].flatMap(part => [plain(part), withoutArticle(plain(part))]);
  return found.map(name => countries?.get(name)).find(code => code !== undefined) ?? null;
}

/** A name without the marks that people write or leave out. */
const plain = (name: string): string =>
  fold(
    name
      .replace(/[.'’`´]/g, '')
      .replace(/&/g, ' and ')
      .replace(/[(),،]/g, ' '),
  );

const withoutArticle = (name: string): string =>
  name.replace(
    /^(the|la|le|les|l|die|der|das|republic of|republique d[eu]|republik|kingdom of|جمهوريه|دوله|مملكه) /,
    '',
  );

/** What stands before brackets, and in them: "Tunisia (TN)". */
const partsOf = (value: string): string[] => {
  const [, before = '', inside = ''] = /^([^(]+)\(([^)]+)\)\s*$/.exec(value) ?? [];
  return [before, inside].filter(part => part.trim() !== '');
};

/** The languages named in a cell, however well somebody speaks them; null when one of them is not ours. */
export function recogniseLanguages(value: string): Language[] | null {
  const words = value
    .replace(/\([^)]*\)/g, ' ')
    .split(/[,;/|،؛+&\n]+|\s(?:and|et|und|و)\s|\s(?=وال)/u)
    .map(word =>
      fold(word)
        .replace(levels, '')
        .replace(/^(اللغه|لغه|langue|language) /, '')
        .trim(),
    )
    .filter(Boolean);
  const found = words.map(languageOf);
  const known = found.filter(language => language !== undefined);
  return known.length === found.length ? [...new Set(known)] : null;
}

const levels =
  /[:–]|\b([abc][12]|native|fluent|mother tongue|courant|langue maternelle|fliessend|fließend|muttersprache)\b/g;

function languageOf(word: string): Language | undefined {
  const [tag = ''] = /^[a-z]{2}(?= [a-z]{2}$)/.exec(word) ?? [];
  // Arabic writes "and" onto the word that follows.
  const names = [word, tag, word.replace(/^و/, ''), word.replace(/^و?ال|ه$/g, ''), `ال${word}`];
  return languages.find(language => languageWords[language].some(name => names.includes(fold(name))));
}

/** The role that a word of any of the four languages means; null for an unknown word. */
export const recogniseRole = (value: string): Role | null =>
  roles.find(role => roleWords[role].some(word => fold(word) === fold(value))) ?? null;
