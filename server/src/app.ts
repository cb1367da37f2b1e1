import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dialogueRules, seatedIn } from '@multaqa/shared/dialogue';
import { limits } from '@multaqa/shared/limits';
import { type Base, openBase } from './app.base.ts';
import { openDocumentsDoor } from './app.documents.ts';
import { openMediaDoor, startMedia } from './app.media.ts';
import { engineMetrics, watchDocuments, watchMedia, watchParts } from './app.metrics.ts';
import type { AppOptions } from './app.options.ts';
import { openPolls, type PollParts } from './app.polls.ts';
import { mountRoutes } from './app.routes.ts';
import { startWork, type Work } from './app.work.ts';
import { type PlacingPorts, placeLateComers } from './cluster/cluster.effects.ts';
import type { Config } from './config.ts';
import { admissionOf } from './dialogue/admission.ts';
import { dialogueRoom } from './dialogue/audience-room.ts';
import { type Dialogues, openDialogues } from './dialogue/dialogues.ts';
import { openFaults } from './dialogue/faults.ts';
import { openGateway } from './dialogue/gateway.ts';
import type { Commit } from './dialogue/live-dialogue.ts';
import { startPresence } from './dialogue/presence.ts';
import { watchSignIns } from './dialogue/sign-ins.ts';
import type { Documents } from './documents/documents.ts';
import { placeRevealed, type RevealingPorts } from './facilitate/board/board.effects.ts';
import { recordSpeech } from './facilitate/exchange/record-speech.ts';
import type { Media } from './facilitate/media/media.ts';
import type { MediaGateway } from './facilitate/media/signalling/media.gateway.ts';
import { keepSigned } from './facilitate/notes/notes.effects.ts';
import { type CountingPorts, countClosed } from './facilitate/polls/polls.effects.ts';
import { organiserLinkJob } from './people/organiser-mail.ts';
import { firstOrganiserLink, type OrganiserLinkMail } from './people/organisers.routes.ts';
import { forgetPeople } from './people/people.effects.ts';
import { daily } from './platform/daily.ts';
import type { Logger } from './platform/logger.ts';
import { openMail } from './platform/mail.ts';
import { startOutbox } from './platform/outbox.ts';
import { namespacesOf } from './platform/sockets.ts';
import type { Store } from './platform/store/store.ts';

export type App = {
  http: Server;
  dialogues: Dialogues;
  documents: Documents;
  store: Store;
  work: Work;
  /** The address people open, with the port that was really taken. */
  address: string;
  /** A one-time link for the organiser of this installation; null when somebody has signed in already. */
  organiserLink: string | null;
  /** False when mediasoup's worker did not start: text goes on without it. */
  hasMedia: boolean;
  /** Of the one connection of a tab; each is entered by the same way. */
  namespaces: readonly string[];
  close(): Promise<void>;
};

/** Puts the server together: adapters, engines, slices, doors. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { clock, logger, rules = dialogueRules } = options;
  const base = await openBase(config, options);
  const { store, identity, io, rates, metrics } = base;
  const media = await startMedia(config, options, recordSpeech({ dialogues: () => dialogues, logger }));
  let mediaGateway: MediaGateway | null = null;
  let documents: Documents | null = null;
  const counted = engineMetrics(metrics);
  const presence = startPresence(
    { dialogues: () => dialogues, clock, logger },
    { lost: 'sessions.lose', regained: 'sessions.regain', seated: seatedIn },
  );
  const reactions = openReactions(store);
  const dialogues: Dialogues = await openDialogues({
    store,
    rules,
    clock,
    logger,
    metrics: counted,
    node: base.secrets.node,
    effects: reactions.effects,
    send: (dialogue, audience, patch) => void io.to(dialogueRoom(dialogue, audience)).emit('patch', patch),
    followers: [
      ({ dialogue }) => mediaGateway?.committed(dialogue),
      commit => documents && tellDocuments(documents, commit),
      ({ dialogue, facts }) => {
        if (!facts.some(({ kind }) => shutsDoor.has(kind))) return;
        mediaGateway?.recheck(dialogue);
        documents?.recheck(dialogue);
      },
    ],
    loaded(live) {
      presence.restored(live);
      documents?.loaded(live.dialogue);
    },
    crash: options.crash ?? (() => {}),
    snapshotEvery: options.snapshotEvery ?? limits.factsPerSnapshot,
  });
  const admit = (request: IncomingMessage, dialogue: string) => admissionOf({ identity, rules }, request, dialogue);
  openGateway(io, { dialogues, presence, metrics: counted, rates, logger, admit });
  mediaGateway = openMediaDoor(base, options, media, dialogues, admit);
  documents = openDocumentsDoor(base, options, dialogues, admit);
  const polls = openPolls(base, config, options, dialogues);
  const signIns = endSignIns(base, options, media);
  const mail = startMail(config, base, options);
  const work = startWork({ ...options, config, address: base.address, jobs: store.jobs, dialogues });
  reactions.begin({ dialogues, documents, polls, work, logger });
  const stopPurging = daily(identity.purge, clock, error => logger.error({ error }, 'expired sign-ins stay'));
  watchMedia(metrics, media);
  watchDocuments(metrics, documents);
  watchParts(metrics, { dialogues, work, jobs: store.jobs, now: clock.now });
  let isReady = true;
  mountRoutes(config, options, {
    base,
    dialogues,
    work,
    documents,
    polls,
    mailLink: mail.link,
    isReady: () => isReady,
  });
  const address = await listen(base, config, options);
  const asks = options.askForOrganiserLink ?? false;
  return {
    http: base.http,
    dialogues,
    documents,
    store,
    work,
    address,
    organiserLink: await firstOrganiserLink(store, base.secrets, address, clock.now(), asks),
    hasMedia: media !== null,
    namespaces: namespacesOf(io),
    async close() {
      isReady = false;
      presence.close();
      signIns.close();
      await io.close();
      await work.close();
      await polls.close();
      await documents?.close();
      await dialogues.close();
      await mail.close();
      await stopPurging();
      await base.notices.close();
      media?.close();
      await store.close();
    },
  };
}

/** Ends the connections of sign-ins that have ended, here or on another node. */
function endSignIns({ io, identity, notices }: Base, { clock, logger }: AppOptions, media: Media | null) {
  const end = (room: string) => {
    media?.shut(room);
    for (const namespace of namespacesOf(io)) io.of(namespace).in(room).disconnectSockets(true);
  };
  notices.subscribe('doors-shut', room => end(String(room)));
  const rooms = () => namespacesOf(io).flatMap(namespace => [...io.of(namespace).adapter.rooms.keys()]);
  return watchSignIns({ identity, clock, logger, rooms, end });
}

