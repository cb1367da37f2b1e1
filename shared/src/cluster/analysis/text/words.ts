import { remembered } from './remembered.ts';

/**
 * The words of a text in the form in which they are compared: without marks and case, without the words that every text has, cut to
 * their stems. The language is not guessed: needs are a few words long, and a wrong guess costs more than a blunt ending.
 * Arabic as in light10 (Larkey, Ballesteros, Connell 2002), after the usual unification of letters; the endings of English, French
 * and German are cut as light stemmers do (Savoy 2006), one list for the three.
 */
export const wordsOf = (text: string): Word[] =>
  (text.match(/[\p{L}\p{M}\p{N}ـ]+/gu) ?? []).flatMap(written => wordOf(written));

/** The word in a list of its own; an empty one for a word that every text has. */
const wordOf = remembered((written): readonly Word[] => {
  const whole = fold(written);
  const word = isArabic(whole) ? withoutArticle(whole) : whole;
  if (word.length < 2 || ignored.has(whole) || ignored.has(word)) return [];
  return [{ written, word, stem: isArabic(word) ? arabicStem(word) : latinStem(word) }];
});

/** A word as it was written, folded, and cut to its stem. */
export type Word = { written: string; word: string; stem: string };

/** One form of letters that people write in several ways: case, accents, vowel marks, tatweel, alef, hamza, ya, ta marbuta, umlauts. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/ٱ/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/([aou])e(?=[^aeiou\s])/g, '$1');

const isArabic = (word: string): boolean => /^[\u0621-\u064a]/.test(word);

const articles = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];

/** Cuts the article with what is written together with it, and a lone "and"; what is left has three letters at least. */
function withoutArticle(word: string): string {
  const article = articles.find(start => word.startsWith(start) && word.length - start.length >= 2);
  if (article) return word.slice(article.length);
  return word.startsWith('و') && word.length > 4 ? word.slice(1) : word;
}

const arabicEndings = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

function arabicStem(word: string): string {
  let stem = word;
  for (const ending of arabicEndings)
    if (stem.endsWith(ending) && stem.length - ending.length >= 3) stem = stem.slice(0, -ending.length);
  return stem;
}

// The longest first; each belongs to at least one of the three languages, and what is left has four letters at least.
const latinEndings = [
  ...[
    'ierungen',
    'isations',
    'izations',
    'isation',
    'ization',
    'ierung',
    'ements',
    'ations',
    'ungen',
    'ement',
    'ation',
  ],
  ...[
    'ments',
    'tions',
    'keit',
    'heit',
    'isch',
    'ment',
    'tion',
    'ings',
    'ies',
    'ung',
    'ing',
    'eux',
    'aux',
    'ern',
    'ers',
  ],
  ...[
    'est',
    'ive',
    'ant',
    'ent',
    'ees',
    'en',
    'er',
    'es',
    'em',
    'ed',
    'ly',
    'al',
    'ee',
    'if',
    'ie',
    'e',
    's',
    'y',
    'n',
  ],
];

function latinStem(word: string): string {
  let stem = word;
  for (let round = 0; round < 2; round += 1) {
    const ending = latinEndings.find(end => stem.endsWith(end) && stem.length - end.length >= 4);
    if (!ending) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

const ignored = new Set(
  [
    'a an and are as at be been but by can do does for from get has have how if in into is it its more most need needs new',
    'no not of on one or our own so some than that the their them there these they this to too under up us very want was we',
    'well were what when where which who will with without would you your better every all also',
    'au aux avec besoin besoins ce ces cette dans de des du elle en est et eux il ils je la le les leur leurs lui mais mes moi',
    'ne nos notre nous on ou par pas plus pour qu que qui sa sans se ses si son sont sur toi ton tous tout toute toutes tres un',
    'une vos votre vous plusieurs chaque mieux etre',
    'aber alle allen alles als am an auch auf aus bei bis brauchen das dass dem den der des die durch ein eine einem einen',
    'einer eines er es fur haben hat ich ihr ihre ihren im in ist kann kein keine man mehr mit nach nicht noch nur oder ohne',
    'sein seine sich sie sind so soll sollen uber um und uns unser unsere unserer unseren vom von vor war was wenn wer werden',
    'wie wir wird zu zum zur besser bessere jede jeder',
    'من في على الى إلى عن مع ما لا لم لن أن ان إن كان هو هي هم هذا هذه ذلك تلك التي الذي الذين كل أو او ثم حتى بعد قبل بين',
    'لكل لها له لهم لنا نحن قد كما بها به فيها فيه أكثر اكثر غير دون بلا عند اي أي نحتاج حاجة يمكن',
  ].flatMap(list => fold(list).split(' ')),
);
