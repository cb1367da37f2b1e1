/**
 * A short digest of what an outcome says, by which a translation knows its original: FNV-1a with 32 bits
 * (http://www.isthe.com/chongo/tech/comp/fnv) over code points, in hexadecimal.
 */
export function digest({ title, text }: { title: string; text: string }): string {
  let hash = 0x811c9dc5;
  for (const unit of `${title}\n${text}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
