import { expect, type Page } from '@playwright/test';
import type { Recorded } from './reception.ts';

/** What a page had open when the server acknowledged that its person leaves, and the packets that had arrived by then, over all connections that it ever had. */
type Leaving = { open: number; opened: number; arrived: Promise<number> };
type Watched = Recorded & { leaving: Leaving | null; arrivals(): Promise<number> };

/** Waits in the page for the acknowledgement of leaving, from its next load on, and looks before the product hears of it. To be called after `recordConnections`. */
export async function watchLeaving(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const here = globalThis as Watched;
    here.leaving = null;
    here.arrivals = async () => {
      const each = here.connections.map(one => here.lastArrived.get(one) ?? here.arrivedOver(one));
      return (await Promise.all(each)).reduce((sum, packets) => sum + packets, 0);
    };
    let asked = '';
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        this.addEventListener('message', ({ data }) => {
          if (!asked || typeof data !== 'string' || !data.startsWith(`43${asked}[`)) return;
          const open = here.connections.filter(({ signalingState }) => signalingState !== 'closed').length;
          here.leaving = { open, opened: here.connections.length, arrived: here.arrivals() };
        });
      }
      override send(data: string | Blob | BufferSource) {
        // Socket.IO's packet of an event that is to be acknowledged: its number stands before what it says.
        const number = typeof data === 'string' && data.includes('"sessions.leave"') && /^42(\d+)\[/.exec(data)?.[1];
        if (number) asked = number;
        super.send(data);
      }
    };
  });
}

/** Waits for the acknowledgement of leaving; returns the packets that had arrived by then. Nothing was open any more when it came. */
export async function expectLeft(page: Page): Promise<number> {
  const leaving = () =>
    page.evaluate(async () => {
      const { leaving } = globalThis as Watched;
      return leaving && { open: leaving.open, arrived: await leaving.arrived };
    });
  await expect.poll(leaving, 'what was open when the leaving was acknowledged').toMatchObject({ open: 0 });
  return (await leaving())?.arrived ?? 0;
}

/** Waits until a page has no connection open that brings voices or pictures. */
export const expectNothingOpen = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(
        () => (globalThis as Watched).connections.filter(({ signalingState }) => signalingState !== 'closed').length,
      ),
    )
    .toBe(0);

/** Since the acknowledgement no packet has arrived, and no connection was opened. */
export async function expectNothingSince(page: Page, arrived: number): Promise<void> {
  const now = await page.evaluate(async () => {
    const { leaving, connections, arrivals } = globalThis as Watched;
    return { arrived: await arrivals(), opened: connections.length - (leaving?.opened ?? 0) };
  });
  expect(now).toEqual({ arrived, opened: 0 });
}
