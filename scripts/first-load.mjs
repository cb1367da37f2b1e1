import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../client/dist/', import.meta.url);

/** The JavaScript files that someone who opens a join link waits for: the entry, the join page where it is a chunk of its own, and the largest catalogue. */
export function firstLoad(dist = built) {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  const pathOf = key => fileURLToPath(new URL(manifest[key].file, dist));
  const keys = holds => Object.keys(manifest).filter(key => holds(manifest[key], manifest[key].src ?? ''));
  const catalogues = keys((_, src) => src.startsWith('src/languages/')).sort(
    (a, b) => statSync(pathOf(b)).size - statSync(pathOf(a)).size,
  );
  if (catalogues.length === 0) throw new Error('the build has no chunk of a catalogue');
  const wanted = new Set();
  const enter = key => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const next of manifest[key].imports ?? []) enter(next);
  };
  for (const key of keys(({ isEntry }, src) => isEntry || src.endsWith('JoinPage.tsx'))) enter(key);
  enter(catalogues[0]);
  return [...wanted].map(pathOf).filter(file => file.endsWith('.js'));
}
