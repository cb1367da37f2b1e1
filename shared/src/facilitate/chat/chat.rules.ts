import { roomsOf } from '../../kernel/context.ts';
import { type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import { everyone } from '../../kernel/messages.ts';
import { type Ask, defineSlice, type FactOf, type Recorded } from '../../kernel/slice.ts';
import { decide } from './chat.decide.ts';
import { CountsInput, facts, messages, OlderInput, refusals, signals } from './chat.messages.ts';
import { parts } from './chat.parts.ts';
import {
  announcedIn,
  type Chat,
  changesBefore,
  countsIn,
  type Message,
  page,
  type Reaction,
  saidIn,
  withChange,
  withMessage,
} from './chat.state.ts';

/**
 * Writing to each other: to the room one is in, or from the hosts to every room.
 *
 * [C1] A message id is used once.
 * [C2] A room sees its own messages and the announcements of its session, in the order of the log, and no other room's.
 * [C3] The author, a facilitator or an organiser removes a message; who removed it may restore it.
 * [C4] The text of a removed message is shown to nobody.
 * [C5] A person counts once per reaction and message.
 * [C6] A reply points to a message that its room can see.
 * [C7] A change of a message reaches its room, however old the message is: a view lists those older than its page that changed
 * last, and says since which position of the log the list holds every change.
 * [C8] The state keeps only the number of messages of a session that can no longer be reopened; their words are in the log.
 * [C9] For five minutes after a session was closed, who took part in it may add what they were writing.
 * [C10] Who took part in a closed session reads what was said in the rooms that they saw into, and nobody else does.
 * [C11] The newest announcement is seen in every room, however much was said there since.
 * [C12] Of rooms that they do not see into, hosts are told how much was said there, and nobody else is.
 */
export type ChatView = { readonly [room: RoomId]: RoomChat };

/** The newest page of what a room has seen. */
export type RoomChat = {
  room: string;
  messages: readonly ShownMessage[];
  more: boolean;
  /** Messages older than the page, as they are after the changes since `since`; `latest` is the newest change of all. */
  changes: { messages: readonly ShownMessage[]; since: number; latest: number };
  /** The newest announcement, however much was said since; null while there is none. */
  announced: ShownMessage | null;
};
export type ShownMessage = Message;

type ChatFact = FactOf<typeof facts>;

export const chat = defineSlice<Chat>()({
  name: 'chat',
  messages,
  signals,
  facts,
  refusals,
  initial: {},
  parts,
  stateVersion: 3,
  factVersion: 1,
  decide,
  evolve,
  view: (state, audience): ChatView => Object.fromEntries(roomsOf(audience).map(room => [room, viewIn(state, room)])),
  asks: {
    older: {
      input: OlderInput,
      by: everyone('dialogue'),
      answer: (state, { room, before }, audience) =>
        roomsOf(audience).includes(room) ? shown(page(state, room, before)) : { messages: [], more: false },
    } satisfies Ask<Chat, typeof OlderInput>,
    counts: {
      input: CountsInput,
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }) => countsIn(state, session),
    } satisfies Ask<Chat, typeof CountsInput>,
  },
  follow: {
    'sessions.sealed': (state, { data: { session } }) =>
      state[session] ? [{ kind: 'chat.closed', data: { session, said: saidIn(state[session]) } }] : [],
  },
  conceals: ['chat.removed'],
  outcome: state => ({ messages: Object.values(state).reduce((sum, talk) => sum + saidIn(talk), 0) }),
});

function viewIn(state: Chat, room: RoomId): RoomChat {
  const newest = shown(page(state, room));
  // When the page holds everything, nothing is older.
  const before = newest.more ? (newest.messages[0]?.seq ?? 0) : 0;
  const announced = announcedIn(state, sessionOf(room));
  return { room, ...newest, changes: shown(changesBefore(state, room, before)), announced };
}

const shown = <Part extends { messages: readonly Message[] }>(part: Part) => ({
  ...part,
  messages: part.messages.map(withoutRemovedText),
});

const blanks = new WeakMap<Message, Message>();

// The same blank for the same message, so that an unchanged list is recognised as such.
function withoutRemovedText(message: Message): Message {
  if (message.status === 'said') return message;
  const blank = blanks.get(message) ?? { ...message, text: '', reactions: {} };
  blanks.set(message, blank);
  return blank;
}

function evolve(state: Chat, fact: Recorded<ChatFact>): Chat {
  if (fact.kind === 'chat.closed') {
    const { session, said } = fact.data;
    return { ...state, [session]: { status: 'closed', said } };
  }
  if (fact.actor === 'engine') return state;
  const { actor: author, seq, at } = fact;
  switch (fact.kind) {
    case 'chat.said': {
      const { room: to, ...data } = fact.data;
      return withMessage(state, sessionOf(to), { ...data, to, seq, at, author, reactions: {}, status: 'said' });
    }
    case 'chat.announced': {
      const { session, ...data } = fact.data;
      return withMessage(state, session, { ...data, to: 'all', seq, at, author, reactions: {}, status: 'said' });
    }
    case 'chat.reacted': {
      const { reaction, on } = fact.data;
      return change(state, fact, message => ({
        ...message,
        reactions: counted(message.reactions, reaction, author, on),
      }));
    }
    case 'chat.removed':
      return change(state, fact, message => ({ ...message, status: 'removed', removedBy: author }));
    case 'chat.restored':
      return change(state, fact, restored);
  }
}

function restored(message: Message): Message {
  if (message.status === 'said') return message;
  const { removedBy: _, ...rest } = message;
  return { ...rest, status: 'said' };
}

const change = (
  state: Chat,
  { data: { room, message }, seq }: { data: { room: string; message: string }; seq: number },
  into: (message: Message) => Message,
): Chat => withChange(state, { room, message, change: seq }, into);

function counted(
  before: Message['reactions'],
  reaction: Reaction,
  person: PersonId,
  on: boolean,
): Message['reactions'] {
  const others = (before[reaction] ?? []).filter(other => other !== person);
  const { [reaction]: _, ...rest } = before;
  if (!on && others.length === 0) return rest;
  return { ...rest, [reaction]: on ? [...others, person] : others };
}
