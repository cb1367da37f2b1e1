import {
  type ConsumerInfo,
  type MediaEvents,
  type MediaRequests,
  mediaNamespace,
  type RequestInput,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Browser, card, copyLinks, foundDialogue, newId, redeem, startTestApp } from '../../../app.samples.ts';
import { type Client, connect } from '../../../client.samples.ts';
import { capabilities, microphone, workerBin } from '../media.samples.ts';

/** Somebody in the session with an open microphone. */
type Person = {
  client: Client;
  /** Sends a command; what it ends has ended for this person when it is answered. */
  does(kind: string, input: unknown): Promise<void>;
  /** How each microphone comes here: `Ada room`. */
  hears(): string[];
};

describe.skipIf(workerBin === null)('breakouts, through the whole server', () => {
  const session = newId();
  const people = { Ben: newId(), Cleo: newId(), Dina: newId() };
  const rooms = [newId(), newId()].map(id => `${session}/${id}`);
  const names = new Map<string, string>();

  async function open(): Promise<Record<'ada' | 'ben' | 'cleo' | 'dina', Person>> {
    const app = await startTestApp({ media: { worker: workerBin, count: 1 } });
    onTestFinished(() => app.stop());
    const { ada: browser, dialogue } = await foundDialogue(app);
    const organiser = await connect(browser, dialogue);
    const plan = { session, title: 'Wells', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
    await organiser.command('people.add', { people: Object.entries(people).map(([name, id]) => card(id, name)) });
    await organiser.command('sessions.plan', plan);
    await organiser.command('sessions.open', { session, admission: 'direct' });
    const links = await copyLinks(browser, dialogue, Object.values(people));
    const came = async (name: string, from: Browser) => comeIn(name, await connect(from, dialogue), dialogue);
    const guest = async (name: keyof typeof people) => came(name, await redeem(app.url, links[people[name]] ?? ''));
    return {
      ada: await comeIn('Ada', organiser, dialogue),
      ben: await guest('Ben'),
      cleo: await guest('Cleo'),
      dina: await guest('Dina'),
    };
  }

  async function comeIn(name: string, client: Client, dialogue: string): Promise<Person> {
    onTestFinished(() => client.close());
    names.set(client.me(), name);
    const does = async (kind: string, input: unknown) =>
      expect(await client.command(kind, input)).toMatchObject({ ok: true });
    await does('sessions.enter', { session });
    const socket: Socket<MediaEvents, MediaRequests> = client.socket.io.socket(mediaNamespace, {
      auth: { protocol, dialogue },
    });
    const consumers = new Map<string, ConsumerInfo>();
    socket.on('consumers', ({ began, ended }) => {
      for (const id of ended) consumers.delete(id);
      for (const info of began) consumers.set(info.consumer, info);
    });
    socket.connect();
    await new Promise(resolve => socket.once('router', resolve));
    const ask = async <Name extends RequestName>(request: Name, input: RequestInput<Name>) =>
      expect(await socket.timeout(5_000).emitWithAck('request', request, input)).toMatchObject({ ok: true });
    const rtpCapabilities = { ...capabilities() };
    await ask('join', { device: newId(), takeOver: false, by: 'sound', network: 'good', rtpCapabilities });
    const rtpParameters = { ...microphone(names.size) };
    await ask('produce', { source: 'microphone', kind: 'audio', rtpParameters });
    const hears = () => [...consumers.values()].map(({ person, way }) => `${names.get(person)} ${way}`).sort();
    return { client, does, hears };
  }

  it('people hear the room they are sent to, and hosts hear and are heard beyond theirs for exactly as long as they say', async () => {
    const { ada, ben, cleo, dina } = await open();
    await expect.poll(ada.hears).toEqual(['Ben room', 'Cleo room', 'Dina room']);
    const grouping = newId();
    await ada.does('breakouts.prepare', {
      ...{ grouping, session, title: 'Two rooms', way: 'hand', round: null },
      rooms: rooms.map((room, mark) => ({ room, names: {}, mark, cluster: null })),
      sizes: [2, 1],
      people: [people.Ben, people.Cleo, people.Dina],
    });
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('breakouts.go', { session });
    expect(ada.hears()).toEqual([]);
    await expect.poll(ben.hears).toEqual(['Cleo room']);
    await expect.poll(dina.hears).toEqual([]);

    const [room = ''] = rooms;
    await ada.does('sessions.listen', { room, on: true });
    await expect.poll(ada.hears).toEqual(['Ben listening', 'Cleo listening']);
    await ada.does('sessions.address', { session, to: { to: 'rooms', rooms: 'all' } });
    await expect
      .poll(() => [ben, cleo, dina].map(({ hears }) => hears()))
      .toEqual([['Ada address', 'Cleo room'], ['Ada address', 'Ben room'], ['Ada address']]);
    await ada.does('sessions.address', { session, to: { to: 'person', person: people.Dina } });
    await expect.poll(dina.hears).toEqual(['Ada whisper']);
    await expect.poll(() => [ben.hears(), cleo.hears()]).toEqual([['Cleo room'], ['Ben room']]);
    await ada.does('sessions.listen', { room, on: false });
    expect(ada.hears()).toEqual([]);
    await ada.does('sessions.address', { session, to: null });
    await expect.poll(dina.hears).toEqual([]);

    await ada.does('breakouts.close', { session, when: 'now' });
    await expect.poll(ada.hears).toEqual(['Ben room', 'Cleo room', 'Dina room']);
    await expect.poll(dina.hears).toEqual(['Ada room', 'Ben room', 'Cleo room']);
  });
});
