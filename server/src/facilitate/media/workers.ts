import type { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import { createWorker } from 'mediasoup';
import type { Router, RtpCapabilities, WebRtcServer, Worker } from 'mediasoup/types';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { mediaCodecs } from './codecs.ts';
import type { Hall } from './halls.ts';
import { type Listen, listenInfos } from './listen.ts';

/** mediasoup's processes. One that dies or hangs is replaced. */
export type Workers = {
  /** What routers can forward; null while no process runs. */
  rtpCapabilities(): RtpCapabilities | null;
  /**
   * A router in the process that has the fewest and none of `used`, with the server its transports listen on; null
   * when there is no such process.
   */
  createRouter(used: readonly Router[]): Promise<Hall | null>;
  /** The router of the first process for trying networks, where nothing is ever forwarded. */
  probing(): Hall | null;
  /** The ids of the processes. */
  pids(): number[];
  deaths(): number;
  close(): void;
};

export type WorkerOptions = {
  /** The program; null for the one that mediasoup's package brought. */
  workerBin: string | null;
  count: number;
  /** The first process listens on this port, the next on the one after it. */
  listen: Listen;
  announcedAddress: string | null;
  /** How pictures may be encoded, best first; VP8 is among them. */
  pictureCodecs: readonly VideoCodec[];
  clock: Clock;
  logger: Logger;
  /** Called when a process has been replaced, or could not be. */
  changed(): void;
};

type Running = { worker: Worker; server: WebRtcServer; probing: Router; routers: Set<Router> };

const pause = { between: 2_000, silence: 3_000, firstRetry: 250, longestRetry: 10_000 };

/** Starts the processes; null when not even the first one starts. */
export async function openWorkers(options: WorkerOptions): Promise<Workers | null> {
  const { clock, logger, changed, pictureCodecs } = options;
  const running = new Map<number, Running>();
  let status: 'open' | 'closed' = 'open';
  let deaths = 0;

  async function launch(index: number): Promise<void> {
    const started = await start(options, index);
    if (status === 'closed') return started.worker.close();
    running.set(index, started);
    started.worker.once('died', error => {
      deaths += 1;
      logger.error({ error, worker: index }, 'media worker died');
      running.delete(index);
      replace(index, pause.firstRetry);
    });
    watch(started.worker);
  }

  function replace(index: number, nextPause: number): void {
    if (status === 'closed') return;
    launch(index)
      .catch(error => {
        logger.error({ error, worker: index }, 'media worker does not start');
        clock.at(clock.now() + nextPause, () => replace(index, Math.min(pause.longestRetry, nextPause * 2)));
      })
      .finally(changed);
  }

  /** A process that does not answer is ended, so that it can be replaced like one that died. */
  function watch(worker: Worker): void {
    if (status === 'closed' || worker.closed) return;
    const callOff = clock.at(clock.now() + pause.silence, () => process.kill(worker.pid, 'SIGKILL'));
    worker
      .getResourceUsage()
      .catch(error => logger.debug({ error }, 'media worker does not answer'))
      .finally(() => {
        callOff();
        clock.at(clock.now() + pause.between, () => watch(worker));
      });
  }

  try {
    await launch(0);
  } catch (error) {
    logger.error({ error }, 'media worker does not start');
    return null;
  }
  for (let index = 1; index < options.count; index += 1) replace(index, pause.firstRetry);

  return {
    rtpCapabilities: () => [...running.values()][0]?.probing.rtpCapabilities ?? null,
    async createRouter(used) {
      const idlest = [...running.values()]
        .filter(({ routers }) => !used.some(router => routers.has(router)))
        .sort((a, b) => a.routers.size - b.routers.size)[0];
      if (!idlest) return null;
      const router = await idlest.worker.createRouter({ mediaCodecs: mediaCodecs(pictureCodecs) });
      idlest.routers.add(router);
      router.observer.once('close', () => idlest.routers.delete(router));
      return { router, server: idlest.server };
    },
    probing() {
      const [first] = running.values();
      return first ? { router: first.probing, server: first.server } : null;
    },
    pids: () => [...running.values()].map(({ worker }) => worker.pid),
    deaths: () => deaths,
    close() {
      status = 'closed';
      for (const { worker } of running.values()) worker.close();
    },
  };
}

async function start(
  { workerBin, listen, announcedAddress, pictureCodecs }: WorkerOptions,
  index: number,
): Promise<Running> {
  const worker = await createWorker({ logLevel: 'error', ...(workerBin !== null && { workerBin }) });
  try {
    const port = listen.port === 0 ? 0 : listen.port + index;
    const infos = listenInfos({ ...listen, port }, announcedAddress);
    const server = await worker.createWebRtcServer({ listenInfos: infos });
    const probing = await worker.createRouter({ mediaCodecs: mediaCodecs(pictureCodecs) });
    return { worker, server, probing, routers: new Set() };
  } catch (error) {
    worker.close();
    throw error;
  }
}
