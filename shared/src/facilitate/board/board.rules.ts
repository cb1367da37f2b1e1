import { everyone } from '../../kernel/messages.ts';
import { defineSlice } from '../../kernel/slice.ts';
import { decide } from './board.decide.ts';
import { evolve } from './board.evolve.ts';
import { facts, messages, refusals, signals } from './board.messages.ts';
import type { Boards } from './board.state.ts';
import { closing, due, nextEnd } from './board.time.ts';
import { ownIn, viewOf } from './board.view.ts';

const { observer: _, interpreter: __, ...writing } = everyone('own-room');
const hosts = { organiser: 'dialogue', facilitator: 'dialogue' } as const;
const goingOn = ['preparing', 'live'] as const;

/**
 * What people do with the board of a room beside drawing on it: write privately, vote with dots, lock, keep time. What is on a board is
 * in its document.
 *
 * [B1] What somebody writes privately is told to nobody else before it is revealed, hosts included.
 * [B2] Who wrote a note of a round with hidden names is told to nobody, also after it is revealed.
 * [B3] A private note belongs to who wrote it first: nobody else changes or drops it. One person writes as many as the limit says, and a
 * round has as many as the limit says.
 * [B4] What is revealed stays until the board's document has it on disk; only then another round begins.
 * [B5] Nobody has more dots on the board than the vote gives them, nor more on one thing than it allows.
 * [B6] While a vote is open one knows one's own dots and how many have voted. Counted, it says how many dots each thing has, and no group
 * of fewer than five is told apart.
 * [B7] Whoever leaves keeps their dots and notes.
 * [B8] Rounds, votes and timers end by themselves when their time is over. With the room a round ends without being revealed, and a vote is counted.
 * [B9] Hosts lock as many things as the limit says.
 * [B10] Everybody who takes part draws on the board of the room they are in, hosts and note-takers of the dialogue on every board; on the
 * hosts' own layer they alone, and nobody else sees it.
 * [B11] What a vote said when it was counted stays for the report, the newest as many as the limit says, also when its result is taken off
 * the board and when another vote begins. It names nobody. One that was called off leaves nothing.
 * [B12] Hosts of the dialogue draw on the board of a room before it opens, lock things there and use their own layer: the room finds it so,
 * and nobody else sees any of it before the session.
 * [B13] What somebody wrote and a board refuses is on the board all the same as far as it can be; the rest stays on their device, with the
 * reason, until they have it back or let it go.
 */
export const board = defineSlice<Boards>()({
  name: 'board',
  messages,
  signals,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  // One part for each room, so that a change in one writes no other again.
  parts: { split: state => state, join: parts => parts as Boards },
  decide,
  evolve,
  view: viewOf,
  own: (state, person, { place }) => ownIn(state, person, place?.room ?? null),
  concerns: ({ kind, data }) => (personal.has(kind) && 'person' in data ? [data.person] : 'everybody'),
  urgent: ['board.begun', 'board.called', 'board.counted'],
  gathered: ['board.jotted', 'board.dotted'],
  deadline: nextEnd,
  tick: (state, { now }) => due(state, now),
  follow: {
    'sessions.closed': (state, { data: { session } }) => closing(state, session, () => false),
    'sessions.rearranged': (state, { data: { session } }, { isOpenRoom }) => closing(state, session, isOpenRoom),
  },
  documents: {
    board: {
      writes: { by: { ...writing, ...hosts, 'note-taker': 'dialogue' }, phases: goingOn },
      reads: { ...everyone('own-room'), ...hosts, 'note-taker': 'dialogue' },
      after: everyone('dialogue'),
    },
    hostboard: { writes: { by: hosts, phases: goingOn }, reads: hosts, after: hosts },
  },
  outcome: state =>
    Object.entries(state)
      .filter(([, { writtenAt, results }]) => writtenAt !== null || results.length > 0)
      .map(([room, { results, hasNamed }]) => ({ room, votes: results, hasNamed })),
});

const personal: ReadonlySet<string> = new Set(['board.jotted', 'board.dropped', 'board.dotted']);
