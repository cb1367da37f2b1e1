import { fold } from '../../../platform/fold.ts';

/** Ways in which one sound of Arabic is written in Latin letters, in the order in which they are made one. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
  [/[ae]h$/, 'a'],
  [/y/g, 'i'],
  [/q/g, 'k'],
  [/(.)\1+/g, '$1'],
];

const article = /^(?:(?:al|el|ar|as|ash|an|at|ad|az|es) |ال)/;

/** The name of a town as a key: the same for its usual spellings in Latin and in Arabic letters, without accents and article. */
export function placeKey(name: string): string {
  const letters = fold(name)
    .replace(article, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return spellings.reduce((text, [from, to]) => text.replace(from, to), letters);
}
