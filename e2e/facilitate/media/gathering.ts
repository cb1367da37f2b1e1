import { createDialogue, type Devices, join, signIn } from '../../app/doors.ts';
import type { Guest } from '../../guest.ts';
import { copyLink, importPeople, introduceFounder } from '../../people/roster.ts';
import { ada, type Person } from '../../people.ts';
import type { Server } from '../../server.ts';
import { admit, expectIn, openSession, planSession } from '../meeting.ts';
import { keepPictures, recordConnections } from './reception.ts';

type Visit = (person: Person) => Promise<Guest>;

/** Ada opens a session with camera and microphone, and the others come into its plenary with theirs, in this order. */
export async function gather(server: Server, visit: Visit, others: readonly [Person, Devices][]): Promise<Guest[]> {
  const host = await visit(ada);
  await recordConnections(host.page);
  await keepPictures(host.page);
  await signIn(host, server);
  const dialogue = await createDialogue(host, { title: 'Local jobs' });
  await introduceFounder(host, dialogue);
  await importPeople(
    host,
    dialogue,
    others.map(([person]) => person),
  );
  const links = new Map<Person, string>();
  for (const [person] of others) links.set(person, await copyLink(host, person));
  await planSession(host, dialogue, { title: 'Where our towns stand' });
  await openSession(host, dialogue, 'camera');
  const guests = [host];
  for (const [person, devices] of others) {
    const guest = await visit(person);
    await recordConnections(guest.page);
    if (devices === 'camera') await keepPictures(guest.page);
    await join(guest, links.get(person) ?? '', devices);
    await admit(host, person.name);
    await expectIn(guest, 'plenary');
    guests.push(guest);
  }
  return guests;
}
