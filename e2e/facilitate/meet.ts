import type { BrowserContextOptions } from '@playwright/test';
import { createDialogue, join, signIn } from '../app/doors.ts';
import type { Guest } from '../guest.ts';
import { copyLink, importPeople } from '../people/roster.ts';
import { ada, type Person } from '../people.ts';
import type { Server } from '../server.ts';
import { expectIn, openSession, planSession } from './meeting.ts';

type Place = {
  server: Server;
  visit(person: Person, options?: BrowserContextOptions): Promise<Guest>;
};
type Meeting = { dialogue?: string; session?: string; host?: BrowserContextOptions };

/** How somebody comes who has a phone in their hand. */
export const onPhone: BrowserContextOptions = { isMobile: true, hasTouch: true };

/**
 * Ada opens a session by text alone, and everybody comes straight into its plenary. Returns her, the others in their order, and the
 * addresses of the dialogue and of the session.
 */
export async function meet(
  { server, visit }: Place,
  coming: readonly (readonly [Person, BrowserContextOptions?])[],
  { dialogue: title = 'Local jobs', session = 'Where our towns stand', host = {} }: Meeting = {},
): Promise<{ adaHere: Guest; others: Guest[]; dialogue: string; room: string }> {
  const adaHere = await visit(ada, host);
  await signIn(adaHere, server);
  const dialogue = await createDialogue(adaHere, { title });
  await importPeople(
    adaHere,
    dialogue,
    coming.map(([person]) => person),
  );
  const links: string[] = [];
  for (const [person] of coming) links.push(await copyLink(adaHere, person));
  await planSession(adaHere, dialogue, { title: session });
  const room = await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const others = await Promise.all(
    coming.map(async ([person, options], at) => {
      const guest = await visit(person, options);
      await join(guest, links[at] ?? '', 'textOnly');
      await expectIn(guest, 'plenary');
      return guest;
    }),
  );
  return { adaHere, others, dialogue, room };
}
