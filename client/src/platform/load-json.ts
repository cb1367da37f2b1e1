const loads = new Map<string, Promise<unknown>>();

/** Loads a JSON file of the build once; null where there is none. One that failed to arrive is tried again at the next call. */
export function loadJson<Content>(path: string): Promise<Content | null> {
  const load = loads.get(path) ?? fetchJson(path);
  loads.set(path, load);
  load.catch(() => loads.delete(path));
  return load as Promise<Content | null>;
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path);
  // Every address without a file is a page of the product.
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  return response.ok && isJson ? response.json() : null;
}
