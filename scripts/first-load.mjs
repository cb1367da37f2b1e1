import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { firstCatalogues } from './first-load/catalogues.mjs';
import { readSources } from './imports/sources.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = new URL('../client/dist/', import.meta.url);

/**
 * The JavaScript files that someone who opens a join link waits for: the entry, the join page where it is a chunk of its own,
 * and the catalogues of both in the language that needs most for them.
 */
export function firstLoad(dist = built, folders = firstCatalogues(readSources(root))) {
  const [left] = developmentFiles(dist);
  if (left) throw new Error(`${left} has code that is for development only`);
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  const pathOf = key => fileURLToPath(new URL(manifest[key].file, dist));
  const keys = holds => Object.keys(manifest).filter(key => holds(manifest[key], manifest[key].src ?? ''));
  const wanted = new Set();
  const enter = key => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const next of manifest[key].imports ?? []) enter(next);
  };
  for (const key of keys(({ isEntry }, src) => isEntry || src.endsWith('JoinPage.tsx'))) enter(key);
  for (const key of largestLanguage(manifest, folders, pathOf)) enter(key);
  return [...wanted].map(pathOf).filter(file => file.endsWith('.js'));
}

function largestLanguage(manifest, folders, pathOf) {
  const languages = ['en', 'ar', 'fr', 'de'].map(language => {
    const keys = [...new Set(folders.map(folder => catalogueKey(manifest, folder, language)))];
    return { keys, size: keys.reduce((sum, key) => sum + statSync(pathOf(key)).size, 0) };
  });
  return languages.sort((a, b) => b.size - a.size)[0].keys;
}

/** A catalogue is a chunk of its own, or part of the one that has all first texts of its language. */
function catalogueKey(manifest, folder, language) {
  const own = `src/${folder}/texts/${language}.json`;
  if (manifest[own]) return own;
  const together = Object.keys(manifest).find(key => manifest[key].name === `texts-${language}`);
  if (!together) throw new Error(`the build has no chunk of ${own}`);
  return together;
}

/** The built files with code of the development panel, of which a production build has none. */
export function developmentFiles(dist = built) {
  const folder = fileURLToPath(dist);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.js'))
    .filter(path => readFileSync(join(folder, path), 'utf8').includes('multaqa-development'));
}
