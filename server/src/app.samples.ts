import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { AppOptions } from './app.options.ts';
import { type App, startApp } from './app.ts';
import { readConfig } from './config.ts';
import { systemClock } from './platform/clock.ts';

export type TestApp = App & { url: string; folder: string; stop(): Promise<void> };

/** The whole server on a free port with an SQLite file of its own. */
export async function startTestApp(
  options: Partial<AppOptions> & { env?: Record<string, string>; folder?: string } = {},
): Promise<TestApp> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'multaqa-')));
  const read = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...options.env });
  if (!read.ok) throw new Error(read.mistakes.join('; '));
  const app = await startApp(read.config, {
    clock: systemClock,
    logger: pino({ level: 'silent' }),
    version: 'test',
    clientFolder: join(folder, 'no-client'),
    media: null,
    ...options,
  });
  return {
    ...app,
    url: `http://127.0.0.1:${(app.http.address() as AddressInfo).port}`,
    folder,
    async stop() {
      await app.close();
      if (!options.folder) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The system's clock, but hours pass when a test says so: buckets refill, nothing waits. */
export function hurriedClock(): typeof systemClock & { pass(ms: number): void } {
  let ahead = 0;
  return {
    now: () => systemClock.now() + ahead,
    monotonic: () => systemClock.monotonic() + ahead,
    at: (instant, act) => systemClock.at(instant - ahead, act),
    follow() {},
    pass(ms) {
      ahead += ms;
    },
  };
}

/** The system's clock, but so many times as fast: what happens every quarter of a minute need not be waited for. */
export function fastClock(times: number): typeof systemClock {
  const [start, began] = [systemClock.now(), systemClock.monotonic()];
  const passed = () => (systemClock.monotonic() - began) * times;
  return {
    now: () => Math.floor(start + passed()),
    monotonic: () => began + passed(),
    // Never before the instant: the next ms of the system is so many of this clock's.
    at: (instant, act) => systemClock.at(start + Math.ceil((instant - start) / times) + 1, act),
    follow() {},
  };
}

/** A person as an import gives them. */
export const card = (person: string, name: string, role = 'participant') => ({
  person,
  name,
  email: '',
  municipality: 'Sfax',
  country: 'TN',
  languages: ['en'],
  role,
  needs: [],
  vision: '',
});

/** A browser as far as the server can tell: an origin and a cookie jar of one cookie. */
export type Browser = {
  url: string;
  cookie: string;
  post(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  get(path: string): Promise<{ status: number; body: Record<string, unknown> }>;
};

export function openBrowser(url: string, cookie = ''): Browser {
  const browser: Browser = {
    url,
    cookie,
    post: (path, body = {}) => send('POST', path, body),
    get: path => send('GET', path),
  };
  async function send(method: string, path: string, body?: unknown) {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { origin: new URL(url).origin, cookie: browser.cookie, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0]?.split(';')[0];
    if (set !== undefined) browser.cookie = set;
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  return browser;
}

/** Signs the organiser in by the link of the first start, and founds a dialogue. */
export async function foundDialogue(app: TestApp): Promise<{ ada: Browser; dialogue: string }> {
  const ada = openBrowser(app.url);
  const token = app.organiserLink?.split('#')[1];
  await ada.post('/organiser-links/redeem', { token });
  const { body } = await ada.post('/dialogues', { title: 'Local jobs', goal: '', languages: ['en', 'ar'] });
  return { ada, dialogue: String(body.dialogue) };
}

/** The join links of people, as the organiser copies them. */
export async function copyLinks(
  organiser: Browser,
  dialogue: string,
  people: readonly string[],
): Promise<Record<string, string>> {
  const links: Record<string, string> = {};
  for (let at = 0; at < people.length; at += 50) {
    const { body } = await organiser.post(`/dialogues/${dialogue}/links`, { people: people.slice(at, at + 50) });
    Object.assign(links, body.links);
  }
  return links;
}

/** A new browser that opened a join link and clicked. */
export async function redeem(url: string, link: string): Promise<Browser> {
  const browser = openBrowser(url);
  await browser.post('/links/redeem', { token: link.split('#')[1] });
  return browser;
}

export const newId = (): string => randomUUID();
