import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The one hashed file of a test's build. */
export const script = '/assets/index-B1a2c3d4.js';

/** Writes what Vite leaves of a small client: a page, a script with a hashed name and its compressed siblings, a manifest. */
export function buildClient(folder: string, content = 'document.title = "Multaqa";\n'.repeat(100)): void {
  const write = (name: string, bytes: string | Buffer) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  };
  const withSiblings = (name: string, text: string) => {
    write(name, text);
    write(`${name}.br`, brotliCompressSync(text));
    write(`${name}.gz`, gzipSync(text));
  };
  for (const page of ['en-page', 'en-join', 'ar-page', 'ar-join'])
    write(`first/${page}.html`, `<!doctype html>${page}`);
  const name = script.slice(1);
  withSiblings('index.html', `<!doctype html><script src="${script}"></script>`);
  withSiblings(name, content);
  write('favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  write('.vite/manifest.json', JSON.stringify({ 'index.html': { file: name } }));
}
