import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../client/dist/', import.meta.url);
const page = 'JoinPage.tsx';

/** The JavaScript files of the built client that someone who opens a join link waits for. */
export function firstLoad(dist = built) {
  const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
  const chunks = Object.entries(manifest);
  const starts = chunks.filter(([, { isEntry, src = '' }]) => isEntry || src.endsWith(page)).map(([key]) => key);
  if (!starts.some(key => manifest[key].src?.endsWith(page))) throw new Error(`the build has no chunk of ${page}`);
  const wanted = new Set();
  const enter = key => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const next of manifest[key].imports ?? []) enter(next);
  };
  for (const key of starts) enter(key);
  const files = [...wanted].map(key => manifest[key].file).filter(file => file.endsWith('.js'));
  return files.map(file => fileURLToPath(new URL(file, dist)));
}
