import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, type Play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { sessionOf } from '../../kernel/ids.ts';
import { sampleIds, sampleNames } from '../../kernel/messages.samples.ts';
import type { Recorded } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import { parts } from './chat.parts.ts';
import type { ChatView } from './chat.rules.ts';
import { type Chat, changesBefore, find, type Message, page, saidIn, withChange, withMessage } from './chat.state.ts';

const rooms = [...new Set(sampleNames.rooms)];
const chatOf = ({ state }: Pick<Play, 'state'>) => state.chat as Chat;
const dataOf = (fact: Recorded) => fact.data as { room?: string; session?: string; message: string; text?: string };

/** Histories mostly about the chat, without the end of sessions, which takes the words along. */
function property(holds: (play: Play, sent: Sent[]) => void): void {
  const slices = rules.slices.map(slice => {
    const { close: _close, countdown: _countdown, ...messages } = slice.messages;
    return slice.name === 'sessions' ? { ...slice, messages } : slice;
  });
  fc.assert(
    fc.property(commandsOf({ ...rules, slices }, 60, 'chat'), sent => holds(playRandom(rules, sent), sent)),
    { numRuns: 80 },
  );
}

/** Every page of a room, from the newest back to the first, in the order of the log. */
function everyPage(state: Chat, room: string): Message[] {
  const newest = page(state, room);
  let { messages, more } = newest;
  while (more) {
    const older = page(state, room, messages[0]?.seq);
    messages = [...older.messages, ...messages];
    more = older.more;
  }
  return messages;
}

describe('whatever is sent', () => {
  test('[C1] no two messages of a session have one id', () => {
    property(({ log }) => {
      const said = log.filter(({ kind }) => kind === 'chat.said' || kind === 'chat.announced');
      const ids = said.map(
        fact => `${dataOf(fact).session ?? sessionOf(dataOf(fact).room ?? '')} ${dataOf(fact).message}`,
      );
      expect(new Set(ids).size).toBe(ids.length);
    });
  });

  test('[C2] the pages of a room, put together, are what was said to it and to all, in the order of the log', () => {
    property(play => {
      for (const room of rooms) {
        const reached = play.log.filter(
          fact =>
            (fact.kind === 'chat.said' && dataOf(fact).room === room) ||
            (fact.kind === 'chat.announced' && dataOf(fact).session === sessionOf(room)),
        );
        expect(everyPage(chatOf(play), room).map(({ seq }) => seq)).toEqual(reached.map(({ seq }) => seq));
      }
    });
  });

  test('[C2] a page is never longer than the limit, and says when there is more', () => {
    property(play => {
      for (const room of rooms) {
        const { messages, more } = page(chatOf(play), room);
        expect(messages.length).toBeLessThanOrEqual(limits.chatPage);
        if (more) expect(messages.length).toBe(limits.chatPage);
      }
    });
  });

  test('[C2] [C4] a view holds rooms that its audience sees into, and no text that was removed', () => {
    property(({ state }) => {
      const removed = Object.keys(state.chat as Chat).flatMap(session =>
        everyPage(state.chat as Chat, `${session}/plenary`).filter(({ status }) => status === 'removed'),
      );
      for (const person of sampleIds) {
        const audience = rules.audienceOf(state, person);
        const slice = rules.slices.find(({ name }) => name === 'chat');
        if (!audience || !slice) continue;
        const view = rules.viewOf(state, slice, audience) as ChatView;
        const own = audience.place ? [audience.place.room] : [];
        expect(Object.keys(view).sort()).toEqual([...new Set([...own, ...audience.watches])].sort());
        const shown = Object.values(view).flatMap(({ messages, changes }) => [...messages, ...changes.messages]);
        for (const { message, text } of shown.filter(({ status }) => status === 'removed'))
          expect([message, text]).toEqual([message, '']);
        for (const { message } of removed)
          expect(shown.filter(one => one.message === message && one.text !== '')).toEqual([]);
      }
    });
  });

  test('[C3] who removed a message is its author or was a host at that moment', () => {
    property((_, sent) => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        const after = playRandom(rules, [one], before);
        for (const fact of after.log.slice(before.log.length).filter(({ kind }) => kind === 'chat.removed')) {
          const { room = '', message } = dataOf(fact);
          const person = String(fact.actor);
          const isHost = ['organiser', 'facilitator'].includes(rules.roleIn(before.state, person, room) ?? '');
          expect(isHost || find(chatOf(before), room, message)?.author === person).toBe(true);
        }
        before = after;
      }
    });
  });

  test('[C5] nobody is counted twice for a reaction, and a reaction nobody has is not kept', () => {
    property(play => {
      for (const room of rooms)
        for (const { reactions } of everyPage(chatOf(play), room))
          for (const people of Object.values(reactions)) {
            expect(new Set(people).size).toBe(people.length);
            expect(people.length).toBeGreaterThan(0);
          }
    });
  });

  test('[C6] a reply points to a message that the same room can see', () => {
    property(play => {
      for (const room of rooms)
        for (const { replyTo, to } of everyPage(chatOf(play), room))
          if (replyTo && to === room) expect(find(chatOf(play), room, replyTo)).toBeDefined();
    });
  });

  test('[C7] what changed after the position that a list names is all in it, as it is now', () => {
    property(play => {
      const changed = play.log.filter(({ kind }) => ['chat.reacted', 'chat.removed', 'chat.restored'].includes(kind));
      for (const room of rooms) {
        const { messages, since, latest } = changesBefore(chatOf(play), room, Number.POSITIVE_INFINITY);
        for (const fact of changed) {
          const found = find(chatOf(play), room, dataOf(fact).message);
          if (!found || fact.seq <= since || sessionOf(dataOf(fact).room ?? '') !== sessionOf(room)) continue;
          expect(messages).toContainEqual(found);
          expect(latest).toBeGreaterThanOrEqual(fact.seq);
        }
      }
    });
  });

  test('what is said and not removed is counted once, whatever room it went to', () => {
    property(play => {
      for (const session of Object.keys(chatOf(play))) {
        const removed = new Set<string>();
        let said = 0;
        for (const fact of play.log.filter(({ kind }) => kind.startsWith('chat.'))) {
          const {
            message,
            room = '',
            session: toAll,
          } = (fact.data ?? {}) as { message: string; room?: string; session?: string };
          if ((toAll ?? sessionOf(room)) !== session) continue;
          if (fact.kind === 'chat.said' || fact.kind === 'chat.announced') said += 1;
          if (fact.kind === 'chat.removed') removed.add(message);
          if (fact.kind === 'chat.restored') removed.delete(message);
        }
        expect(saidIn(chatOf(play)[session])).toBe(said - removed.size);
      }
    });
  });
});

