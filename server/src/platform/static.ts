import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';

/** One representation of a file; each has its own tag (RFC 9110, section 8.8.3.3). */
type Body = { bytes: Buffer; tag: string };

/** A file of the build and the ways in which the build has compressed it. */
type Built = { extension: string; caching: string; plain: Body; br?: Body; gzip?: Body };

/** In the order in which they are preferred: the smaller one first. */
const encodings = [
  { name: 'br', ending: '.br', open: brotliDecompressSync },
  { name: 'gzip', ending: '.gz', open: gunzipSync },
] as const;

/** What Vite tells of a build: https://vite.dev/guide/backend-integration */
const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), css: z.array(z.string()).optional(), assets: z.array(z.string()).optional() }),
);

/**
 * The built client, from memory: no request opens a file, so that a build that changes under the server, or a process
 * that has no file descriptor left, costs nobody an answer. A new build is served after a restart; without one the
 * answer says what to do, and the first request after the build finds it.
 * A request for a range gets the whole (RFC 9110, section 14.2).
 */
export function serveClient(folder: string): RequestHandler {
  let files = readBuild(folder);
  const router = Router();
  router.get('/{*path}', (request, response) => {
    files ??= readBuild(folder);
    if (!files) {
      return void response
        .status(503)
        .type('text')
        .send('The client is not built yet: npm run build --workspace client');
    }
    const file = request.path === '/' ? undefined : files.get(request.path);
    if (file) return answer(request, response, file);
    // A page of an older release asks for files that are gone: an honest 404 lets it reload itself.
    if (request.path.startsWith('/assets/')) return void response.status(404).type('text').send('gone');
    response.vary('Accept-Language').vary('Cookie');
    answer(request, response, files.get(`/first/${firstPageFor(request)}.html`) ?? files.get('/'));
  });
  return router;
}

/** The page with words in the HTML itself: which one, and in the language that was chosen before or that the browser prefers. */
function firstPageFor(request: Request): string {
  const chosen = /(?:^|; )multaqa-language=(en|ar|fr|de)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  const language = chosen ?? (request.acceptsLanguages('en', 'ar', 'fr', 'de') || 'en');
  return `${language}-${/^\/j\/?$/.test(request.path) ? 'join' : 'page'}`;
}

function answer(request: Request, response: Response, file: Built | undefined): void {
  if (!file) return void response.sendStatus(404);
  const encoding = encodings.find(({ name }) => file[name] && request.acceptsEncodings(name) === name)?.name;
  const { bytes, tag } = (encoding && file[encoding]) ?? file.plain;
  response.vary('Accept-Encoding').set({ 'Cache-Control': file.caching, ETag: tag }).type(file.extension);
  if (encoding) response.set('Content-Encoding', encoding);
  response.send(bytes);
}

/** The files of a finished build by their paths in addresses; null while there is none. */
function readBuild(folder: string): Map<string, Built> | null {
  const read = readFiles(folder);
  if (!isFinished(read)) return null;
  const files = new Map<string, Built>();
  for (const [name, bytes] of read) {
    if (name.startsWith('.') || /\.(br|gz)$/.test(name)) continue;
    const compressed = encodings.flatMap(({ name: encoding, ending }) => {
      const found = read.get(name + ending);
      return found ? [[encoding, bodyOf(found)]] : [];
    });
    files.set(`/${encodeURI(name)}`, {
      extension: extname(name),
      caching: name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      plain: bodyOf(bytes),
      ...Object.fromEntries(compressed),
    });
  }
  const page = files.get('/index.html');
  return page ? files.set('/', page) : null;
}

const bodyOf = (bytes: Buffer): Body => ({
  bytes,
  tag: `"${createHash('sha256').update(bytes).digest('base64url')}"`,
});

/** Every file below the folder by its name; none when the folder is missing or is being written. */
function readFiles(folder: string): Map<string, Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
    const names = entries.map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
    return new Map(names.map(name => [name, readFileSync(join(folder, name))]));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
}

/** True when all that the manifest names is there, and what is compressed opens to the same bytes. */
function isFinished(read: ReadonlyMap<string, Buffer>): boolean {
  try {
    const manifest = Manifest.parse(JSON.parse(String(read.get('.vite/manifest.json') ?? '{}')));
    const named = Object.values(manifest).flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
    const isSound = (name: string, bytes: Buffer) =>
      encodings.every(({ ending, open }) => !name.endsWith(ending) || read.get(name.slice(0, -3))?.equals(open(bytes)));
    return named.length > 0 && named.every(name => read.has(name)) && [...read].every(file => isSound(...file));
  } catch {
    // Only content can fail here: what does not parse or does not open is half written.
    return false;
  }
}
