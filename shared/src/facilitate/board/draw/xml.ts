// What XML has no way to write (XML 1.0, production 2): controls, halves of characters, and two that are none.
const unwritable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text as it stands in an element or an attribute of an SVG. */
export const escaped = (text: string): string =>
  text
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

/** A number as it stands in a drawing, to a tenth. */
export const number = (value: number): string => String(Math.round(value * 10) / 10 + 0);

/** An element with attributes; what is inside is written already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null>>,
  inside = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? number(value) : escaped(String(value))}"`);
  return inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>`;
}
