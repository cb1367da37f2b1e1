import type { Composition, State } from './composition.ts';
import { isHost } from './context.ts';
import { isLobby, type PersonId, type RoomId, sessionOf } from './ids.ts';
import type { MessageSpec } from './messages.ts';
import { permit } from './permit.ts';

/** What somebody may do with a document. */
export type Access = 'write' | 'read';

/**
 * What somebody may do with the document of this kind of a room, at this instant (ms since the epoch); null for nothing: strangers, kinds and
 * rooms that do not exist, and whatever the tables do not allow. A sealed document is read by those who would write it.
 */
export function documentAccess(
  composition: Composition,
  state: State,
  person: PersonId,
  kind: string,
  room: RoomId,
  now: number,
): Access | null {
  const found = composition.documentOf(kind);
  const context = composition.contextOf(state, person, now);
  if (!found || !context || !composition.queries.isRoom(state, room)) return null;
  const { slice, spec } = found;
  const { actor } = context;
  // A lobby holds no document, whatever a table says of the dialogue: who waits there may still be refused.
  if (actor !== 'engine' && actor.place && isLobby(actor.place.room) && !isHost(actor.role)) return null;
  const may = (by: MessageSpec['by'], phases = [context.phase]) => permit({ by, phases }, { room }, context) === null;
  if (may(spec.writes.by, [...spec.writes.phases]))
    return slice.sealed?.(state[slice.name], kind, room) ? 'read' : 'write';
  if (may(spec.reads)) return 'read';
  // Before its session has begun a room is closed as well, and what is prepared there is nobody else's yet.
  const isPlanned = context.timesOf(sessionOf(room))?.openedAt === null;
  return !context.isOpenRoom(room) && !isPlanned && may(spec.after) ? 'read' : null;
}
