import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alwaysHeard, dialogueRules, maySend, seatedIn, streamsRestOn } from '@multaqa/shared/dialogue';
import type { Rules } from '@multaqa/shared/kernel/rules';
import { limits } from '@multaqa/shared/limits';
import { type Request, Router } from 'express';
import { dialogueRoutes } from './about/dialogues.routes.ts';
import { startWork, type Work } from './app.work.ts';
import type { Config } from './config.ts';
import { admissionOf } from './dialogue/admission.ts';
import { dialogueRoom } from './dialogue/audience-room.ts';
import { type Dialogues, openDialogues } from './dialogue/dialogues.ts';
import { accountRoom, openGateway, signInRoom } from './dialogue/gateway.ts';
import { startPresence } from './dialogue/presence.ts';
import { openRates, type Rates } from './dialogue/rates.ts';
import type { CrashPoint } from './dialogue/runner.ts';
import { watchSignIns } from './dialogue/sign-ins.ts';
import { peoplePerHall } from './facilitate/media/halls.ts';
import { type MediaGateway, openMediaGateway } from './facilitate/media/media.gateway.ts';
import { openMedia } from './facilitate/media/media.ts';
import { linkRoutes } from './people/links.routes.ts';
import { organiserLinkJob } from './people/organiser-mail.ts';
import { firstOrganiserLink, organiserRoutes } from './people/organisers.routes.ts';
import { forgetPeople } from './people/people.effects.ts';
import { addressOf } from './platform/address.ts';
import type { Clock } from './platform/clock.ts';
import { daily } from './platform/daily.ts';
import { openDoor } from './platform/door.ts';
import { answerErrors, openHttp } from './platform/http.ts';
import { openIdentity } from './platform/identity.ts';
import type { Logger } from './platform/logger.ts';
import { openMail } from './platform/mail.ts';
import { openNotices } from './platform/notices.ts';
import { startOutbox } from './platform/outbox.ts';
import { openSecrets } from './platform/secrets.ts';
import { namespacesOf, openSockets } from './platform/sockets.ts';
import { serveClient } from './platform/static.ts';
import type { SlowDisk } from './platform/store/group-commit.ts';
import { openStore, type StoreAddress } from './platform/store/open-store.ts';
import type { Store } from './platform/store/store.ts';
import type { TaskSpec } from './platform/work-pool.ts';
import { reportRoutes } from './report/report.routes.ts';

