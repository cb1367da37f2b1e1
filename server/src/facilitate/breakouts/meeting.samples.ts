import {
  type ConsumerInfo,
  type MediaEvents,
  type MediaRequests,
  mediaNamespace,
  type RequestInput,
  type RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { protocol } from '@multaqa/shared/protocol';
import type { Socket } from 'socket.io-client';
import { expect } from 'vitest';
import { type Browser, card, copyLinks, foundDialogue, newId, redeem, type TestApp } from '../../app.samples.ts';
import { type Client, connect } from '../../client.samples.ts';
import { capabilities, microphone } from '../media/media.samples.ts';

/** A dialogue with an open session and two breakouts that are prepared: Ben and Cleo in the first, Dina in the second. */
export type Meeting = {
  url: string;
  dialogue: string;
  session: string;
  plenary: string;
  grouping: string;
  rooms: readonly [string, string];
  browsers: { Ada: Browser; Ben: Browser; Cleo: Browser; Dina: Browser };
  /** Ids, by name. */
  people: Record<Name, string>;
};

export const names = ['Ada', 'Ben', 'Cleo', 'Dina'] as const;
export type Name = (typeof names)[number];

/** Founds a dialogue in which Ada is the organiser, opens its session, and prepares the breakouts. */
export async function prepareMeeting(app: Pick<TestApp, 'url' | 'organiserLink'>): Promise<Meeting> {
  const { url } = app;
  const { ada, dialogue } = await foundDialogue(app as TestApp);
  const organiser = await connect(ada, dialogue);
  const does = doing(organiser);
  const [session, grouping] = [newId(), newId()];
  const rooms = [`${session}/${newId()}`, `${session}/${newId()}`] as const;
  const [ben, cleo, dina] = [newId(), newId(), newId()];
  const people = { Ada: organiser.me(), Ben: ben, Cleo: cleo, Dina: dina };
  await does('people.add', { people: [card(ben, 'Ben'), card(cleo, 'Cleo'), card(dina, 'Dina')] });
  const plan = { session, title: 'Wells', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await does('sessions.plan', plan);
  await does('sessions.open', { session, admission: 'direct' });
  await does('breakouts.prepare', {
    ...{ grouping, session, title: 'Two rooms', way: 'hand', round: null },
    rooms: rooms.map((room, mark) => ({ room, names: {}, mark, cluster: null })),
    ...{ sizes: [2, 1], people: [ben, cleo, dina] },
  });
  const links = await copyLinks(ada, dialogue, [ben, cleo, dina]);
  const guest = (person: string) => redeem(url, links[person] ?? '');
  const browsers = { Ada: ada, Ben: await guest(ben), Cleo: await guest(cleo), Dina: await guest(dina) };
  organiser.close();
  return { url, dialogue, session, plenary: `${session}/plenary`, grouping, rooms, browsers, people };
}

/** Sends commands that are accepted. */
export const doing =
  (client: Client) =>
  async (kind: string, input: unknown): Promise<void> =>
    expect(await client.command(kind, input), kind).toMatchObject({ ok: true });

/** Somebody's connection to a meeting. */
export type Line = {
  name: Name;
  client: Client;
  does(kind: string, input: unknown): Promise<void>;
  /** The session as this person sees it. */
  session(): OpenSessionView;
  /** Where this person sits, by their own view. */
  room(): string | null;
  /** How each microphone comes here: `Ada room`. */
  hears(): string[];
  close(): void;
};

/** Connects somebody, and seats them when they have no seat. */
export async function openLine({ dialogue, session, browsers, people }: Meeting, name: Name): Promise<Line> {
  const client = await connect(browsers[name], dialogue);
  const view = () => client.view() as unknown as { sessions: Record<string, OpenSessionView> };
  const sessionView = () => view().sessions[session] as OpenSessionView;
  const room = () => sessionView().seats?.[people[name]]?.room ?? null;
  const does = doing(client);
  if (room() === null) await does('sessions.enter', { session });
  return { name, client, does, session: sessionView, room, hears: () => [], close: client.close };
}

let ssrc = 0;

/** The same with an open microphone. The server needs media; no network path is opened, so that no sound flows. */
export async function openVoiceLine(meeting: Meeting, name: Name): Promise<Line> {
  const line = await openLine(meeting, name);
  const nameOf = new Map(Object.entries(meeting.people).map(([known, id]) => [id, known]));
  const socket: Socket<MediaEvents, MediaRequests> = line.client.socket.io.socket(mediaNamespace, {
    auth: { protocol, dialogue: meeting.dialogue },
  });
  const consumers = new Map<string, ConsumerInfo>();
  socket.on('consumers', ({ began, ended }) => {
    for (const id of ended) consumers.delete(id);
    for (const info of began) consumers.set(info.consumer, info);
  });
  await new Promise(resolve => socket.once('router', resolve));
  const ask = async <Request extends RequestName>(request: Request, input: RequestInput<Request>) =>
    expect(await socket.timeout(5_000).emitWithAck('request', request, input), request).toMatchObject({ ok: true });
  const rtpCapabilities = { ...capabilities() };
  await ask('join', { device: newId(), takeOver: true, by: 'sound', network: 'good', rtpCapabilities });
  ssrc += 1;
  await ask('produce', { source: 'microphone', kind: 'audio', rtpParameters: { ...microphone(ssrc) } });
  return {
    ...line,
    hears: () => [...consumers.values()].map(({ person, way }) => `${nameOf.get(person)} ${way}`).sort(),
  };
}
