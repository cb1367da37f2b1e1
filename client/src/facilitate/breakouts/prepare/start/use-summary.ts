import { useText } from '../texts.ts';
import type { Draft } from './dealing.ts';

/** What a draft comes to, in a sentence or two: how many rooms of which size, and who has none. Null without a draft. */
export function useSummary(draft: Draft | null): string | null {
  const text = useText();
  if (!draft) return null;
  const { rooms, sizes, unplaced } = draft;
  const count = text('prepare.rooms', { count: rooms.length });
  const without = unplaced.length > 0 ? ` ${text('prepare.without', { count: unplaced.length })}` : '';
  if (sizes.every(size => size === 0)) return `${text('prepare.summary.empty', { rooms: count })}${without}`;
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const sentence =
    least === most
      ? text('prepare.summary.even', { rooms: count, count: most })
      : text('prepare.summary.between', { rooms: count, least, most });
  return `${sentence}${without}`;
}
