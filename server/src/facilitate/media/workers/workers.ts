import type { VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import { createWorker } from 'mediasoup';
import type { Router, RtpCapabilities, WebRtcServer, Worker } from 'mediasoup/types';
import { background } from '../../../platform/background.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { mediaCodecs } from './codecs.ts';
import { type ListenAddress, listenInfos } from './listen-infos.ts';
import type { SessionRouter } from './session-routers.ts';

/** mediasoup's worker processes. One that dies or hangs is replaced. */
export type Workers = {
  /** What routers can forward; null while no worker runs. */
  rtpCapabilities(): RtpCapabilities | null;
  /**
   * Creates a router in the worker that has the fewest routers and none of `used`; null when there is no such worker.
   */
  createRouter(used: readonly Router[]): Promise<SessionRouter | null>;
  /** The router of the first worker for network probes, where nothing is ever forwarded; null while no worker runs. */
  probeRouter(): SessionRouter | null;
  /** The ids of the processes that run. */
  pids(): number[];
  /** How often a worker has died. */
  deaths(): number;
  close(): void;
};

/** How workers run and where they listen. */
export type WorkerOptions = {
  /** The program; null for the one in mediasoup's package. */
  workerBin: string | null;
  count: number;
  /** The first worker listens on this port, the next on the one after it. */
  listen: ListenAddress;
  announcedAddress: string | null;
  /** How video may be encoded, best first; VP8 is among them. */
  videoCodecs: readonly VideoCodec[];
  clock: Clock;
  logger: Logger;
  /** Called when a worker has been replaced, or could not be. */
  workersChanged(): void;
};

type Running = { worker: Worker; server: WebRtcServer; probing: Router; routers: Set<Router> };

/** ms: between health checks, until one counts as failed, and between attempts to start a worker. */
const timing = { betweenChecks: 2_000, checkTimeout: 3_000, firstRetry: 250, longestRetry: 10_000 };

/** Starts the workers; null when not even the first one starts. */
export async function openWorkers(options: WorkerOptions): Promise<Workers | null> {
  const { clock, logger, workersChanged, videoCodecs } = options;
  const running = new Map<number, Running>();
  let status: 'open' | 'closed' = 'open';
  let deaths = 0;

  async function launch(index: number): Promise<void> {
    const started = await start(options, index);
    if (status === 'closed') return started.worker.close();
    running.set(index, started);
    logger.debug({ worker: index, pid: started.worker.pid }, 'media worker started');
    started.worker.once('died', error => {
      deaths += 1;
      logger.error({ error, worker: index }, 'media worker died');
      running.delete(index);
      replace(index, timing.firstRetry);
    });
    checkHealth(started.worker);
  }

  function replace(index: number, nextPause: number): void {
    if (status === 'closed') return;
    const launching = launch(index).catch(error => {
      clock.at(clock.now() + nextPause, () => replace(index, Math.min(timing.longestRetry, nextPause * 2)));
      throw error;
    });
    void background(logger, launching.finally(workersChanged), 'media worker does not start', { worker: index });
  }

  /** Kills a worker that does not answer, so that it is replaced like one that died. */
  function checkHealth(worker: Worker): void {
    if (status === 'closed' || worker.closed) return;
    const cancel = clock.at(clock.now() + timing.checkTimeout, () => process.kill(worker.pid, 'SIGKILL'));
    const checking = worker
      .getResourceUsage()
      .catch(error => logger.debug({ error, pid: worker.pid }, 'media worker does not answer'))
      .finally(() => {
        cancel();
        clock.at(clock.now() + timing.betweenChecks, () => checkHealth(worker));
      });
    void background(logger, checking, 'the health check of a media worker failed', { pid: worker.pid });
  }

  try {
    await launch(0);
  } catch (error) {
    logger.error({ error }, 'media worker does not start');
    return null;
  }
  for (let index = 1; index < options.count; index += 1) replace(index, timing.firstRetry);

  return {
    rtpCapabilities: () => [...running.values()][0]?.probing.rtpCapabilities ?? null,
    async createRouter(used) {
      const leastLoaded = [...running.values()]
        .filter(({ routers }) => !used.some(router => routers.has(router)))
        .sort((a, b) => a.routers.size - b.routers.size)[0];
      if (!leastLoaded) return null;
      const router = await leastLoaded.worker.createRouter({ mediaCodecs: mediaCodecs(videoCodecs) });
      leastLoaded.routers.add(router);
      router.observer.once('close', () => leastLoaded.routers.delete(router));
      return { router, server: leastLoaded.server };
    },
    probeRouter() {
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
  { workerBin, listen, announcedAddress, videoCodecs }: WorkerOptions,
  index: number,
): Promise<Running> {
  const worker = await createWorker({ logLevel: 'error', ...(workerBin !== null && { workerBin }) });
  try {
    const port = listen.port === 0 ? 0 : listen.port + index;
    const infos = listenInfos({ ...listen, port }, announcedAddress);
    const server = await worker.createWebRtcServer({ listenInfos: infos });
    const probing = await worker.createRouter({ mediaCodecs: mediaCodecs(videoCodecs) });
    return { worker, server, probing, routers: new Set() };
  } catch (error) {
    worker.close();
    throw error;
  }
}
