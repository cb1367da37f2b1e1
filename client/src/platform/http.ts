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

/** Refusals that only the doors of the server give, beside those of commands; `offline` when nobody answered. */
export const doorRefusals = ['offline', 'link-unknown', 'signed-out', 'not-ready'] as const;

const patience = 15_000;

export const get = <Result>(path: string): Promise<Result> => request('GET', path);
export const post = <Result>(path: string, body: unknown = {}): Promise<Result> => request('POST', path, body);

async function request<Result>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Result> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const response = await fetch(`/api${path}`, {
      method,
      signal: giveUp.signal,
      ...(body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    // An answer that is no JSON comes from a proxy; its status says enough.
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return answer as Result;
    const { refusal, reference } = (answer ?? {}) as { refusal?: string; reference?: string };
    throw new Refused(refusal ?? (response.status >= 500 ? 'fault' : 'unknown'), reference ?? null);
  } catch (error) {
    throw error instanceof Refused ? error : new Refused('offline');
  } finally {
    clearTimeout(timer);
  }
}

/** What a call that takes a while tells meanwhile: `done` of `total`. */
export type Progress = { done: number; total: number };

/**
 * Asks for what takes a while: hears how far it is, line by line. It is given up when nothing comes for as long as anybody
 * would wait, or when `signal` says that nobody wants it any more; the server then stops, too.
 */
export async function getInSteps<Result>(
  path: string,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Result> {
  const giveUp = new AbortController();
  const stop = () => giveUp.abort();
  signal.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(stop, patience);
  try {
    const response = await fetch(`/api${path}`, {
      signal: giveUp.signal,
      headers: { Accept: 'application/x-ndjson, application/json;q=0.5' },
    });
    let last: unknown = null;
    for await (const line of linesOf(response)) {
      clearTimeout(timer);
      timer = setTimeout(stop, patience);
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
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

/** The lines of JSON of an answer, as they come. */
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
