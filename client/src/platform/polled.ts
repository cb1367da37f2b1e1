/** Something that is asked again and again for as long as somebody looks at it. */
export type Polled<Value> = { subscribe(changed: () => void): () => void; current(): Value | null };

/** Asks at once when the first one looks, then every so many ms; an answer of null leaves what is known. */
export function openPolled<Value>(ask: () => Promise<Value | null>, every: number): Polled<Value> {
  const looking = new Set<() => void>();
  let value: Value | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const look = async () => {
    const answer = await ask();
    if (answer === null) return;
    value = answer;
    for (const changed of looking) changed();
  };
  return {
    current: () => value,
    subscribe(changed) {
      looking.add(changed);
      if (looking.size === 1) {
        void look();
        timer = setInterval(() => void look(), every);
      }
      return () => {
        looking.delete(changed);
        if (looking.size === 0) clearInterval(timer);
      };
    },
  };
}
