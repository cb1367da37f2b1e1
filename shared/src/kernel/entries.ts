/** The entries of a record besides one; the same record when it has none of that name. */
export function without<T>(entries: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  if (!Object.hasOwn(entries, key)) return entries;
  const { [key]: _, ...others } = entries;
  return others;
}
