import type { MediaClient } from './media-client.ts';

/** Keeps a dialogue's media client joined while somebody uses it, and no longer. */
export type ClientLifetime = {
  /** Joins ahead of its users. It ends when the first users have come and gone, or when it is released before. */
  prepare(session: string): () => void;
  /** Keeps it for one more user; it leaves with the last. Returns how to release it. */
  use(): () => void;
};

/** Makes a lifetime without users. */
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
      // It was prepared for this user: from now on the users alone decide how long it lasts.
      ahead.clear();
      return () => {
        users -= 1;
        endUnused();
      };
    },
  };
}
