import type { Language } from '@multaqa/shared/kernel/languages';
import type { Catalogue } from './sentences.ts';

/** The files of all catalogues: a folder that holds `texts/en.json` has one, whichever folder it is. */
const files = import.meta.glob<Catalogue>('../**/texts/*.json', { import: 'default' });

const needed = new Set<string>();
const loads = new Map<string, Promise<void>>();
const loaded = new Map<string, Set<string>>();
const texts = new Map<string, Record<string, string>>();

/** Notes that code which is on this device uses the catalogues of these folders, such as `facilitate/chat`. */
export function needCatalogues(folders: readonly string[]): void {
  for (const folder of folders) needed.add(folder);
}

/** Every text of a language that has been loaded so far. */
export const textsOfLanguage = (language: Language): Catalogue => texts.get(language) ?? {};

/** Loads whatever the code on this device needs in a language and does not have yet; also what begins to be needed meanwhile. */
export async function loadNeeded(language: Language): Promise<void> {
  const missing = () => [...needed].filter(folder => !loaded.get(language)?.has(folder));
  while (missing().length > 0) await Promise.all(missing().map(folder => loadCatalogue(folder, language)));
}

/** Loads the catalogue in which the refusals of a slice stand, though its code may not be on this device. Nothing where there is none. */
export async function loadCatalogueOfSlice(slice: string, language: Language): Promise<void> {
  const path = Object.keys(files).find(one => one.endsWith(`/${slice}/texts/${language}.json`));
  if (path) await loadCatalogue(path.slice('../'.length, -`/texts/${language}.json`.length), language);
}

/** Loads one catalogue in any language and returns every text of that language which is here then. */
export async function catalogueIn(folder: string, language: Language): Promise<Catalogue> {
  await loadCatalogue(folder, language);
  return textsOfLanguage(language);
}

/** Loads a catalogue once; one that failed to load is tried again. */
function loadCatalogue(folder: string, language: Language): Promise<void> {
  const path = `../${folder}/texts/${language}.json`;
  const known = loads.get(path);
  if (known !== undefined) return known;
  const load = fetchCatalogue(path, folder, language).catch(error => {
    loads.delete(path);
    throw error;
  });
  loads.set(path, load);
  return load;
}

async function fetchCatalogue(path: string, folder: string, language: Language): Promise<void> {
  const file = files[path];
  if (!file) throw new Error(`no catalogue ${path}`);
  const catalogue = await file();
  texts.set(language, { ...texts.get(language), ...catalogue });
  loaded.set(language, (loaded.get(language) ?? new Set()).add(folder));
}
