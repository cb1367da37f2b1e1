const zeros = ['٠', '۰'].map(zero => zero.charCodeAt(0));

/** The digits of Arabic and Persian as those that programs read. */
const latin = (digits: string): string =>
  digits.replace(/[٠-٩۰-۹]/g, digit => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.find(zero => code >= zero && code < zero + 10) ?? code));
  });

/**
 * The number that somebody has written in the digits and with the marks of any of our languages; null for what is none.
 * One mark before three last digits parts thousands, as in "12.000" and "12,000"; before others it is a decimal mark.
 */
export function quantityIn(text: string): number | null {
  const plain = latin(text.trim())
    .replace(/[\s\u00a0\u202f'’٬]/g, '')
    .replace(/٫/g, ',')
    .replace(/^\u2212/, '-');
  if (!/^[+-]?\d[\d.,]*$/.test(plain)) return null;
  const marks = plain.replace(/[^.,]/g, '');
  const last = plain.slice(Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(',')) + 1);
  const isDecimal =
    new Set(marks).size === 2 || (marks.length === 1 && (last.length !== 3 || /^[+-]?0[.,]/.test(plain)));
  const [whole = '', fraction = ''] = isDecimal ? [plain.slice(0, -last.length - 1), last] : [plain, ''];
  const groups = whole.replace(/^[+-]/, '').split(/[.,]/);
  const isGrouped = groups.every((group, at) =>
    at === 0 ? group.length <= 3 || groups.length === 1 : group.length === 3,
  );
  return isGrouped ? Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`) : null;
}
