import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { arch, homedir, platform, release } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemName } from '../debian.mjs';

const recipe = fileURLToPath(new URL('recipe/', import.meta.url));

/** The folder outside every checkout that holds the worker for this version of mediasoup, this recipe and this kind of machine. */
export function cacheFolder(version) {
  const root = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(
    root,
    'multaqa',
    'media-worker',
    [version, recipeHash(), platform(), arch(), systemName(platform(), release())].join('-'),
  );
}

/** A short fingerprint of everything that decides what the build produces. */
function recipeHash() {
  const hash = createHash('sha256');
  for (const file of filesBelow(recipe)) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

function filesBelow(folder) {
  const paths = readdirSync(folder).map(name => join(folder, name));
  return paths.sort().flatMap(path => (statSync(path).isDirectory() ? filesBelow(path) : [path]));
}
