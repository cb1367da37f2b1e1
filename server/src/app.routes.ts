import { roomNames } from '@multaqa/shared/dialogue';
import { type Request, Router } from 'express';
import { dialogueRoutes } from './about/dialogues.routes.ts';
import { introduce } from './about/introduce.ts';
import type { Base } from './app.base.ts';
import type { AppOptions } from './app.options.ts';
import type { PollParts } from './app.polls.ts';
import type { Work } from './app.work.ts';
import { clusterRoutes } from './cluster/cluster.routes.ts';
import type { Config } from './config.ts';
import type { Dialogues } from './dialogue/dialogues.ts';
import { accountRoom, signInRoom } from './dialogue/gateway.ts';
import type { Documents } from './documents/documents.ts';
import { boardFileRoutes } from './facilitate/board/export/board-files.routes.ts';
import { boardImageRoutes } from './facilitate/board/images/images.routes.ts';
import { boardPictureRoutes } from './facilitate/board/picture/picture.routes.ts';
import { boardWordRoutes } from './facilitate/board/words.routes.ts';
import { fileRoutes } from './facilitate/breakouts/files.routes.ts';
import { rotationRoutes } from './facilitate/breakouts/rotation.routes.ts';
import { transcriptRoutes } from './facilitate/chat/transcript.routes.ts';
import { paperRoutes } from './facilitate/notes/paper.routes.ts';
import { ballotRoutes } from './facilitate/polls/ballots.routes.ts';
import { linkRoutes } from './people/links.routes.ts';
import type { OrganiserLinkMail } from './people/organisers.routes.ts';
import { organiserRoutes } from './people/organisers.routes.ts';
import { faultRoutes } from './platform/faults.routes.ts';
import { answerErrors } from './platform/http.ts';
import { metricsRoute } from './platform/metrics.routes.ts';
import { serveClient } from './platform/static.ts';
import type { RunOptions } from './platform/work-pool.ts';
import { reportRoutes } from './report/report.routes.ts';

export type RouteParts = {
  base: Base;
  dialogues: Dialogues;
  work: Work;
  documents: Pick<Documents, 'read' | 'authors' | 'position'>;
  polls: PollParts;
  /** Orders the mail with an organiser's link; false where no mail is set up. */
  mailLink(order: OrganiserLinkMail): Promise<boolean>;
  /** False while the server ends. */
  isReady(): boolean;
};

/** Every address that the server answers at. */
export function mountRoutes(config: Config, options: AppOptions, parts: RouteParts): void {
  const { web, metrics } = parts.base;
  const { logger } = options;
  web.get('/healthz', (_request, response) => void response.json({ ok: true }));
  web.get('/readyz', async (_request, response) => {
    const isWritable = parts.isReady() && (await canWrite(parts.base, options));
    // How many wait or are quarantined is no secret, and monitoring must see it.
    response.status(isWritable ? 200 : 503).json({ ok: isWritable, ...parts.dialogues.figures() });
  });
  web.use(metricsRoute(metrics, config.METRICS_TOKEN ?? null));
  web.use('/api', apiRoutes(options, parts));
  web.use(serveClient(options.clientFolder));
  web.use(answerErrors(logger));
}

async function canWrite({ store }: Base, { logger }: AppOptions): Promise<boolean> {
  try {
    await store.probe();
    return true;
  } catch (error) {
    logger.warn({ error }, 'not ready');
    return false;
  }
}

function apiRoutes(options: AppOptions, parts: RouteParts): Router {
  const { clock, logger, version } = options;
  const { base, dialogues, work, documents, polls, mailLink } = parts;
  const { store, door, identity, secrets, publicUrl, notices } = base;
  const baseUrl = (request: Request) => publicUrl ?? `${request.protocol}://${request.headers.host}`;
  const endRoom = (room: string) => notices.publish('doors-shut', room);
  const api = Router();
  api.use(
    dialogueRoutes({
      dialogues,
      store,
      door,
      identity,
      version,
      signedOut: ({ signIn }) => endRoom(signInRoom(signIn)),
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
      mailLink,
      introduce: (signIn, name) => introduce({ dialogues, identity }, signIn, name),
      disconnect: account => endRoom(accountRoom(account)),
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
  api.use(
    clusterRoutes({
      dialogues,
      identity,
      door,
      logger,
      async propose(dialogue, settings, steps) {
        const { result } = await work.onState('propose', dialogue, settings, steps);
        return result;
      },
    }),
  );
  api.use(
    rotationRoutes({
      dialogues,
      identity,
      door,
      logger,
      async plan(dialogue, asked, steps) {
        const { result } = await work.onState('rotation', dialogue, asked, steps);
        return result;
      },
    }),
  );
  api.use(transcriptRoutes({ dialogues, identity, door, store, roomNames }));
  api.use(fileRoutes({ dialogues, identity, door, files: store.files }));
  api.use(
    paperRoutes({
      dialogues,
      identity,
      door,
      logger,
      read: documents.read,
      make: (asked, options) => work.onData('paper', asked, options),
      roomNames,
    }),
  );
  api.use(boardRoutes(options, parts));
  api.use(ballotRoutes({ dialogues, identity, door, logger, ...polls }));
  api.use(faultRoutes(door, logger));
  api.use((_request, response) => void response.status(404).json({ refusal: 'unknown' }));
  return api;
}

function boardRoutes({ logger }: AppOptions, { base, dialogues, work, documents }: RouteParts): Router {
  const { door, identity, store } = base;
  const ports = { dialogues, identity, door, logger, read: documents.read, files: store.files };
  const things = (bytes: Uint8Array, steps: RunOptions) => work.onData('boardThings', bytes, steps);
  const boards = Router();
  boards.use(boardImageRoutes({ ...ports, take: (bytes, steps) => work.onData('boardImage', bytes, steps) }));
  const { authors, position } = documents;
  boards.use(boardPictureRoutes({ ...ports, things, position }));
  boards.use(boardWordRoutes({ ...ports, things, authors }));
  boards.use(
    boardFileRoutes({
      ...{ ...ports, authors, roomNames, things },
      make: (asked, steps) => work.onData('board', asked, steps),
    }),
  );
  return boards;
}
