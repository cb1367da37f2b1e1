/** The entries of a record besides one; the same record when it has none of that name. */
export function without<T>(entries: { readonly [key: string]: T }, key: string): { readonly [key: string]: T } {
  if (!Object.hasOwn(entries, key)) return entries;
  const { [key]: _, ...others } = entries;
  return others;
}

/** The entries that have a value. A key that was left out and one that is undefined mean the same. */
export const given = <Entries extends object>(entries: Entries): Given<Entries> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Given<Entries>;

type Given<Entries> = { [Key in keyof Entries]: Exclude<Entries[Key], undefined> };
