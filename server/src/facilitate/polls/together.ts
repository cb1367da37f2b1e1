/**
 * Carries out together what arrives while something is being carried out, or within `pause`; `most` at a time. Each caller gets the
 * result at its place, or the error of all.
 */
export function together<Item, Result>(
  carryOut: (items: readonly Item[]) => Promise<readonly Result[]>,
  { most, pause }: { most: number; pause(): Promise<void> },
): (item: Item) => Promise<Result> {
  type Waiting = { item: Item; resolve(result: Result): void; reject(error: unknown): void };
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await pause();
      const now = waiting.splice(0, most);
      try {
        const results = await carryOut(now.map(({ item }) => item));
        for (const [at, { resolve }] of now.entries()) resolve(results[at] as Result);
      } catch (error) {
        for (const { reject } of now) reject(error);
      }
    }
    isRunning = false;
  }

  return item =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      void work();
    });
}