/** The outbox for mail; `link` says whether there is one. */
function startMail(config: Config, { store, secrets }: Base, { clock, logger }: AppOptions) {
  const mail = openMail({ url: config.SMTP_URL ?? null, from: config.MAIL_FROM });
  const handlers = mail && { 'organiser-link': organiserLinkJob({ store, secrets, mail, now: clock.now }) };
  const outbox = startOutbox(store.jobs, handlers ?? {}, clock, logger);
  return {
    async link(order: OrganiserLinkMail): Promise<boolean> {
      if (mail) await outbox.add('organiser-link', order.link, order);
      return mail !== null;
    },
    close: outbox.close,
  };
}

/** Takes connections, and returns the address that people open. Rejects when the port is taken. */
async function listen({ http, publicUrl }: Base, config: Config, { logger }: AppOptions): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.PORT, config.HOST, resolve);
  });
  // A connection that cannot be accepted, for want of file descriptors, ends neither the others nor the process.
  http.on('error', error => logger.warn({ error }, 'a connection was not accepted'));
  return publicUrl ?? `http://localhost:${(http.address() as AddressInfo).port}`;
}

/** The reactions of the slices to facts. What they need is there after the dialogues: they wait until they may `begin`. */
function openReactions(store: Store) {
  const placing = Promise.withResolvers<PlacingPorts>();
  const documentsOpened = Promise.withResolvers<Documents>();
  const counting = Promise.withResolvers<CountingPorts>();
  const revealing = Promise.withResolvers<RevealingPorts>();
  type Parts = { dialogues: Dialogues; documents: Documents; polls: PollParts; work: Work; logger: Logger };
  return {
    effects: [
      forgetPeople(store),
      placeLateComers(placing.promise),
      keepSigned(documentsOpened.promise),
      countClosed(counting.promise),
      placeRevealed(revealing.promise),
    ],
    begin({ dialogues, documents, polls, work, logger }: Parts) {
      const find: PlacingPorts['find'] = async (dialogue, person) =>
        (await work.onState('place', dialogue, person, {})).result;
      const report: PlacingPorts['report'] = (dialogue, error, person) =>
        void openFaults(logger, dialogue).log(error, 'no cluster could be found for somebody', { person });
      placing.resolve({ dialogues, find, report });
      documentsOpened.resolve(documents);
      counting.resolve({ dialogues, ...polls });
      revealing.resolve({ dialogues, documents });
    },
  };
}

/** Documents hear of what is committed, and of who is to be forgotten. */
function tellDocuments(documents: Documents, { dialogue, facts }: Commit): void {
  documents.committed(dialogue);
  for (const { kind, data } of facts)
    if (kind === 'people.forgotten') documents.forget(dialogue, (data as { person: string }).person);
}

/** The facts after which some of those who are connected may not go on. */
const shutsDoor = new Set(['people.removed', 'people.revoked']);
