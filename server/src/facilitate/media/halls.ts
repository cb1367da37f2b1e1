import type { Producer, Router, WebRtcServer } from 'mediasoup/types';

/** The part of a session that runs in one worker: a router, and the server that its transports listen on. */
export type Hall = { router: Router; server: WebRtcServer };

/** The workers' shares of one session. */
export type Halls = {
  all(): readonly Hall[];
  /** Where the next person goes: the emptiest hall, or a new one in another worker when all are full. */
  choose(people: (hall: Hall) => number): Promise<Hall>;
  /** Makes a producer of one hall available in another; each is carried over once. */
  carry(producer: Producer, from: Hall, to: Hall): Promise<void>;
};

/** One worker forwards to about 500 consumers; a person in a meeting has a handful. */
export const peoplePerHall = 100;

export type HallPorts = {
  /** How many people one worker takes before the session grows into another. */
  peoplePerHall: number;
  /** A router in a worker that the session does not use yet; null when there is none. */
  another(used: readonly Router[]): Promise<Hall | null>;
  /** A hall ended with its worker. */
  lost(hall: Hall): void;
};

export function openHalls(first: Hall, ports: HallPorts): Halls {
  const halls: Hall[] = [];
  const carried = new Map<string, Promise<unknown>>();
  let opening: Promise<void> | null = null;

  function add(hall: Hall): void {
    halls.push(hall);
    hall.router.observer.once('close', () => {
      halls.splice(halls.indexOf(hall), 1);
      ports.lost(hall);
    });
  }

  async function grow(): Promise<void> {
    const source = await ports.another(halls.map(({ router }) => router));
    if (source) add(source);
  }

  add(first);
  return {
    all: () => halls,
    async choose(count) {
      const emptiest = () => [...halls].sort((a, b) => count(a) - count(b))[0];
      const best = emptiest();
      if (best && count(best) < ports.peoplePerHall) return best;
      opening ??= grow().finally(() => {
        opening = null;
      });
      await opening;
      const hall = emptiest();
      if (!hall) throw new Error('the session has lost its workers');
      return hall;
    },
    async carry(producer, from, to) {
      if (from === to) return;
      const key = `${producer.id} ${to.router.id}`;
      const carrying = carried.get(key) ?? from.router.pipeToRouter({ producerId: producer.id, router: to.router });
      if (!carried.has(key)) {
        carried.set(key, carrying);
        producer.observer.once('close', () => carried.delete(key));
      }
      try {
        await carrying;
      } catch (error) {
        carried.delete(key);
        throw error;
      }
    },
  };
}
