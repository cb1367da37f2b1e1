/** Words as they are searched: without case, accents and the Arabic article. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase();

/** True when a word of these begins with what somebody has typed, in whatever language they type. */
export function begins(words: string, typed: string): boolean {
  const wanted = plain(typed).trim();
  return plain(words)
    .split(/[\s,.()’'-]+/u)
    .some(word => word.startsWith(wanted) || word.replace(/^ال/, '').startsWith(wanted));
}
