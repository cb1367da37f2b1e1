import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import { get, getInSteps, type Progress, post, refusedBy } from './http.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A server that answers with these bytes, cut wherever the test says. */
function serve(status: number, text: string, cuts: readonly number[] = []) {
  const bytes = new TextEncoder().encode(text);
  const ends = [...new Set([...cuts.map(cut => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let from = 0;
      for (const end of ends) {
        if (end > from) controller.enqueue(bytes.slice(from, end));
        from = end;
      }
      controller.close();
    },
  });
  vi.stubGlobal('fetch', async () => new Response(body, { status }));
}

/** A server that is not there. */
const serveNothing = () =>
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('failed to fetch');
  });

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => refusedBy(error),
  );
const never = new AbortController().signal;

it('progress and result arrive whole, wherever the network cuts their bytes', async () => {
  const steps = fc.array(fc.record({ done: fc.nat(99), total: fc.nat(99) }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(steps, fc.string({ unit: 'grapheme' }), fc.array(fc.nat(500)), async (progress, words, cuts) => {
      const lines = [...progress.map(one => ({ progress: one })), { result: { words } }];
      serve(200, `${lines.map(line => JSON.stringify(line)).join('\n')}\n`, cuts);
      const told: Progress[] = [];
      expect(await getInSteps('/report', never, one => told.push(one))).toEqual({ words });
      expect(told).toEqual(progress);
    }),
  );
});

it('a stream that ends without its result is as if nobody had answered', async () => {
  serve(200, `${JSON.stringify({ progress: { done: 1, total: 2 } })}\n`);
  expect(await refusalOf(getInSteps('/report', never, () => {}))).toMatchObject({ refusal: 'offline' });
});

it('a refusal in the middle of a stream keeps its reference', async () => {
  serve(200, `{"progress":{"done":1,"total":2}}\n{"refusal":"fault","reference":"A1B2C3"}\n`);
  expect(await refusalOf(getInSteps('/report', never, () => {}))).toMatchObject({
    refusal: 'fault',
    reference: 'A1B2C3',
  });
});

it('what a route refuses is told with its code; a server that breaks is a fault, one that is away is offline', async () => {
  serve(403, '{"refusal":"signed-out"}');
  expect(await refusalOf(get('/me'))).toMatchObject({ refusal: 'signed-out', reference: null });
  serve(502, '<html>bad gateway</html>');
  expect(await refusalOf(post('/me', {}))).toMatchObject({ refusal: 'fault' });
  serve(404, 'nothing');
  expect(await refusalOf(get('/me'))).toMatchObject({ refusal: 'unknown' });
  serveNothing();
  expect(await refusalOf(get('/me'))).toMatchObject({ refusal: 'offline' });
});

it('a server that never answers is given up after fifteen seconds', async () => {
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      }),
  );
  const refusals = [refusalOf(get('/me')), refusalOf(getInSteps('/report', never, () => {}))];
  await vi.advanceTimersByTimeAsync(15_000);
  for (const refusal of refusals) expect(await refusal).toMatchObject({ refusal: 'offline' });
});

it('whatever else is thrown is a fault', () => {
  expect(refusedBy(new Error('defect'))).toEqual({ refusal: 'fault', reference: null });
});
