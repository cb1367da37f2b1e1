import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openHttp } from '../../../platform/http.ts';
import { sendPacked } from '../../../platform/packed-answer.ts';
import { openPictures } from './pictures.ts';

const picture = (text: string) => new Map([['aaaaaaaaaa', text]]);

describe('pictures that are kept', () => {
  test('are read once, whoever asks at once, and again after a reading that failed', async () => {
    const pictures = openPictures();
    let readings = 0;
    const read = async () => {
      readings += 1;
      if (readings === 1) throw new Error('busy');
      return picture('one');
    };
    await expect(pictures.take('board', 'mark', read)).rejects.toThrow('busy');
    const both = await Promise.all([pictures.take('board', 'mark', read), pictures.take('board', 'mark', read)]);
    expect([both[0] === both[1], readings]).toEqual([true, 2]);
    expect(pictures.known('board', 'mark')).toBe(both[0]);
    expect(pictures.known('another', 'mark')).toBeNull();
  });

  test('take no more memory than they may: those that nobody has asked for longest go first', async () => {
    const pictures = openPictures({ pictures: 10, characters: 100 });
    const take = (mark: string, size: number) => pictures.take('board', mark, async () => picture('x'.repeat(size)));
    for (const mark of ['one', 'two']) await take(mark, 30);
    await take('one', 30);
    await take('three', 30);
    expect(['one', 'two', 'three'].map(mark => pictures.known('board', mark) !== null)).toEqual([true, false, true]);
    await take('large', 500);
    expect(pictures.known('board', 'large')).toBeNull();
  });
});

test('a packed answer is what it was, in the shortest form that the caller reads', async () => {
  const app = openHttp({ publicUrl: null, trustProxy: null });
  const value = { words: Array.from({ length: 200 }, () => 'بئر ماء') };
  app.get('/packed', (asked, response) => sendPacked(asked, response, value));
  const server = app.listen(0);
  try {
    const { port } = server.address() as { port: number };
    const ask = (accepted: string) =>
      new Promise<{ encoding: unknown; bytes: Buffer }>((resolve, reject) => {
        const asked = request({ port, path: '/packed', headers: { 'accept-encoding': accepted } }, answer => {
          const parts: Buffer[] = [];
          answer.on('data', part => parts.push(part));
          answer.on('end', () =>
            resolve({ encoding: answer.headers['content-encoding'], bytes: Buffer.concat(parts) }),
          );
        });
        asked.on('error', reject);
        asked.end();
      });
    const [br, gzip, plain] = [await ask('gzip, br'), await ask('gzip'), await ask('')];
    expect([br.encoding, gzip.encoding, plain.encoding]).toEqual(['br', 'gzip', undefined]);
    for (const bytes of [brotliDecompressSync(br.bytes), gunzipSync(gzip.bytes), plain.bytes])
      expect(JSON.parse(bytes.toString())).toEqual(value);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length / 10);
  } finally {
    server.close();
  }
});
