/** A text as people search for it: without case, accents, Arabic vowel signs, and with the letters that Arabic writers use for each other made one. */
export const fold = (value: string): string =>
  value
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
