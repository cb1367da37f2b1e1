/** How every address begins that rooms are given. */
export const secureScheme = 'https://';

/** A safe address out of what was typed, also without its scheme; null where it is none. */
export function linkFrom(typed: string): string | null {
  const words = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(words) ? words : `${secureScheme}${words}`;
  const isSafe = /^https:\/\/[^\s/?#:@]+\.[^\s/?#:@.]+(:\d+)?([/?#]\S*)?$/i.test(address);
  return isSafe ? address.replace(/^https/i, 'https') : null;
}

/** The host of an address, which says to a reader where a link leads. */
export const hostOf = (url: string): string => url.replace(/^https:\/\//i, '').split(/[/?#]/, 1)[0] ?? '';
