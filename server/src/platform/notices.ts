import { randomUUID } from 'node:crypto';
import { ClientOfflineError, createClient } from 'redis';

/**
 * Hints between nodes. A notice may be lost, and then costs nothing but time: what it hints at is in the store.
 * Handlers on the node that publishes hear it at once, whatever becomes of Redis.
 */
export type Notices = {
  /** `data` must survive JSON. */
  publish(topic: string, data: unknown): void;
  /** Returns how to stop hearing. */
  subscribe(topic: string, handler: (data: unknown) => void): () => void;
  close(): Promise<void>;
};

/** Notices within this process, or through the Redis server at `url`. It need not answer yet: it is asked again until it does. */
export function openNotices(url: string | null, report: (error: unknown) => void): Notices {
  const here = inProcess(report);
  return url === null ? here : throughRedis(url, here, report);
}

function inProcess(report: (error: unknown) => void): Notices {
  const handlers = new Map<string, Set<(data: unknown) => void>>();
  return {
    publish(topic, data) {
      for (const handler of handlers.get(topic) ?? []) {
        try {
          handler(data);
        } catch (error) {
          report(error);
        }
      }
    },
    subscribe(topic, handler) {
      const ofTopic = handlers.get(topic) ?? new Set();
      handlers.set(topic, ofTopic.add(handler));
      return () => void ofTopic.delete(handler);
    },
    close: async () => handlers.clear(),
  };
}

const channel = 'multaqa:notices';

function throughRedis(url: string, here: Notices, report: (error: unknown) => void): Notices {
  const node = randomUUID();
  const options = { url, socket: { reconnectStrategy: (tries: number) => Math.min(2_000, 50 * 2 ** tries) } };
  // A notice that waited for Redis would be old news: it is dropped instead.
  const sender = createClient({ ...options, disableOfflineQueue: true });
  const receiver = createClient(options);
  // That Redis is away is reported once for each try to reach it, not for each notice.
  const unlessOffline = (error: unknown) => {
    if (!(error instanceof ClientOfflineError)) report(error);
  };
  const hear = (message: string) => {
    const notice = parse(message);
    if (notice && notice.node !== node) here.publish(notice.topic, notice.data);
  };
  for (const client of [sender, receiver]) {
    client.on('error', report);
    client.connect().catch(report);
  }
  receiver.subscribe(channel, hear).catch(report);
  return {
    publish(topic, data) {
      here.publish(topic, data);
      sender.publish(channel, JSON.stringify({ node, topic, data })).catch(unlessOffline);
    },
    subscribe: here.subscribe,
    async close() {
      await here.close();
      for (const client of [sender, receiver]) if (client.isOpen) client.destroy();
    },
  };
}

/** Null for what no node of ours has sent. */
function parse(message: string): { node: string; topic: string; data: unknown } | null {
  try {
    const { node, topic, data } = JSON.parse(message);
    return typeof node === 'string' && typeof topic === 'string' ? { node, topic, data } : null;
  } catch {
    return null;
  }
}
