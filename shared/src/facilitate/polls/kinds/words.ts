import { limits } from '../../../limits.ts';

/** What somebody wrote as entries: a comma, in any script, or a new line ends one. */
export const entriesIn = (written: string): string[] =>
  written
    .split(/[,،、;؛\n]+/)
    .map(entry => entry.replace(/\s+/g, ' ').trim())
    .filter(Boolean);

/**
 * The form in which entries of a word cloud are compared. It undoes what people write differently and mean the same: case,
 * compatibility forms (NFKC), vowel marks and tatweel, alef, ya and ta marbuta, digits, articles, punctuation around it. Accents of
 * Latin letters stay, since "marche" is not "marché". A phrase stays whole. Letters are unified as usual in Arabic information retrieval
 * (Larkey, Ballesteros, Connell 2002).
 */
export function normalised(entry: string): string {
  const words = withoutLeadingArticle(spaced(entry)).split(' ').map(plainWord).filter(Boolean);
  // Some compatibility forms come apart into eighteen letters: what is compared has a bound of its own.
  return [...(words.join(' ') || entry)].slice(0, limits.cloudGraphemes * 4).join('');
}

const spaced = (entry: string) =>
  entry
    .normalize('NFKC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[\p{P}\p{Z}\p{C}]+/gu, part => (part === "'" || part === '-' ? part : ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[-' ]+|[-' ]+$/g, '');

const plainWord = (word: string) => {
  const marksOff = digits(word.toLowerCase().replace(/ß/g, 'ss')).replace(
    /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06edـ]/g,
    '',
  );
  return unified(isArabic(marksOff) ? withoutArticle(marksOff) : marksOff);
};

/** Arabic-Indic and Persian digits as the European ones. */
const digits = (word: string) => word.replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) % 16));

const isArabic = (word: string) => /^[\u0621-\u064a\u0671-\u06d3]/.test(word);

const unified = (word: string) =>
  word
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه');

/** The article, and it with what is written together with it. It has a bare alef: one with hamza belongs to the word. */
const articles = ['وال', 'بال', 'كال', 'لل', 'ال', 'ٱل'];

/** Words that begin like an article and have none, or that people write without the hamza that would tell; in their unified form. */
const whole = new Set(
  `الله اللهم الوان العاب المانيا الماني المانيه البانيا الاف الات اليه اليات الياف الياس الغاء الغام الزام الزامي الزاميه التزام
  التزامات التهاب التهابات التحاق التقاء التماس التباس التفات الكتروني الكترونيه الكترونيات الكترون الماس المنيوم البوم والد والده والدي والدان
  والدين والدتي والي والي واله بالغ بالغه بالغين بالغون بالون بالونات بالوعه بالوعات باليه بالي بالم كالسيوم كالوري كاليفورنيا
  كالتشر لله`.split(/\s+/),
);

/** Cuts the article; what is left has two letters at least. */
function withoutArticle(word: string): string {
  if (whole.has(unified(word))) return word;
  const article = articles.find(start => word.startsWith(start));
  return article && word.length - article.length >= 2 ? word.slice(article.length) : word;
}

const latinArticles = new Set(
  'the a an le la les un une des du der die das den dem ein eine einen einem einer'.split(' '),
);

/** Cuts an article from the beginning of a phrase, never the only word; "UN agencies" keeps its name. */
function withoutLeadingArticle(phrase: string): string {
  const elided = /^[lL]'(?=\p{L})/u.exec(phrase);
  if (elided) return phrase.slice(elided[0].length);
  const end = phrase.indexOf(' ');
  const first = phrase.slice(0, Math.max(end, 0));
  const rest = phrase.slice(end + 1);
  const isName = first.length > 1 && first === first.toUpperCase() && rest !== rest.toUpperCase();
  return latinArticles.has(first.toLowerCase()) && !isName ? rest : phrase;
}
