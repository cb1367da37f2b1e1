/** What a route answered instead of a result. `reference` leads to the server's log when the fault is ours. */
export class Refused extends Error {
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

/** Why something did not work; `reference` leads to the server's log when the fault is ours. */
export type Problem = { refusal: string; reference: string | null };

/** The code and reference of anything thrown while asking the server. */
export const refusedBy = (error: unknown): Problem =>
  error instanceof Refused ? error : { refusal: 'fault', reference: null };
