/** The names of the documents that this device keeps, each with whether all of it is known to be on the server. */
type Kept = { readonly [name: string]: 'saved' | 'pending' };

const key = 'multaqa.documents';

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return kept && typeof kept === 'object' ? (kept as Kept) : {};
  } catch {
    // Without storage nothing is kept either.
    return {};
  }
}

function write(kept: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // As above.
  }
}

/** Notes whether a document that this device keeps holds something that is not on the server yet. */
export function noteKept(name: string, standing: 'saved' | 'pending'): void {
  const kept = read();
  if (kept[name] !== standing) write({ ...kept, [name]: standing });
}

/**
 * Removes the copies of documents from this device, as when somebody signs out of a computer that others use. What is not on
 * the server yet stays, so that its writer finds it again.
 */
export function forgetKept(): void {
  const kept = read();
  for (const [name, standing] of Object.entries(kept)) if (standing === 'saved') indexedDB.deleteDatabase(name);
  write(Object.fromEntries(Object.entries(kept).filter(([, standing]) => standing === 'pending')));
}
