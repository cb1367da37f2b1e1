import { lobbyOf, type PersonId, plenaryOf, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { FactRegistry, Recorded } from '../../kernel/slice.ts';
import type { Message } from './chat.state.ts';

/** The kinds of facts that a transcript is made of. */
export const transcriptKinds = [
  'sessions.entered',
  'sessions.admitted',
  'sessions.watched',
  'sessions.moved',
  'sessions.rearranged',
  'sessions.left',
  'sessions.reopened',
  'chat.said',
  'chat.announced',
  'chat.removed',
  'chat.restored',
] as const satisfies (keyof FactRegistry)[];

/** One message of a transcript; `text` is null where it was removed. `at` in ms since the epoch. */
export type TranscriptLine = Pick<Message, 'message' | 'at' | 'author' | 'to' | 'replyTo'> & { text: string | null };

/**
 * What somebody could read in a session, in the order of the log ([C10]): what was said to all, and in each room up to when
 * they saw into it last. Expects facts of `transcriptKinds` in this order, those of other sessions among them.
 */
export function transcriptOf(facts: readonly Recorded[], session: SessionId, reader: PersonId): TranscriptLine[] {
  const seen = lastSeen(facts, session, reader);
  const lines = new Map<string, TranscriptLine>();
  const removed = new Set<string>();
  for (const fact of facts) {
    const line = lineOf(fact, session);
    if (line && (line.to === 'all' || fact.seq <= (seen.get(line.to) ?? 0))) lines.set(line.message, line);
    const { message } = fact.data as { message?: string };
    if (message && fact.kind === 'chat.removed') removed.add(message);
    if (message && fact.kind === 'chat.restored') removed.delete(message);
  }
  return [...lines.values()].map(line => (removed.has(line.message) ? { ...line, text: null } : line));
}

/** What a fact has said in a session; null when it has said nothing there. */
function lineOf({ kind, at, actor: author, data }: Recorded, session: SessionId): TranscriptLine | null {
  if (kind === 'chat.said') {
    const { room: to, message, text, replyTo } = data as FactRegistry['chat.said'];
    return sessionOf(to) === session ? { message, at, author, to, text, replyTo } : null;
  }
  if (kind === 'chat.announced') {
    const { session: of, message, text } = data as FactRegistry['chat.announced'];
    return of === session ? { message, at, author, to: 'all', text } : null;
  }
  return null;
}

/** The position of the log up to which somebody saw each room; infinite for those that they saw into when it was closed. */
function lastSeen(facts: readonly Recorded[], session: SessionId, reader: PersonId): ReadonlyMap<RoomId, number> {
  const sight: Sight = { seen: new Map(), own: null, watched: new Set() };
  for (const fact of facts) {
    const { session: of, person } = fact.data as { session?: SessionId; person?: PersonId };
    if (of === session && (person === reader || ofEverybody.has(fact.kind))) see(sight, fact);
  }
  return sight.seen;
}

/** What somebody sees into now, their own room and those they watch, and until when they saw each room. */
type Sight = { seen: Map<RoomId, number>; own: RoomId | null; watched: Set<RoomId> };

const ofEverybody: ReadonlySet<string> = new Set(['sessions.rearranged', 'sessions.reopened']);
const forever = Number.POSITIVE_INFINITY;

function see(sight: Sight, { kind, data, seq }: Recorded): void {
  switch (kind) {
    case 'sessions.left':
      // What is added after the end belongs to those who were there then.
      if ((data as FactRegistry['sessions.left']).reason !== 'closed') seeInto(sight, null, new Set(), seq);
      break;
    case 'sessions.reopened':
      seeInto(sight, null, new Set(), seq);
      break;
    case 'sessions.admitted':
      seeInto(sight, plenaryOf((data as FactRegistry['sessions.admitted']).session), new Set(), seq);
      break;
    case 'sessions.entered':
      seeInto(sight, (data as FactRegistry['sessions.entered']).room, sight.watched, seq);
      break;
    case 'sessions.moved': {
      const { room } = data as FactRegistry['sessions.moved'];
      seeInto(sight, room, new Set([...sight.watched].filter(other => other !== room)), seq);
      break;
    }
    case 'sessions.watched': {
      const { room, on } = data as FactRegistry['sessions.watched'];
      const others = [...sight.watched].filter(other => other !== room);
      seeInto(sight, sight.own, new Set(on ? [...others, room] : others), seq);
      break;
    }
    case 'sessions.rearranged': {
      const { session, rooms } = data as FactRegistry['sessions.rearranged'];
      const open = new Set([lobbyOf(session), plenaryOf(session), ...rooms]);
      seeInto(sight, sight.own, new Set([...sight.watched].filter(room => open.has(room))), seq);
    }
  }
}

/** From this position on somebody sees into these rooms, and no longer into those they saw before. */
function seeInto(sight: Sight, own: RoomId | null, watched: Set<RoomId>, seq: number): void {
  for (const [room, last] of sight.seen) if (last === forever) sight.seen.set(room, seq);
  for (const room of own === null ? watched : [own, ...watched]) sight.seen.set(room, forever);
  Object.assign(sight, { own, watched });
}
