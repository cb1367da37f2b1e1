import { type BrowserContext, type BrowserContextOptions, test as base, expect } from '@playwright/test';
import { type Guest, guestOf } from './guest.ts';
import { type Network, openNetwork } from './network.ts';
import type { Person } from './people.ts';
import { type Relay, startRelay } from './relay.ts';
import { type Server, startServer } from './server.ts';
import { watch } from './watch.ts';

export { expect };

type Fixtures = {
  hasNetwork: boolean;
  network: Network | null;
  hasRelay: boolean;
  environment: Record<string, string>;
  relay: Relay | null;
  server: Server;
  visit: Visit;
};
type Visit = (person: Person, options?: BrowserContextOptions) => Promise<Guest>;

/** Tests of the running product: a server of one's own, and people who visit it with browsers that share nothing. */
export const test = base.extend<Fixtures>({
  /** True for tests that slow down or cut what lies between the browsers and the server. */
  hasNetwork: [false, { option: true }],

  network: async ({ hasNetwork }, use) => {
    const network = hasNetwork ? await openNetwork() : null;
    await use(network);
    await network?.close();
  },

  /** True for tests that need an operator's relay beside the server. */
  hasRelay: [false, { option: true }],

  relay: async ({ hasRelay }, use) => {
    const relay = hasRelay ? await startRelay() : null;
    await use(relay);
    await relay?.close();
  },

  /** What the operator has set. */
  environment: [{}, { option: true }],

  server: async ({ network, relay, environment }, use) => {
    const server = await startServer({ network, relay, environment });
    await use(server);
    const complaints = [...server.complaints()];
    await server.stop();
    expect(complaints, 'the server has nothing to complain of').toEqual([]);
  },

  visit: async ({ browser, server }, use) => {
    const contexts: BrowserContext[] = [];
    const watched: (readonly string[])[] = [];
    await use(async (person, options = {}) => {
      const context = await browser.newContext({
        baseURL: server.url,
        locale: person.locale,
        timezoneId: person.zone,
        viewport: person.viewport,
        permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
        ...options,
      });
      contexts.push(context);
      watched.push(await watch(context, server.url));
      return guestOf(person, await context.newPage());
    });
    await Promise.all(contexts.map(context => context.close()));
    expect(watched.flat(), 'what must never happen on a page').toEqual([]);
  },
});
