import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attempt,
  beginning,
  commandsOf,
  firstRoom,
  inBreakouts,
  play,
  playRandom,
  type Sent,
  secondRoom,
} from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import type { Recorded } from '../../kernel/slice.ts';
import { type ChatView, chat } from './chat.rules.ts';
import { transcriptOf } from './transcript.ts';

const [session = ''] = sampleSessions;
const [plenary, lobby] = [`${session}/plenary`, `${session}/lobby`];
const begun = play(rules, beginning);
const now = (begun.log.at(-1)?.at ?? 0) + 1_000;
const ids = ['a', 'b', 'c'].map(digit => `${digit.repeat(8)}-1111-4000-8000-000000000000`);
const send = (from: typeof begun, by: Sent['by'], kind: string, input: object) =>
  attempt(rules, { by, kind, input, at: now }, from);
const say = (from: typeof begun, by: string, room: string, message = '', text = '') =>
  send(from, by, 'chat.say', { room, message, text });
const read = ({ log }: typeof begun, person: string) =>
  transcriptOf(log as readonly Recorded[], session, person).map(({ text }) => text);

describe('a transcript', () => {
  test('[C10] holds the rooms that its reader saw into, and the announcements', () => {
    const waiting = send(begun, dina, 'sessions.enter', { session });
    const both = say(say(waiting, ben, plenary, ids[0], 'Inside'), ada, lobby, ids[1], 'Outside');
    const all = send(both, ben, 'chat.announce', { session, message: ids[2], text: 'To all' });
    expect(read(all, cleo)).toEqual(['مرحبا', 'Inside', 'To all']);
    expect(read(all, dina)).toEqual(['Outside', 'To all']);
    const watching = send(all, ada, 'sessions.watch', { room: lobby, on: true });
    expect(read(watching, ada)).toEqual(['مرحبا', 'Inside', 'Outside', 'To all']);
    const inside = send(all, ada, 'sessions.admit', { session, people: [dina] });
    expect(read(inside, dina)).toEqual(['مرحبا', 'Inside', 'Outside', 'To all']);
  });

  test('[C10] ends in each room when its reader saw into it last; what is added after the end belongs to those who were there', () => {
    const left = send(begun, cleo, 'sessions.leave', { room: plenary });
    const closed = send(say(left, ben, plenary, ids[0], 'Cleo has gone'), ben, 'sessions.close', { session });
    const added = send(closed, ben, 'chat.add', { room: plenary, message: ids[1], text: 'One more thing' });
    expect(read(added, cleo)).toEqual(['مرحبا']);
    expect(read(added, ada)).toEqual(['مرحبا', 'Cleo has gone', 'One more thing']);
    const again = send(send(added, ben, 'sessions.reopen', { session }), ben, 'sessions.enter', { session });
    const more = say(again, ben, plenary, ids[2], 'Ada has not come back');
    expect(read(more, ada)).toEqual(['مرحبا', 'Cleo has gone', 'One more thing']);
    expect(read(more, ben)).toHaveLength(4);
  });

  test('[C10] holds what was said in breakouts to those who were there, as long as they were', () => {
    const open = play(rules, inBreakouts);
    const said = (from: typeof begun, room: string, message: string, text: string) =>
      say(from, ada, room, message, text);
    const during = said(said(open, firstRoom, ids[0] ?? '', 'In the first'), secondRoom, ids[1] ?? '', 'In the second');
    const back = send(during, ada, 'breakouts.close', { session, when: 'now' });
    const after = say(back, ben, plenary, ids[2], 'Back in the plenary');
    expect(read(after, cleo)).toEqual(['مرحبا', 'In the first', 'Back in the plenary']);
    expect(read(after, ben)).toEqual(['مرحبا', 'In the second', 'Back in the plenary']);
    expect(read(after, ada)).toEqual(['مرحبا', 'Back in the plenary']);
  });

  test('[C4] [C10] shows no text that was removed', () => {
    const removed = send(begun, ben, 'chat.remove', { room: plenary, message: cleo });
    expect(read(removed, ada)).toEqual([null]);
    expect(read(send(removed, ben, 'chat.restore', { room: plenary, message: cleo }), ada)).toEqual(['مرحبا']);
  });

  test('[C10] shows what the room shows, whatever happens', () => {
    let compared = 0;
    fc.assert(
      fc.property(commandsOf(rules, 40, 'chat'), sent => {
        const { state, log } = playRandom(rules, sent);
        for (const person of sampleIds) {
          const audience = rules.audienceOf(state, person);
          const place = audience?.place;
          if (!audience || !place) continue;
          const view = (rules.viewOf(state, chat, audience) as ChatView)[place.room];
          const shown = view?.messages.map(({ message, text, status }) => [message, status === 'said' ? text : null]);
          const told = transcriptOf(log as readonly Recorded[], place.session, person);
          const here = told.filter(({ to }) => to === 'all' || to === place.room);
          expect(here.slice(-(shown?.length ?? 0) || here.length).map(({ message, text }) => [message, text])).toEqual(
            shown,
          );
          compared += shown?.length ?? 0;
        }
      }),
      { numRuns: 100 },
    );
    expect(compared).toBeGreaterThan(50);
  });
});
