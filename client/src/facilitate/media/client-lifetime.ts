import type { MediaClient } from './media-client.ts';

/** Keeps a dialogue's media client joined for those who use it, and no longer. */
export type ClientLifetime = {
  /** Joins ahead of its users. Ends with the first who come and go, or when it is let go before anybody has come. */
  prepare(session: string): () => void;
  /** Keeps it for one more user; it ends with the last. */
  use(): () => void;
};

export function openClientLifetime({ join, leave }: Pick<MediaClient, 'join' | 'leave'>): ClientLifetime {
  const ahead = new Set<object>();
  let users = 0;
  const endUnused = () => {
    if (users === 0 && ahead.size === 0) leave();
  };
  return {
    prepare(session) {
      const mine = {};
      ahead.add(mine);
      join(session);
      return () => {
        if (ahead.delete(mine)) endUnused();
      };
    },
    use() {
      users += 1;
      // It was made ready for this user: from now on they alone say how long it lasts.
      ahead.clear();
      return () => {
        users -= 1;
        endUnused();
      };
    },
  };
}
