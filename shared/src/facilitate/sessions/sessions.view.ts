import { type Audience, isHost } from '../../kernel/context.ts';
import { isLobby, type PersonId, type RoomId } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import type { OpenSession, Seat, Session, Sessions } from './sessions.state.ts';

/** A session as one sees it: hosts see every seat, others those of their own room ([M14], [M15]). */
export type SessionView = Pick<Session, 'session' | 'plan'> &
  (
    | { status: 'planned' | 'cancelled' }
    | ({
        status: 'open';
        seats: { readonly [person: PersonId]: Seat };
        /** How many sit in its rooms, the lobby not counted. */
        inside: number;
        /** Those who were inside and have left, by the order of their first leaving; shown to hosts only. */
        left: readonly PersonId[];
        /** The hosts who watch one's room from another. */
        watchedBy: readonly PersonId[];
        /** The hosts who hear one's room from another. */
        heardBy: readonly PersonId[];
        /** How many sit in each room. */
        sizes: { readonly [room: RoomId]: number };
      } & Pick<OpenSession, 'openedAt' | 'closesAt' | 'door' | 'sentOut' | 'rooms' | 'appointed'>)
    | {
        status: 'closed';
        openedAt: number;
        closedAt: number;
        /** How many took part. */
        attended: number;
        /** Until when hosts can reopen it, ms since the epoch; null once that is over. */
        reopensUntil: number | null;
      }
  );

export type OpenSessionView = Extract<SessionView, { status: 'open' }>;
export type ClosedSessionView = Extract<SessionView, { status: 'closed' }>;
export type SessionsView = { readonly [session: string]: SessionView };

/** What somebody reaches by sight: all seats, those of one room, or none. */
type Sight = 'host' | 'outside' | RoomId;

/** The sessions as an audience sees them: the same object for the same state and sight, so that what is unchanged is recognised. */
export function viewOf(state: Sessions, { role, place }: Audience): SessionsView {
  const sight = isHost(role) ? 'host' : (place?.room ?? 'outside');
  return remembered(views, state, sight, () =>
    Object.fromEntries(Object.entries(state).map(([id, session]) => [id, shown(session, sight)])),
  );
}

function shown(session: Session, sight: Sight): SessionView {
  switch (session.status) {
    case 'open':
      return remembered(cards, session, sight, () => shownOpen(session, sight));
    case 'closed': {
      const { attendance, visits: _, resumes, ...rest } = session;
      const reopensUntil = resumes && session.closedAt + limits.reopening;
      return remembered(cards, session, '', () => ({
        ...rest,
        attended: Object.keys(attendance).length,
        reopensUntil,
      }));
    }
    default:
      return session;
  }
}

function sizesOf(rooms: readonly RoomId[]): { [room: RoomId]: number } {
  const sizes: { [room: RoomId]: number } = {};
  for (const room of rooms) if (!isLobby(room)) sizes[room] = (sizes[room] ?? 0) + 1;
  return sizes;
}

function shownOpen(open: OpenSession, sight: Sight): OpenSessionView {
  const { session, plan, openedAt, closesAt, door, rooms, appointed, seats, sentOut } = open;
  const all = Object.entries(seats);
  return {
    session,
    plan,
    status: 'open',
    openedAt,
    closesAt,
    door,
    rooms,
    appointed,
    watchedBy: all.filter(([, { watches }]) => watches?.includes(sight)).map(([person]) => person),
    heardBy: all.filter(([, { listens }]) => listens !== undefined && listens === sight).map(([person]) => person),
    sizes: sizesOf(all.map(([, { room }]) => room)),
    seats: sight === 'host' ? seats : Object.fromEntries(all.filter(([, { room }]) => room === sight)),
    left: sight === 'host' ? Object.keys(open.attendance).filter(person => !seats[person]) : [],
    inside: all.filter(([, { room }]) => !isLobby(room)).length,
    sentOut: sight === 'host' ? sentOut : {},
  };
}

const views = new WeakMap<object, Map<string, SessionsView>>();
const cards = new WeakMap<object, Map<string, SessionView>>();

function remembered<View>(
  memory: WeakMap<object, Map<string, View>>,
  of: object,
  sight: string,
  make: () => View,
): View {
  const known = memory.get(of) ?? new Map<string, View>();
  memory.set(of, known);
  const view = known.get(sight) ?? make();
  known.set(sight, view);
  return view;
}
