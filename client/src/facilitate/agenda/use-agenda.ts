import type { ShownAgenda, ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { type Clock, clockOf } from '@multaqa/shared/facilitate/agenda/clock';
import { isHost } from '@multaqa/shared/kernel/context';
import { isLobby } from '@multaqa/shared/kernel/ids';
import { useRoom } from '../../dialogue/room.ts';
import { useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { useTick } from '../../platform/use-tick.ts';
import { useBlocks } from './use-blocks.ts';

/** The agenda of the session that one is in; null where there is none. */
export function useAgenda(): ShownAgenda | null {
  const { session } = useRoom().session;
  return useView(view => view.agenda.sessions[session] ?? null);
}

/** The block that goes on, those that follow, and how long it is to go on (ms since the epoch). */
export type Current = { block: ShownBlock; ahead: readonly ShownBlock[]; since: number; endsAt: number };

/** What goes on in the session now; null while nothing of the agenda does. */
export function useCurrent(): Current | null {
  const { session } = useRoom().session;
  const blocks = useBlocks(session);
  const now = useAgenda()?.now ?? null;
  const at = blocks.findIndex(({ block }) => block === now?.block);
  const block = blocks[at];
  return now && block ? { block, ahead: blocks.slice(at + 1), since: now.since, endsAt: now.endsAt } : null;
}

/** When the session is to end, ms since the epoch. */
export function useClosesAt(): number {
  const { openedAt, plan } = useRoom().session;
  return openedAt + plan.minutes * 60_000;
}

/** Where the agenda stands at this second; null while nothing of it goes on. */
export function useAgendaClock(): (Current & { clock: Clock }) | null {
  const current = useCurrent();
  const closesAt = useClosesAt();
  const now = useServerClock();
  useTick(current ? 1_000 : null);
  return current && { ...current, clock: clockOf({ ...current, closesAt }, now()) };
}

/** How many of those who sit in the session can say that they are ready; only hosts see them all. */
export function useGuestCount(): number {
  const { seats } = useRoom().session;
  const people = useView(view => view.people);
  return Object.entries(seats).filter(([person, { room }]) => {
    const role = people[person]?.role ?? null;
    return !isLobby(room) && !isHost(role) && role !== 'observer';
  }).length;
}
