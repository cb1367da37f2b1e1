/** What a route answered instead of a result. `reference` leads to the server's log when the fault is ours. */
class Refused extends Error {
  readonly refusal: string;
  readonly reference: string | null;
  constructor(refusal: string, reference: string | null = null) {
    super(refusal);
    this.refusal = refusal;
    this.reference = reference;
  }
}

/** Refusals of the server's routes, beside those of commands; `offline` when nobody answered. */
export const doorRefusals = ['offline', 'link-unknown', 'removed', 'signed-out', 'not-ready'] as const;

/** How long (ms) an answer, or the next line of one, may take; and bytes that are on their way over a weak line. */
const timeout = 15_000;
const timeoutOfBytes = 40_000;

/** Asks a route of the server. Rejects with `Refused`; its refusal is `offline` when nobody answers. */
export const get = <Result>(path: string): Promise<Result> => request(path, {}, patience(timeout));
/** Posts JSON to a route of the server. Rejects as `get` does. */
export const post = <Result>(path: string, body: unknown = {}): Promise<Result> =>
  request(path, posting(body), patience(timeout));
/** Posts JSON in nobody's name: no cookie goes along, and the connection is none that one went along on. Rejects as `get` does. */
export const postAlone = <Result>(path: string, body: unknown): Promise<Result> =>
  request(path, { ...posting(body), credentials: 'omit' }, patience(timeout));
/** Posts bytes as they are, until `signal` stops it. Rejects as `get` does. */
export const postBytes = <Result>(path: string, body: Blob, signal: AbortSignal): Promise<Result> =>
  request(
    path,
    { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body },
    patience(timeoutOfBytes, signal),
  );

/** Asks a route for a file of this type. Rejects as `get` does. */
export const getFile = (path: string): Promise<Blob> =>
  request(path, {}, patience(timeoutOfBytes), response => response.blob());

async function request<Result>(
  path: string,
  init: RequestInit,
  { signal, end }: Patience,
  read: (response: Response) => Promise<Result> = response => response.json().catch(() => null),
): Promise<Result> {
  try {
    const response = await fetch(`/api${path}`, { ...init, signal });
    if (response.ok) return await read(response);
    // An answer that is no JSON comes from a proxy; its status says enough.
    const answer: unknown = await response.json().catch(() => null);
    const { refusal, reference } = (answer ?? {}) as { refusal?: string; reference?: string };
    throw new Refused(refusal ?? (response.status >= 500 ? 'fault' : 'unknown'), reference ?? null);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('offline');
  } finally {
    end();
  }
}

const posting = (body: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

type Patience = { signal: AbortSignal; again(): void; end(): void };

/** A signal that stops a request after so many ms, counted again from `again`, or when `stopped` does. */
function patience(ms: number, stopped?: AbortSignal): Patience {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  stopped?.addEventListener('abort', stop, { once: true });
  if (stopped?.aborted) stop();
  let timer = setTimeout(stop, ms);
  return {
    signal: giveUp.signal,
    again() {
      clearTimeout(timer);
      timer = setTimeout(stop, ms);
    },
    end() {
      clearTimeout(timer);
      stopped?.removeEventListener('abort', stop);
    },
  };
}

/** How far a long request is: `done` of `total`. */
export type Progress = { done: number; total: number };

/**
 * Gets what takes a while, with its progress line by line. It is aborted when nothing arrives for 15 s, or by `signal`;
 * the server then stops, too. Rejects with `Refused`.
 */
export const getInSteps = <Result>(
  path: string,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Result> => inSteps(path, {}, signal, progress);

/** Posts JSON to what takes a while; everything else as `getInSteps`. */
export const postInSteps = <Result>(
  path: string,
  body: unknown,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Result> => inSteps(path, posting(body), signal, progress);

async function inSteps<Result>(
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string },
  stopped: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Result> {
  const { signal, again, end } = patience(timeout, stopped);
  try {
    const response = await fetch(`/api${path}`, {
      ...init,
      signal,
      headers: { ...init.headers, Accept: 'application/x-ndjson, application/json;q=0.5' },
    });
    let last: unknown = null;
    for await (const line of linesOf(response)) {
      again();
      last = line;
      const step = line as { progress?: Progress };
      if (step.progress) progress(step.progress);
    }
    const { result, refusal, reference } = (last ?? {}) as { result?: Result; refusal?: string; reference?: string };
    if (response.ok && result) return result;
    throw new Refused(refusal ?? (response.status >= 500 ? 'fault' : 'offline'), reference ?? null);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('offline');
  } finally {
    end();
  }
}

/** The lines of JSON of a response, as they arrive. */
async function* linesOf({ body }: Response): AsyncGenerator<unknown> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line);
  }
  if (rest.trim()) yield JSON.parse(rest);
}

/** Why something did not work; `reference` leads to the server's log when the fault is ours. */
export type Problem = { refusal: string; reference: string | null };

/** The code and reference of anything thrown while asking the server. */
export const refusedBy = (error: unknown): Problem =>
  error instanceof Refused ? error : { refusal: 'fault', reference: null };
