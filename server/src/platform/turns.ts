/** Who is served first: what a person waits for, before what nobody looks at. */
export type Urgency = 'asked' | 'background';

export type Turns = {
  /** Resolves when it is this one's turn; `full` when too many of its urgency wait, `stopped` when it gave up waiting. */
  take(urgency: Urgency, stop: AbortSignal): Promise<'taken' | 'full' | 'stopped'>;
  /** Ends a turn that was taken. */
  end(): void;
  taken(): number;
  waiting(): number;
};

/** Lets `places` work at a time; `bound` of each urgency may wait, so that the background fills no place of those who are asked for. */
export function openTurns(places: number, bound: number): Turns {
  const lines: Record<Urgency, Set<() => void>> = { asked: new Set(), background: new Set() };
  let taken = 0;

  function call(): void {
    while (taken < places) {
      const [first] = lines.asked.size > 0 ? lines.asked : lines.background;
      if (!first) return;
      taken += 1;
      first();
    }
  }

  return {
    take: (urgency, stop) =>
      new Promise(resolve => {
        const line = lines[urgency];
        if (stop.aborted) return resolve('stopped');
        if (taken >= places && line.size >= bound) return resolve('full');
        const leave = () => {
          if (line.delete(turn)) resolve('stopped');
        };
        const turn = () => {
          line.delete(turn);
          stop.removeEventListener('abort', leave);
          resolve('taken');
        };
        stop.addEventListener('abort', leave, { once: true });
        line.add(turn);
        call();
      }),
    end() {
      taken -= 1;
      call();
    },
    taken: () => taken,
    waiting: () => lines.asked.size + lines.background.size,
  };
}
