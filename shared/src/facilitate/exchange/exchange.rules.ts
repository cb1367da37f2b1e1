import { z } from 'zod';
import { Id, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { type Ask, defineSlice, type StateParts } from '../../kernel/slice.ts';
import { decide } from './exchange.decide.ts';
import { evolve } from './exchange.evolve.ts';
import { follow } from './exchange.follow.ts';
import { facts, messages, refusals } from './exchange.messages.ts';
import { type Exchange, exchangeIn, roomOf } from './exchange.state.ts';
import { ownOf, viewOf } from './exchange.view.ts';
import { dialsOf } from './figures/dials.ts';
import { type Figures, figuresOf, reportedOf } from './figures/figures.ts';
import { type Matrix, matrixOf } from './figures/matrix.ts';
import { joined, toldOf } from './figures/told.ts';
import { nudgeIn, silentDue } from './nudges.ts';

/**
 * Who was heard, told from when people spoke and took part, never from what they said.
 *
 * [X1] A turn is speech of 1.5 s or more with pauses below 0.7 s; what is shorter is a back-channel, and counts as no speech.
 * [X2] It makes no difference where batches, runs or turns were cut in two, who is who, or how long nobody spoke after.
 * [X3] Figures are about everybody who was there for half of the window, also who never spoke; hosts count in the hosts' share alone, interpreters and observers in nothing.
 * [X4] With fewer than four voices or less than five minutes of speech nothing is told but counts.
 * [X5] Where figures are off, nothing is recorded, and what was is forgotten.
 * [X6] Hosts see a room's dials and who was not heard yet; everybody else sees their own dial alone, and nobody a ranking.
 * [X7] A town is told of by itself from three voices on.
 * [X8] A nudge is seen by one person; none comes within ten minutes of another, and none of a kind that they put away in this session.
 * [X9] Who asks without a name, or votes in a poll that does not show names, is not told to have taken part.
 * [X10] A room's dials, kept as sums, are the figures of all that is told of that room.
 */
export const exchange = defineSlice<Exchange>()({
  name: 'exchange',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  // One part for each session, so that speech in one writes no other again.
  parts: { split: state => state, join: parts => parts as Exchange } satisfies StateParts<Exchange>,
  decide,
  evolve,
  view: viewOf,
  own: ownOf,
  concerns: ({ kind, data }) => {
    // When everybody has fallen silent, the even share of all of them is told again.
    if (kind === 'exchange.spoken') return data.runs.length > 0 ? data.runs.map(({ person }) => person) : 'everybody';
    if (kind === 'exchange.replied') return [];
    return 'person' in data ? [data.person] : 'everybody';
  },
  follow,
  asks: {
    /** How many voices were heard in each room of a session. */
    rooms: {
      input: z.strictObject({ session: Id }),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }) => heardIn(state, session),
    } satisfies Ask<Exchange, z.ZodType<{ session: SessionId }>>,
    /** The figures of a session; of all sessions of the dialogue for null. */
    figures: {
      input: z.strictObject({ session: Id.nullable() }),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }): Scope => scopeOf(state, session),
    } satisfies Ask<Exchange, z.ZodType<{ session: SessionId | null }>>,
  },
  gathered: ['exchange.seated'],
  deadline: state => {
    const due = Object.values(state).flatMap(silentDue);
    return due.length > 0 ? due.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY) : null;
  },
  tick: (state, { now }) =>
    Object.values(state)
      .flatMap(silentDue)
      .filter(({ at }) => at <= now)
      .map(({ person, room }) => nudgeIn(room, person, 'silent')),
  outcome: state => {
    const measured = Object.keys(state).filter(session => Object.keys(exchangeIn(state, session).rooms).length > 0);
    return {
      sessions: measured.map(session => ({ session, figures: reportedOf(toldOf(exchangeIn(state, session))) })),
      dialogue: scopeOf(state, null, reportedOf),
    };
  },
});

/** The figures and the matrix of a session, or of the dialogue. */
export type Scope = { figures: Figures; matrix: Matrix };

function scopeOf(state: Exchange, session: SessionId | null, figures = figuresOf): Scope {
  const sessions = session === null ? Object.keys(state) : [session];
  const told = joined(sessions.map(one => toldOf(exchangeIn(state, one))));
  return { figures: figures(told), matrix: matrixOf(told) };
}

/** How many of the voices of each room were heard there. */
export type HeardByRoom = { readonly [room: RoomId]: { heard: number; n: number } };

function heardIn(state: Exchange, session: SessionId): HeardByRoom {
  const measured = exchangeIn(state, session);
  return Object.fromEntries(
    Object.keys(measured.rooms)
      .filter(room => sessionOf(room) === session)
      .map(room => {
        const { heard, n } = dialsOf(roomOf(measured, room));
        return [room, { heard, n }];
      }),
  );
}