describe('a long talk', () => {
  const [room = '', other = ''] = rooms;
  const talk = fc.array(fc.constantFrom(room, other, 'all'), { maxLength: 4 * limits.chatPage, size: 'max' });
  const session = sessionOf(room);
  const said = (to: string, at: number): Message => ({
    message: `message ${at}`,
    seq: 2 * at + 1,
    at,
    author: sampleIds[0] ?? '',
    to,
    reactions: {},
    status: 'said',
    text: `${at}`,
  });

  test('[C2] is read page by page: none longer than the limit, nothing twice, nothing left out', () => {
    fc.assert(
      fc.property(talk, to => {
        const messages = to.map(said).filter(({ to: one }) => one === 'all' || sessionOf(one) === session);
        const state = messages.reduce<Chat>((now, message) => withMessage(now, session, message), {});
        const seen = messages.filter(({ to: one }) => one === room || one === 'all');
        expect(everyPage(state, room)).toEqual(seen);
        const newest = page(state, room);
        expect(newest.messages.length).toBe(Math.min(seen.length, limits.chatPage));
        expect(newest.more).toBe(seen.length > limits.chatPage);
      }),
      { numRuns: 100 },
    );
  });

  test('[C7] forgets the oldest changes beyond the limit, and says from where it holds all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(2 * limits.chatChanges - 1), { minLength: 1, maxLength: 3 * limits.chatChanges, size: 'max' }),
        touched => {
          const start = Array.from({ length: 2 * limits.chatChanges }, (_, at) => said(room, at)).reduce<Chat>(
            (now, message) => withMessage(now, session, message),
            {},
          );
          const state = touched.reduce<Chat>(
            (now, at, step) =>
              withChange(now, { room, message: `message ${at}`, change: 1_000 + step }, one => ({ ...one })),
            start,
          );
          const { messages, since, latest } = changesBefore(state, room, Number.POSITIVE_INFINITY);
          const lastOf = new Map(touched.map((at, step) => [`message ${at}`, 1_000 + step]));
          expect(latest).toBe(1_000 + touched.length - 1);
          expect(messages.length).toBeLessThanOrEqual(limits.chatChanges);
          const after = [...lastOf].filter(([, change]) => change > since).map(([message]) => message);
          expect(messages.map(({ message }) => message).sort()).toEqual(after.sort());
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the parts of a snapshot', () => {
  test('put together again are the same state, also after JSON', () => {
    property(play => {
      const split = parts.split(chatOf(play));
      expect(parts.join(split)).toEqual(chatOf(play));
      expect(parts.join(JSON.parse(JSON.stringify(split)))).toEqual(JSON.parse(JSON.stringify(chatOf(play))));
    });
  });

  test('stay the same objects where nothing has changed, so that they are not written again', () => {
    property(play => {
      const [once, twice] = [parts.split(chatOf(play)), parts.split(chatOf(play))];
      for (const [key, part] of Object.entries(once)) if (key !== 'outline') expect(twice[key]).toBe(part);
    });
  });

  test('that are missing are not taken for an empty chat', () => {
    const said = playRandom(rules, fc.sample(commandsOf(rules, 60, 'chat'), { numRuns: 1, seed: 7 })[0] ?? []);
    const split = parts.split(chatOf(said));
    for (const key of Object.keys(split).filter(one => one !== 'outline')) {
      const { [key]: _, ...others } = split;
      expect(() => parts.join(others)).toThrow(/missing/);
    }
  });
});
