import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import type { Clock } from '@multaqa/shared/facilitate/agenda/clock';
import type { Current } from './use-agenda.ts';

/** A block where it stands: `minutes` is what it took, has, or will get; `startsAt` in ms since the epoch, null for what is over. */
export type Place = {
  block: ShownBlock;
  state: 'done' | 'now' | 'ahead' | 'open';
  minutes: number;
  startsAt: number | null;
};

type Standing = {
  blocks: readonly ShownBlock[];
  /** How long each block has gone on, in ms. */
  taken: { readonly [block: string]: number };
  now: (Current & { clock: Clock }) | null;
  /** When the first block begins if nothing goes on yet. */
  opensAt: number;
};

/** Where each block of a session stands now. One that was left out is `open`: it has no time any more. */
export function placesOf({ blocks, taken, now, opensAt }: Standing): Place[] {
  const spent = (block: string) => Math.max(1, Math.round((taken[block] ?? 0) / 60_000));
  const isOver = Object.keys(taken).length > 0;
  let startsAt = now ? now.endsAt - Math.min(0, now.clock.left) : opensAt;
  return blocks.map(block => {
    const { block: id, minutes } = block;
    if (id === now?.block.block)
      return { block, state: 'now', minutes: Math.round((now.endsAt - now.since) / 60_000), startsAt: now.since };
    const ahead = now?.clock.ahead.find(one => one.block === id);
    if (ahead || (!now && !isOver)) {
      const begin = startsAt;
      const length = ahead?.minutes ?? minutes;
      startsAt += length * 60_000;
      return { block, state: 'ahead', minutes: length, startsAt: begin };
    }
    if (taken[id]) return { block, state: 'done', minutes: spent(id), startsAt: null };
    return { block, state: 'open', minutes, startsAt: null };
  });
}
