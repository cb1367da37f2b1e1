/** "Leila" */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;

/** "Leila B." */
export function shortNameOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : undefined;
  return last ? `${words[0]} ${last}.` : name;
}
