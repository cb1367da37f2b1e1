import type { Producer, Router, WebRtcServer } from 'mediasoup/types';

/** The router of a session in one worker, and the WebRtcServer that its transports listen on. */
export type SessionRouter = { router: Router; server: WebRtcServer };

/** The routers of one session: one, or several in different workers when it is large. */
export type SessionRouters = {
  all(): readonly SessionRouter[];
  /** The router for the next participant: the one with the fewest, or a new one in another worker when all are full. */
  choose(countOn: (sessionRouter: SessionRouter) => number): Promise<SessionRouter>;
  /** Pipes a producer to another router, once for all who consume it there. */
  pipe(producer: Producer, from: SessionRouter, to: SessionRouter): Promise<void>;
};

/** One worker forwards to about 500 consumers (mediasoup's scalability notes); a participant has a handful. */
export const participantsPerRouter = 100;

/** What session routers need. */
export type SessionRouterPorts = {
  /** How many participants one router takes before the session grows into another worker. */
  participantsPerRouter: number;
  /** Creates a router in a worker that has none of `used`; null when there is no such worker. */
  createRouter(used: readonly Router[]): Promise<SessionRouter | null>;
  /** A router closed: its worker died, or the session ended. */
  routerClosed(sessionRouter: SessionRouter): void;
};

/** The routers of a session that begins with `first`. */
export function openSessionRouters(first: SessionRouter, ports: SessionRouterPorts): SessionRouters {
  const routers: SessionRouter[] = [];
  const piped = new Map<string, Promise<unknown>>();
  let opening: Promise<void> | null = null;

  function add(sessionRouter: SessionRouter): void {
    routers.push(sessionRouter);
    sessionRouter.router.observer.once('close', () => {
      routers.splice(routers.indexOf(sessionRouter), 1);
      ports.routerClosed(sessionRouter);
    });
  }

  async function grow(): Promise<void> {
    const source = await ports.createRouter(routers.map(({ router }) => router));
    if (source) add(source);
  }

  add(first);
  return {
    all: () => routers,
    async choose(count) {
      const leastLoaded = () => [...routers].sort((a, b) => count(a) - count(b))[0];
      const best = leastLoaded();
      if (best && count(best) < ports.participantsPerRouter) return best;
      opening ??= grow().finally(() => {
        opening = null;
      });
      await opening;
      const sessionRouter = leastLoaded();
      if (!sessionRouter) throw new Error('the session has lost its workers');
      return sessionRouter;
    },
    async pipe(producer, from, to) {
      if (from === to) return;
      const key = `${producer.id} ${to.router.id}`;
      const piping = piped.get(key) ?? from.router.pipeToRouter({ producerId: producer.id, router: to.router });
      if (!piped.has(key)) {
        piped.set(key, piping);
        producer.observer.once('close', () => piped.delete(key));
      }
      try {
        await piping;
      } catch (error) {
        piped.delete(key);
        throw error;
      }
    },
  };
}
