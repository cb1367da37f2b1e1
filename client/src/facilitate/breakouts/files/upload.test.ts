import { limits } from '@multaqa/shared/limits';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { refusedBy } from '../../../platform/http.ts';
import { hostOf, linkFrom } from './links.ts';
import { sizeOf } from './sizes.ts';
import { upload } from './upload.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

type Fate = 'taken' | 'lost before' | 'lost after' | 'too-fast';

/** A server that keeps the parts of one file; `fates` says what becomes of each request for a part, one after another. */
function serve(fates: Fate[] = [], { kind = 'png' as string | null, gone = false } = {}) {
  const parts: Uint8Array[] = [];
  const asked: string[] = [];
  let total = 0;
  const state = () => ({ parts: parts.length, type: parts.length === total ? kind : null });
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (path: string, { body, signal }: { body: Blob | string; signal: AbortSignal }) => {
    signal.throwIfAborted();
    asked.push(path.replace('/api/dialogues/d/files', ''));
    if (gone) throw new TypeError('failed to fetch');
    if (typeof body === 'string') {
      total = Math.ceil((JSON.parse(body) as { size: number }).size / limits.filePartBytes);
      return answer(state());
    }
    const fate = fates.shift() ?? 'taken';
    if (fate === 'lost before') throw new TypeError('failed to fetch');
    if (fate === 'too-fast') return answer({ refusal: 'too-fast' }, 429);
    if (Number(path.split('/').at(-1)) === parts.length) parts.push(new Uint8Array(await body.arrayBuffer()));
    if (fate === 'lost after') throw new TypeError('failed to fetch');
    return state().parts === total && kind === null ? answer({ refusal: 'files.kind' }, 400) : answer(state());
  });
  return { asked, bytes: () => Buffer.concat(parts) };
}

const never = new AbortController().signal;
const bytes = Uint8Array.from({ length: 2 * limits.filePartBytes + 5 }, (_, at) => at % 251);
const file = { id: 'f', file: new Blob([bytes]) };

describe('an upload', () => {
  test('sends every part in order and tells how much is there', async () => {
    const server = serve();
    const told: number[] = [];
    expect(await upload('d', file, never, share => told.push(share))).toBe('png');
    expect(server.bytes().equals(Buffer.from(bytes))).toBe(true);
    expect(told).toEqual([0, 1 / 3, 2 / 3, 1]);
  });

  test.each([
    ['lost before it came', 'lost before'],
    ['whose answer was lost', 'lost after'],
    ['for which the server had no time', 'too-fast'],
  ] as const)('sends a part again %s, and no byte twice', async (_, fate) => {
    vi.useFakeTimers();
    const server = serve(['taken', fate, fate]);
    const done = upload('d', file, never, () => undefined);
    await vi.runAllTimersAsync();
    expect(await done).toBe('png');
    expect(server.bytes().equals(Buffer.from(bytes))).toBe(true);
  });

  test('gives up after a while where nobody answers, and says so', async () => {
    vi.useFakeTimers();
    serve([], { gone: true });
    const refusal = upload('d', file, never, () => undefined).catch(error => refusedBy(error).refusal);
    await vi.runAllTimersAsync();
    expect(await refusal).toBe('offline');
  });

  test('is not tried again when the file is of a kind that is not taken', async () => {
    const server = serve([], { kind: null });
    const refusal = await upload('d', file, never, () => undefined).catch(error => refusedBy(error).refusal);
    expect(refusal).toBe('files.kind');
    expect(server.asked).toEqual(['', '/f/parts/0', '/f/parts/1', '/f/parts/2']);
  });

  test('sends nothing more once it is stopped', async () => {
    const server = serve();
    const stop = new AbortController();
    const ended = upload('d', file, stop.signal, share => share > 0 && stop.abort()).then(
      () => 'came',
      () => 'stopped',
    );
    expect(await ended).toBe('stopped');
    expect(server.bytes()).toHaveLength(limits.filePartBytes);
  });
});

describe('links', () => {
  test.each([
    ['example.org', 'https://example.org'],
    [' https://example.org/a?b=c#d ', 'https://example.org/a?b=c#d'],
    ['HTTPS://Example.org', 'https://Example.org'],
    ['صفاقس.تونس/خطة', 'https://صفاقس.تونس/خطة'],
    ['http://example.org', null],
    ['javascript:alert(1)', null],
    ['https://user:secret@example.org', null],
    ['https://', null],
    ['two words', null],
    ['', null],
  ])('%s', (typed, address) => {
    expect(linkFrom(typed)).toBe(address);
    if (address) expect(hostOf(address)).toBe(address.slice(8).split(/[/?#]/)[0]);
  });
});

test.each([
  [1, '1 kB'],
  [2_100, '2 kB'],
  [limits.fileBytes, '10 MB'],
  [1_600_000, '1.5 MB'],
])('%i bytes are said as people say them', (size, words) => {
  expect(sizeOf(size, 'en')).toBe(words);
});
