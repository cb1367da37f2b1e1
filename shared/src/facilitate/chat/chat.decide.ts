import type { RuleContext } from '../../kernel/context.ts';
import { isHost } from '../../kernel/context.ts';
import { type PersonId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './chat.messages.ts';
import { type Chat, find, isTaken } from './chat.state.ts';

type ChatFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

/** What each command of the chat leads to; the laws stand above the rules. */
export const decide: Deciders<Chat, typeof messages, ChatFact, Refusal> = {
  say(state, input) {
    const { room, message, replyTo } = input;
    if (isTaken(state, sessionOf(room), message)) return refuse('chat.taken');
    if (replyTo && !find(state, room, replyTo)) return refuse('chat.unknown');
    return accept({ kind: 'chat.said', data: input });
  },

  add(state, input, { actor, now, endedFor }) {
    const session = sessionOf(input.room);
    const endedAt = actor === 'engine' ? null : endedFor(actor.person, session);
    if (endedAt === null || now - endedAt >= limits.lateMessage) return refuse('chat.too-late');
    return isTaken(state, session, input.message) ? refuse('chat.taken') : accept({ kind: 'chat.said', data: input });
  },

  announce(state, input, { isOpenRoom }) {
    const { session, message } = input;
    if (!isOpenRoom(`${session}/plenary`)) return refuse('chat.not-open');
    return isTaken(state, session, message) ? refuse('chat.taken') : accept({ kind: 'chat.announced', data: input });
  },

  react(state, input, context) {
    const found = find(state, input.room, input.message);
    const person = personOf(context);
    if (!person || found?.status !== 'said') return refuse('chat.unknown');
    const has = found.reactions[input.reaction]?.includes(person) ?? false;
    return has === input.on ? accept() : accept({ kind: 'chat.reacted', data: input });
  },

  remove(state, input, context): Decision<ChatFact, Refusal> {
    const found = find(state, input.room, input.message);
    const person = personOf(context);
    if (!person || found?.status !== 'said') return refuse('chat.unknown');
    return found.author === person || isHost(context.roleIn(person, input.room))
      ? accept({ kind: 'chat.removed', data: input })
      : refuse('chat.not-yours');
  },

  restore(state, input, context) {
    const found = find(state, input.room, input.message);
    if (found?.status !== 'removed') return refuse('chat.unknown');
    return found.removedBy === personOf(context)
      ? accept({ kind: 'chat.restored', data: input })
      : refuse('chat.not-yours');
  },
};

/** Who acts; null for the engine, which sits in no room and sees no message. */
const personOf = ({ actor }: Pick<RuleContext, 'actor'>): PersonId | null => (actor === 'engine' ? null : actor.person);
