/** The first few names, of which none says again what another one says. */
export function distinct(names: readonly string[], most: number): string[] {
  const told: string[] = [];
  for (const name of names) {
    const isSaid = told.some(other => holds(other, name) || holds(name, other));
    if (name && !isSaid && told.length < most) told.push(name);
  }
  return told;
}

const holds = (whole: string, part: string): boolean => whole.toLocaleLowerCase().includes(part.toLocaleLowerCase());
