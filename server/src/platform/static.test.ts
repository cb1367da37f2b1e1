import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startTestApp, type TestApp } from '../app.samples.ts';
import { buildClient, script } from './testing/built-client.ts';
import { temporaryFolder } from './testing/folder.ts';

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: Buffer };

/** `fetch` decompresses by itself, so that the bytes on the line are asked for without it. */
function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the built client', () => {
  const { folder, remove } = temporaryFolder();
  const content = 'document.title = "Multaqa";\n'.repeat(100);
  let app: TestApp;
  beforeAll(async () => {
    buildClient(folder, content);
    app = await startTestApp({ clientFolder: folder });
  });
  afterAll(async () => {
    await app.stop();
    remove();
  });

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate, br;q=0.5', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['deflate', undefined, (bytes: Buffer) => bytes],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('a browser that accepts "%s" gets %s', async (accepted, encoding, open) => {
    const { headers, body } = await get(app.url + script, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers).toMatchObject({
      vary: 'Accept-Encoding',
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': String(body.length),
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(String(open(body))).toBe(content);
  });

  test.each(['/', '/index.html', '/j/', '/d/some/page', '/favicon.svg'])(
    '%s is asked for again each time, and answered with 304 while it is the same',
    async path => {
      const first = await get(app.url + path);
      expect(first.status).toBe(200);
      expect(first.headers['cache-control']).toBe('no-cache');
      const again = await get(app.url + path, { 'if-none-match': String(first.headers.etag) });
      expect([again.status, again.body.length]).toEqual([304, 0]);
      expect((await get(app.url + path, { 'if-none-match': '"another"' })).status).toBe(200);
    },
  );

  test.each([
    ['/', 'ar-TN,ar;q=0.9,en;q=0.8', undefined, 'ar-page'],
    ['/j', 'ar', undefined, 'ar-join'],
    ['/j/', 'sw', undefined, 'en-join'],
    ['/d/some/page', 'en', 'sign-in=x; multaqa-language=ar', 'ar-page'],
    ['/j', 'ar', 'multaqa-language=xx', 'ar-join'],
  ])(
    '%s for a browser that prefers %s, with the cookie %s, begins with the page %s',
    async (path, language, cookie, page) => {
      const { headers, body } = await get(app.url + path, {
        'accept-language': language,
        ...(cookie !== undefined && { cookie }),
      });
      expect(String(body)).toBe(`<!doctype html>${page}`);
      expect(headers.vary).toContain('Accept-Language');
    },
  );

  test('each way of compressing has a tag of its own', async () => {
    const tags = await Promise.all(
      ['br', 'gzip', 'identity'].map(
        async encoding => (await get(app.url + script, { 'accept-encoding': encoding })).headers.etag,
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test('HEAD tells what GET would, without the bytes', async () => {
    const { status, headers, body } = await get(app.url + script, {}, 'HEAD');
    expect([status, headers['content-length'], body.length]).toEqual([200, String(content.length), 0]);
  });

  test.each(['bytes=5-2', 'bytes=0-3', 'bytes=999999-', 'lines=1-2', 'bytes='])(
    'a request for the range %s gets the whole',
    async range => {
      const { status, body } = await get(app.url + script, { range });
      expect([status, String(body)]).toEqual([200, content]);
    },
  );

  test.each(['/assets/old-Xyz.js', '/assets/', `${script}.br`])('%s is gone, and says so', async path => {
    const { status, headers } = await get(app.url + path);
    expect(status).toBe(404);
    expect(headers['cache-control']).toBeUndefined();
  });

  test.each(['/.vite/manifest.json', '/..%2f..%2fetc/passwd', '/assets%2f..%2findex.html'])(
    '%s tells nothing but the page',
    async path => {
      expect(String((await get(app.url + path)).body)).toContain('<!doctype html>');
    },
  );
});

describe('a build that is not there yet', () => {
  const start = async () => {
    const { folder, remove } = temporaryFolder();
    const app = await startTestApp({ clientFolder: folder });
    onTestFinished(async () => {
      await app.stop();
      remove();
    });
    const page = () => get(app.url);
    return { folder, page };
  };

  test('is found by the first request after it is', async () => {
    const { folder, page } = await start();
    expect(await page()).toMatchObject({ status: 503 });
    buildClient(folder);
    expect(await page()).toMatchObject({ status: 200 });
  });

  test.each([
    ['a file that its manifest names is missing', (folder: string) => rmSync(join(folder, script))],
    ['a compressed file is cut off', (folder: string) => truncateSync(join(folder, `${script}.br`), 9)],
    ['a file is cut off', (folder: string) => truncateSync(join(folder, script), 9)],
    ['its manifest is cut off', (folder: string) => truncateSync(join(folder, '.vite/manifest.json'), 9)],
    ['its page is missing', (folder: string) => rmSync(join(folder, 'index.html'))],
    ['its page is empty', (folder: string) => writeFileSync(join(folder, 'index.html'), '')],
  ])('is not taken for finished while %s', async (_, spoil) => {
    const { folder, page } = await start();
    buildClient(folder);
    spoil(folder);
    expect(await page()).toMatchObject({ status: 503 });
    buildClient(folder);
    expect(await page()).toMatchObject({ status: 200 });
  });
});
