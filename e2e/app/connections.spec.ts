import type { Page, WebSocket } from '@playwright/test';
import { expectIn, openSession, planSession } from '../facilitate/meeting.ts';
import { copyLink, importPeople, introduceFounder } from '../people/roster.ts';
import { ada, ben } from '../people.ts';
import { expect, test } from '../test.ts';
import { createDialogue, join, signIn } from './doors.ts';

/** How many connections to the server this page has open, and how many of them carry voice and picture, by the packets of Socket.IO. */
function countConnections(page: Page): () => { all: number; withMedia: number } {
  const open = new Map<WebSocket, boolean>();
  page.on('websocket', socket => {
    open.set(socket, false);
    socket.on('framereceived', ({ payload }) => String(payload).startsWith('40/media,') && open.set(socket, true));
    socket.on('framesent', ({ payload }) => String(payload).startsWith('41/media,') && open.set(socket, false));
    socket.on('close', () => open.delete(socket));
  });
  return () => ({ all: open.size, withMedia: [...open.values()].filter(Boolean).length });
}

test('who leaves the lobby, or never comes from the link to it, keeps no connection', async ({ server, visit }) => {
  const adaHere = await visit(ada);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title: 'Local jobs' });
  await introduceFounder(adaHere, dialogue);
  await importPeople(adaHere, dialogue, [ben]);
  const link = await copyLink(adaHere, ben);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  await openSession(adaHere, dialogue, 'textOnly');

  const benHere = await visit(ben);
  const connections = countConnections(benHere.page);
  await join(benHere, link, 'sound');
  await expectIn(benHere, 'lobby');
  await expect.poll(connections).toEqual({ all: 1, withMedia: 1 });
  await benHere.button('leave').click();
  await expect(benHere.heading('sessions')).toBeVisible();
  await expect.poll(connections).toEqual({ all: 1, withMedia: 0 });
  await benHere.page.getByRole('link', { name: 'Multaqa' }).first().click();
  await expect.poll(connections).toEqual({ all: 0, withMedia: 0 });

  const elsewhere = await visit(ben);
  const others = countConnections(elsewhere.page);
  await elsewhere.page.goto(link);
  await elsewhere.page.getByRole('checkbox', { name: elsewhere.word('agree') }).check();
  await elsewhere.button('join').click();
  await expect(elsewhere.heading('howToTakePart')).toBeVisible();
  await expect.poll(others).toEqual({ all: 1, withMedia: 1 });
  await elsewhere.page.getByRole('link', { name: 'Multaqa' }).first().click();
  await expect.poll(others, { timeout: 30_000 }).toEqual({ all: 0, withMedia: 0 });
});
