/** The first few names, of which none says again what another one says, or what is `said` beside them. */
export function distinct(names: readonly string[], most: number, said = ''): string[] {
  const told: string[] = [];
  for (const name of names) {
    const isSaid = [...told, said].filter(Boolean).some(other => holds(other, name) || holds(name, other));
    if (name && !isSaid && told.length < most) told.push(name);
  }
  return told;
}

const holds = (whole: string, part: string): boolean => whole.toLocaleLowerCase().includes(part.toLocaleLowerCase());
