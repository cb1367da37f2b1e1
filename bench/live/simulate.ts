import { setTimeout } from 'node:timers/promises';
import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { newId, redeem } from '../../server/src/app.samples.ts';
import { connect } from '../../server/src/client.samples.ts';
import { behave } from './behaviours.ts';
import { openChance } from './chance.ts';
import type { Prepared } from './prepare.ts';
import { prepareRooms } from './rooms.ts';
import type { Simulated } from './simulation.ts';
import { openVoice } from './voice.ts';

export type SimulateOptions = {
  /** The address of the server. */
  url: string;
  prepared: Prepared;
  seed: number;
  /** Ends the simulation: everybody leaves. */
  signal: AbortSignal;
  say(text: string): void;
};

const mostVoices = 40;

/** Brings everybody into the session, which the first of them opens, and lets them behave until `signal` aborts. */
export async function simulate({ url, prepared, seed, signal, say }: SimulateOptions): Promise<void> {
  const { dialogue, session, guests } = prepared;
  await publishClusters(url, prepared);
  const people: Simulated[] = [];
  const report = (what: string, error: unknown) => say(`  ${what} failed: ${String(error)}`);
  for (const [at, { name, languages, token }] of guests.entries()) {
    const browser = await redeem(url, `#${token}`);
    const client = await connect(browser, dialogue);
    if (at === 0) await client.command('sessions.open', { session, admission: 'direct' });
    await client.command('sessions.enter', { session });
    // A third apart at most, so that two who speak at once can be told apart and do not hurt.
    const openOwn = () =>
      openVoice(client, dialogue, 196 * 2 ** (at / 12)).catch(error => {
        report(`the voice of ${name}`, error);
        return null;
      });
    // In a large hall most people only listen.
    const voice = at < mostVoices ? openOwn : async () => null;
    people.push({ name, languages, browser, client, voice: await voice(), openVoice: voice });
    say(`  ${name} is here`);
  }
  // A pause that is cut short has ended as well.
  const wait = (seconds: number) =>
    setTimeout(seconds * 1_000, undefined, { signal }).catch(error => {
      if (!signal.aborted) throw error;
    });
  await behave({ dialogue, session, people, chance: openChance(seed), wait }, signal, report);
  for (const { client, voice } of people) {
    await voice?.close();
    client.close();
  }
}

/** The organiser has the people grouped, shows everybody the clusters, and prepares a breakout for each. */
async function publishClusters(url: string, { dialogue, session, organiser }: Prepared): Promise<void> {
  const browser = await redeem(url, `#${organiser}`);
  const arrangement = newId();
  const proposal = { arrangement, title: 'By region and needs', settings: usualSettings };
  await browser.post(`/dialogues/${dialogue}/clusters/proposals`, proposal);
  const client = await connect(browser, dialogue);
  await client.command('cluster.publish', { arrangement });
  await client.until('the clusters', view => isPublished(view));
  await prepareRooms(client, session);
  client.close();
}

const isPublished = (view: object): boolean =>
  (view as { cluster?: { published: unknown } }).cluster?.published !== null;
