import type { Page } from '@playwright/test';
import { enterSession, joinDialogue, openRoom, receivedBy } from './room.ts';
import { median, wait } from './rtp.ts';

/**
 * What audio alone costs on a weak network (goal P14): kbit/s at a listener while one person speaks without a pause, in
 * the low profile and in the usual one without cameras. It counts media (with RTP, without IP and UDP headers) and
 * WebSocket messages. `node bench/low.ts [seconds]`; 1800 for the half hour.
 */
const [seconds = 60] = process.argv.slice(2).map(Number);
const profiles = {
  low: { devices: 'sound', quality: 'audio-only' },
  usual: { devices: 'sound', quality: 'everything' },
};
const goal = 45;
const headers = 28;

for (const [name, settings] of Object.entries(profiles)) {
  const room = await openRoom(2);
  const [speaker, listener] = [await room.visit(0, settings), await room.visit(1, settings)];
  const messages = countMessages(listener);
  for (const page of [speaker, listener]) {
    await joinDialogue(page);
    await enterSession(page);
    await page.waitForURL('**/d/**');
    // Settings are read when a page is opened.
    await page.reload();
  }
  await speaker.getByRole('contentinfo').getByRole('button', { name: 'Unmute' }).click();
  while ((await receivedBy(listener)).packets < 50) await wait(200);

  const rates: { down: number; up: number; wire: number }[] = [];
  const slice = Math.min(20, seconds / 3);
  for (let passed = 0; passed < seconds; passed += slice) {
    const [before, saidBefore, at] = [await receivedBy(listener), messages(), performance.now()];
    await wait(slice * 1_000);
    const [after, said, lasting] = [await receivedBy(listener), messages(), performance.now() - at];
    const down = after.bytesDown - before.bytesDown + said.down - saidBefore.down;
    const up = after.bytesUp - before.bytesUp + said.up - saidBefore.up;
    const packets = after.packets - before.packets;
    rates.push({
      down: (down * 8) / lasting,
      up: (up * 8) / lasting,
      wire: ((down + packets * headers) * 8) / lasting,
    });
  }
  const middle = (pick: (rate: (typeof rates)[number]) => number) => median(rates.map(pick)).toFixed(1);
  console.log(
    `${name}: ${middle(({ down }) => down)} kbit/s down (${middle(({ wire }) => wire)} with IP and UDP headers; goal ${goal}), ${middle(({ up }) => up)} kbit/s up while muted`,
  );
  await room.close();
}
process.exit(0);

function countMessages(page: Page): () => { down: number; up: number } {
  const bytes = { down: 0, up: 0 };
  page.on('websocket', socket => {
    socket.on('framereceived', ({ payload }) => {
      bytes.down += payload.length;
    });
    socket.on('framesent', ({ payload }) => {
      bytes.up += payload.length;
    });
  });
  return () => ({ ...bytes });
}
