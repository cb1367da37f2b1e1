import { onTestFinished } from 'vitest';
import type { AppOptions } from '../app.options.ts';
import { type Browser, card, copyLinks, foundDialogue, newId, redeem, startTestApp } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import { openTyper, type Typer } from '../proof/typer.ts';

/**
 * An open session in whose plenary Ben, Cleo and Dina sit; Ada is the organiser. A document is whatever people write, unless `features` says
 * that the slices take part in it.
 */
export async function openMeeting({
  features = 'none',
  ...options
}: Partial<AppOptions> & { folder?: string; features?: 'none' | 'all' } = {}) {
  const app = await startTestApp(features === 'all' ? options : { documentFeatures: [], ...options });
  const { ada, dialogue } = await foundDialogue(app);
  const organiser = await connect(ada, dialogue);
  const [ben, cleo, dina] = [newId(), newId(), newId()];
  const people = [card(ben, 'Ben'), card(cleo, 'Cleo'), card(dina, 'Dina')];
  await organiser.command('people.add', { people });
  const session = newId();
  const plan = { session, title: 'What blocks us?', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await organiser.command('sessions.plan', plan);
  await organiser.command('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(ada, dialogue, [ben, cleo, dina]);
  const browsers: Record<string, Browser> = { [organiser.me()]: ada };
  const clients: Client[] = [organiser];
  for (const person of [ben, cleo, dina]) {
    const browser = await redeem(app.url, links[person] ?? '');
    browsers[person] = browser;
    const client = await connect(browser, dialogue);
    await client.command('sessions.enter', { session });
    clients.push(client);
  }
  const typers: Typer[] = [];
  const document = `notes:${session}/plenary`;
  onTestFinished(async () => {
    for (const client of clients) client.close();
    for (const typer of typers) typer.close();
    await app.stop();
  });
  return {
    ...{ app, dialogue, session, document, organiser, ben, cleo, dina, clients },
    browserOf(person: string): Browser {
      const browser = browsers[person];
      if (!browser) throw new Error('nobody of this name');
      return browser;
    },
    /** Somebody who has the notes of the plenary open. */
    async typer(person: string, options: Parameters<typeof openTyper>[3] & { name?: string } = {}): Promise<Typer> {
      const browser = browsers[person];
      if (!browser) throw new Error('nobody of this name');
      const typer = openTyper(browser, dialogue, options.name ?? document, options);
      typers.push(typer);
      const reply = await typer.open();
      if (!reply.ok) throw new Error(reply.refusal);
      return typer;
    },
  };
}