export type App = {
  http: Server;
  dialogues: Dialogues;
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

export type AppOptions = {
  clock: Clock;
  logger: Logger;
  version: string;
  clientFolder: string;
  /** mediasoup's worker program (null: the one that its package brought) and how many run; null for a server without voice and picture. */
  media: { worker: string | null; count: number } | null;
  askForOrganiserLink?: boolean;
  /** Tests add slices of their own here, end the process at chosen points and slow the disk down. */
  rules?: Rules;
  /** Where threads find the same rules, as `rules`. */
  rulesModule?: URL;
  moreTasks?: Record<string, TaskSpec>;
  crash?(point: CrashPoint): void;
  snapshotEvery?: number;
  rates?: Rates;
  disk?: SlowDisk;
};

/** Puts the server together: adapters, engines, slices, doors. */
export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { clock, logger, rules = dialogueRules } = options;
  const secrets = await openSecrets(config.DATA_DIR);
  const databaseAddress: StoreAddress = config.DATABASE_URL
    ? { kind: 'postgres', url: config.DATABASE_URL }
    : { kind: 'sqlite', folder: config.DATA_DIR, ...(options.disk && { disk: options.disk }) };
  const store = await openStore(databaseAddress, error =>
    logger.warn({ error }, 'the database broke off and is opened again'),
  );
  const publicUrl = config.PUBLIC_URL ?? null;
  const identity = openIdentity(
    store.doors,
    store.dialogues.ofAccount,
    publicUrl?.startsWith('https:') ?? false,
    clock.now,
  );
  const app = openHttp({ publicUrl, trustProxy: config.TRUST_PROXY ?? null });
  const http = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, app);
  const rates = options.rates ?? openRates(clock.monotonic);
  const door = openDoor(identity, store.doors.findAccount, rates.takeFor);
  const sourceOf = (request: IncomingMessage) => addressOf(request, app.get('trust proxy fn'));
  const io = openSockets(http, { publicUrl, addressOf: sourceOf, takeFor: rates.takeFor });
  const notices = openNotices(config.REDIS_URL ?? null, error => logger.warn({ error }, 'notices'));
  const media =
    options.media &&
    (await openMedia({
      workerBin: options.media.worker,
      peoplePerHall,
      seatPatience: limits.seatPatience,
      pictureCodecs: config.MEDIA_VIDEO_CODECS,
      count: options.media.count,
      listen: { host: config.HOST, port: config.MEDIA_PORT },
      announcedAddress: config.MEDIA_ANNOUNCED_ADDRESS ?? null,
      turn: config.TURN_SECRET ? { urls: config.TURN_URLS, secret: config.TURN_SECRET } : null,
      clock,
      logger,
    }));
  let mediaGateway: MediaGateway | null = null;
  const presence = startPresence(
    { dialogues: () => dialogues, clock, logger },
    { lost: 'sessions.lose', regained: 'sessions.regain', seated: seatedIn },
  );
  const dialogues: Dialogues = await openDialogues({
    store,
    rules,
    clock,
    logger,
    node: secrets.node,
    effects: [forgetPeople(store)],
    send: (dialogue, audience, patch) => void io.to(dialogueRoom(dialogue, audience)).emit('patch', patch),
    followers: [
      ({ dialogue }) => mediaGateway?.committed(dialogue),
      ({ dialogue, facts }) => {
        if (facts.some(({ kind }) => shutsDoor.has(kind))) mediaGateway?.recheck(dialogue);
      },
    ],
    loaded: live => presence.restored(live),
    crash: options.crash ?? (() => {}),
    snapshotEvery: options.snapshotEvery ?? limits.factsPerSnapshot,
  });
  const admit = (request: IncomingMessage, dialogue: string) => admissionOf({ identity, rules }, request, dialogue);
  openGateway(io, { dialogues, presence, rates, logger, admit });
  const policy = { maySend, alwaysHeard, reads: streamsRestOn };
  mediaGateway = openMediaGateway(io, { media, dialogues, policy, rates, logger, admit });
  const endRoom = (room: string) => {
    media?.shut(room);
    for (const namespace of namespacesOf(io)) io.of(namespace).in(room).disconnectSockets(true);
  };
  notices.subscribe('doors-shut', room => endRoom(String(room)));
  const signIns = watchSignIns({
    identity,
    clock,
    logger,
    rooms: () => namespacesOf(io).flatMap(namespace => [...io.of(namespace).adapter.rooms.keys()]),
    end: endRoom,
  });
  const mail = openMail({ url: config.SMTP_URL ?? null, from: config.MAIL_FROM });
  const outbox = startOutbox(
    store.jobs,
    mail ? { 'organiser-link': organiserLinkJob({ store, secrets, mail, now: clock.now }) } : {},
    clock,
    logger,
  );

  const work = startWork({
    config,
    address: databaseAddress,
    jobs: store.jobs,
    dialogues,
    clock,
    logger,
    ...(options.rulesModule && { rulesModule: options.rulesModule }),
    ...(options.moreTasks && { moreTasks: options.moreTasks }),
  });
  const stopPurging = daily(identity.purge, clock, error => logger.error({ error }, 'expired sign-ins stay'));

  let isReady = true;
  const baseUrl = (request: Request) => publicUrl ?? `${request.protocol}://${request.headers.host}`;
  const shut = (room: string) => notices.publish('doors-shut', room);
  const api = Router();
  api.use(
    dialogueRoutes({
      dialogues,
      store,
      door,
      identity,
      version: options.version,
      signedOut: ({ signIn }) => shut(signInRoom(signIn)),
    }),
  );
  api.use(linkRoutes({ dialogues, store, door, identity, secrets, baseUrl }));
  api.use(
    organiserRoutes({
      store,
      door,
      identity,
      secrets,
      now: clock.now,
      baseUrl,
      async mailLink(order) {
        if (mail) await outbox.add('organiser-link', order.link, order);
        return mail !== null;
      },
      disconnect: account => shut(accountRoom(account)),
    }),
  );
  api.use(
    reportRoutes({
      dialogues,
      identity,
      door,
      logger,
      make: (dialogue, steps) => work.onState('report', dialogue, null, steps),
    }),
  );
  api.use((_request, response) => void response.status(404).json({ refusal: 'unknown' }));
  app.get('/healthz', (_request, response) => void response.json({ ok: true }));
  app.get('/readyz', async (_request, response) => {
    const isWritable =
      isReady &&
      (await store
        .probe()
        .then(() => true)
        .catch(error => {
          logger.warn({ error }, 'not ready');
          return false;
        }));
    // What waits or is shut away is nobody's secret, and whoever watches the server must see it.
    response.status(isWritable ? 200 : 503).json({ ok: isWritable, ...dialogues.figures() });
  });
  app.use('/api', api);
  app.use(serveClient(options.clientFolder));
  app.use(answerErrors(logger));

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(config.PORT, config.HOST, resolve);
  });
  // A connection that cannot be accepted, for want of file descriptors, ends neither the others nor the process.
  http.on('error', error => logger.warn({ error }, 'a connection was not accepted'));
  const address = publicUrl ?? `http://localhost:${(http.address() as AddressInfo).port}`;
  return {
    http,
    dialogues,
    store,
    work,
    address,
    organiserLink: await firstOrganiserLink(store, secrets, address, clock.now(), options.askForOrganiserLink ?? false),
    hasMedia: media !== null,
    namespaces: namespacesOf(io),
    async close() {
      isReady = false;
      presence.close();
      signIns.close();
      await io.close();
      await work.close();
      await dialogues.close();
      await outbox.close();
      await stopPurging();
      await notices.close();
      media?.close();
      await store.close();
    },
  };
}

/** The facts after which some of those who are connected may not go on. */
const shutsDoor = new Set(['people.removed', 'people.revoked']);
