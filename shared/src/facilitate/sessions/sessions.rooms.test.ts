import { describe, expect, test } from 'vitest';
import { attempt, beginning, type Play, personInput, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { type ChatView, chat } from '../chat/chat.rules.ts';
import { sessions } from './sessions.rules.ts';
import type { OpenSessionView, SessionsView } from './sessions.view.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const lobby = `${session}/lobby`;
const message = sampleIds[6] ?? '';
const send = (from: Play, by: Sent['by'], kind: string, input: unknown) =>
  attempt(rules, { by, kind, input, at: 1_700_000_000_000 }, from);
const outcome = ({ outcomes }: Play) => {
  const last = outcomes.at(-1);
  return last?.ok ? 'accepted' : last?.refusal;
};
const audienceOf = ({ state }: Play, person: string) => {
  const audience = rules.audienceOf(state, person);
  if (!audience) throw new Error('nobody is looking');
  return audience;
};
const seen = (from: Play, person: string) =>
  (rules.viewOf(from.state, sessions, audienceOf(from, person)) as SessionsView)[session] as OpenSessionView;
const chats = (from: Play, person: string) => rules.viewOf(from.state, chat, audienceOf(from, person)) as ChatView;

// Dina waits in the lobby, the others sit in the plenary.
const begun = play(rules, [
  ...beginning,
  { by: dina, kind: 'sessions.enter', input: { session }, at: 1 },
  { by: ben, kind: 'chat.say', input: { room: plenary, message, text: 'said by Ben' }, at: 1 },
]);

describe('a role in one room', () => {
  const appoint = (from: Play, by: string, role: string | null, room = plenary) =>
    send(from, by, 'sessions.appoint', { room, person: cleo, role });
  const mute = { source: 'microphone', people: 'all' };

  test('[M16] lets its holder do there what it allows, and nothing anywhere else', () => {
    const facilitated = appoint(begun, ben, 'facilitator');
    expect(outcome(send(begun, cleo, 'media.stop', { room: plenary, ...mute }))).toBe('not-permitted');
    expect(outcome(send(facilitated, cleo, 'media.stop', { room: plenary, ...mute }))).toBe('accepted');
    expect(outcome(send(begun, cleo, 'chat.remove', { room: plenary, message }))).toBe('chat.not-yours');
    expect(outcome(send(facilitated, cleo, 'chat.remove', { room: plenary, message }))).toBe('accepted');
    expect(outcome(send(facilitated, cleo, 'media.stop', { room: lobby, ...mute }))).toBe('not-permitted');
    expect(outcome(send(facilitated, cleo, 'sessions.close', { session }))).toBe('not-permitted');
    expect(outcome(send(facilitated, cleo, 'sessions.watch', { room: lobby, on: true }))).toBe('not-permitted');
    expect(outcome(appoint(facilitated, cleo, null))).toBe('not-permitted');
    expect(outcome(send(appoint(facilitated, ada, null), cleo, 'media.stop', { room: plenary, ...mute }))).toBe(
      'not-permitted',
    );
  });

  test('[M16] is given by hosts, to people of the dialogue who host nothing, in rooms where people talk', () => {
    expect(outcome(appoint(begun, cleo, 'facilitator'))).toBe('not-permitted');
    expect(outcome(appoint(begun, ada, 'facilitator', lobby))).toBe('sessions.no-room');
    expect(outcome(appoint(begun, ada, 'facilitator', `${session}/${message}`))).toBe('sessions.no-room');
    const other = (person: string) =>
      send(begun, ada, 'sessions.appoint', { room: plenary, person, role: 'facilitator' });
    expect(outcome(other(ben))).toBe('sessions.host');
    expect(outcome(other(message))).toBe('sessions.unknown');
  });

  test('[M16] ends with the session', () => {
    const closed = send(appoint(begun, ben, 'facilitator'), ada, 'sessions.close', { session });
    expect(rules.roleIn(closed.state, cleo, plenary)).toBe('participant');
  });
});

describe('the notes of a room', () => {
  const appointed = send(begun, ben, 'sessions.appoint', { room: plenary, person: cleo, role: 'note-taker' });
  const hand = (from: Play, by: string, person: string, room = plenary) =>
    send(from, by, 'sessions.hand', { room, person });
  const inside = send(send(begun, ada, 'sessions.admit', { session, people: 'all' }), ada, 'people.edit', {
    ...personInput(dina, 'Dina'),
  });
  const takes = (from: Play) =>
    [cleo, dina].filter(person => rules.roleIn(from.state, person, plenary) === 'note-taker');

  test('[M24] are passed on by who takes them, and by hosts, to somebody who sits there', () => {
    const cleos = send(inside, ben, 'sessions.appoint', { room: plenary, person: cleo, role: 'note-taker' });
    expect(takes(cleos)).toEqual([cleo]);
    expect(outcome(hand(cleos, dina, dina))).toBe('not-permitted');
    expect(takes(hand(cleos, cleo, dina))).toEqual([dina]);
    expect(takes(hand(hand(cleos, cleo, dina), ada, cleo))).toEqual([cleo]);
    expect(outcome(hand(hand(cleos, cleo, dina), cleo, cleo))).toBe('not-permitted');
  });

  test('[M24] go neither to hosts nor to somebody who is not in the room', () => {
    expect(outcome(hand(appointed, cleo, ben))).toBe('sessions.host');
    expect(outcome(hand(appointed, cleo, dina))).toBe('sessions.not-here');
    expect(outcome(hand(appointed, ada, cleo, lobby))).toBe('sessions.no-room');
    expect(takes(hand(appointed, ada, cleo))).toEqual([cleo]);
  });
});

describe('a host who watches another room', () => {
  const watch = (from: Play, by: string, room: string, on = true) => send(from, by, 'sessions.watch', { room, on });
  const greeted = send(begun, ada, 'chat.say', { room: lobby, message: dina, text: 'said in the lobby' });

  test('[M17] sees what is written there, and that room sees who watches', () => {
    const watching = watch(greeted, ben, lobby);
    expect(Object.keys(chats(greeted, ben))).toEqual([plenary]);
    expect(Object.keys(chats(watching, ben))).toEqual([plenary, lobby]);
    expect(chats(watching, ben)[lobby]?.messages.map(({ text }) => text)).toEqual(['said in the lobby']);
    expect(seen(watching, dina).watchedBy).toEqual([ben]);
    expect(seen(watching, cleo).watchedBy).toEqual([]);
    const older = { room: lobby, before: 1_000 };
    expect(rules.ask(watching.state, ben, 'chat.older', older, 0)).toMatchObject({ answer: { messages: [{}] } });
    expect(rules.ask(greeted.state, ben, 'chat.older', older, 0)).toMatchObject({ answer: { messages: [] } });
    const ended = watch(watching, ben, lobby, false);
    expect(Object.keys(chats(ended, ben))).toEqual([plenary]);
    expect(seen(ended, dina).watchedBy).toEqual([]);
  });

  test('[M17] nobody else does, and only where there is a room', () => {
    expect(outcome(watch(greeted, cleo, lobby))).toBe('not-permitted');
    expect(outcome(watch(greeted, ben, plenary))).toBe('sessions.not-here');
    expect(outcome(watch(greeted, ben, `${session}/${message}`))).toBe('sessions.no-room');
    const left = send(greeted, ben, 'sessions.leave', { room: plenary });
    expect(outcome(watch(left, ben, lobby))).toBe('sessions.not-here');
  });

  test('[M17] who hosts no more watches nothing any more', () => {
    const watching = watch(greeted, ben, lobby);
    const plain = send(watching, ada, 'people.edit', personInput(ben, 'Ben', { role: 'participant' }));
    expect(Object.keys(chats(plain, ben))).toEqual([plenary]);
    expect(seen(plain, dina).watchedBy).toEqual([]);
  });
});
