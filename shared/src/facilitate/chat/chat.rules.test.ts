import { describe, expect, test } from 'vitest';
import { attempt, beginning, passTime, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { type ChatView, chat, type RoomChat } from './chat.rules.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const lobby = `${session}/lobby`;
const first = cleo;
const second = sampleIds[6] ?? '';
const begun = play(rules, beginning);
type At = typeof begun;
const send = (from: At, by: Sent['by'], kind: string, input: unknown) =>
  attempt(rules, { by, kind, input, at: 1_700_000_000_000 }, from);
const last = ({ outcomes }: At) => outcomes.at(-1);
const say = (from: At, by: string, message: string, text: string, more = {}) =>
  send(from, by, 'chat.say', { room: plenary, message, text, ...more });
const seen = (from: At, person: string): RoomChat => {
  const audience = rules.audienceOf(from.state, person);
  const view = audience && (rules.viewOf(from.state, chat, audience) as ChatView)[audience.place?.room ?? ''];
  if (!view) throw new Error('no view');
  return view;
};
const texts = (from: At, person: string) => seen(from, person).messages.map(({ text }) => text);

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `${String(at).padStart(8, '0')}-1111-4000-8000-000000000000`);
const longTalk = (count: number) => ids(count).reduce((from, id, at) => say(from, ben, id, `m${at}`), begun);

describe('chat', () => {
  test('[C1] a message id is used once', () => {
    expect(last(say(begun, ben, first, 'again'))).toEqual({ ok: false, refusal: 'chat.taken' });
  });

  test('[C2] the lobby and the plenary do not hear each other, announcements reach both', () => {
    const waiting = send(begun, dina, 'sessions.enter', { session });
    const announced = send(waiting, ben, 'chat.announce', { session, message: second, text: 'We begin' });
    const inLobby = send(announced, ada, 'chat.say', { room: lobby, message: ada, text: 'Welcome, Dina' });
    expect(texts(inLobby, cleo)).toEqual(['مرحبا', 'We begin']);
    expect(texts(inLobby, dina)).toEqual(['We begin', 'Welcome, Dina']);
    expect(last(send(inLobby, dina, 'chat.say', { room: plenary, message: dina, text: 'x' }))).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
  });

  test('[C2] a view holds the last page, and the pages before it are asked for', () => {
    const full = longTalk(limits.chatPage + 5);
    const view = seen(full, cleo);
    expect([view.messages.length, view.more, view.messages[0]?.text]).toEqual([limits.chatPage, true, 'm5']);
    const older = rules.ask(full.state, cleo, 'chat.older', { room: plenary, before: view.messages[0]?.seq }, 0);
    expect(older).toMatchObject({ ok: true, answer: { more: false } });
    expect(older.ok && (older.answer as RoomChat).messages.map(({ text }) => text)).toEqual([
      'مرحبا',
      'm0',
      'm1',
      'm2',
      'm3',
      'm4',
    ]);
  });

  test('[C3] the author and the hosts remove a message, nobody else; the remover restores it', () => {
    const one = { room: plenary, message: second };
    const said = say(begun, ben, second, 'a mistake');
    expect(last(send(said, cleo, 'chat.remove', one))).toEqual({ ok: false, refusal: 'chat.not-yours' });
    const removed = send(said, ada, 'chat.remove', one);
    expect(last(send(removed, ben, 'chat.restore', one))).toEqual({ ok: false, refusal: 'chat.not-yours' });
    expect(texts(send(removed, ada, 'chat.restore', one), cleo)).toEqual(['مرحبا', 'a mistake']);
    expect(last(send(begun, cleo, 'chat.remove', { room: plenary, message: first }))?.ok).toBe(true);
  });

  test('[C4] the text of a removed message is shown to nobody', () => {
    const removed = send(begun, cleo, 'chat.remove', { room: plenary, message: first });
    for (const person of [ada, ben, cleo]) expect(JSON.stringify(seen(removed, person))).not.toContain('مرحبا');
  });

  test('[C5] a person counts once per reaction and message', () => {
    const react = (from: At, on: boolean) =>
      send(from, ben, 'chat.react', { room: plenary, message: first, reaction: '👏', on });
    const twice = react(react(begun, true), true);
    expect(seen(twice, cleo).messages[0]?.reactions).toEqual({ '👏': [ben] });
    expect(seen(react(twice, false), cleo).messages[0]?.reactions).toEqual({});
  });

  test('[C6] a reply points to a message that its room can see', () => {
    const inLobby = send(begun, ada, 'chat.say', { room: lobby, message: ada, text: 'lobby only' });
    expect(last(say(inLobby, ben, second, 'reply', { replyTo: ada }))).toEqual({ ok: false, refusal: 'chat.unknown' });
    expect(last(say(inLobby, ben, second, 'reply', { replyTo: first }))?.ok).toBe(true);
  });

  test('[C11] the newest announcement is seen in every room, however much was said since, until it is removed', () => {
    const waiting = send(begun, dina, 'sessions.enter', { session });
    const announced = send(waiting, ben, 'chat.announce', { session, message: second, text: 'We begin' });
    const later = ids(limits.chatPage + 1).reduce((from, id, at) => say(from, cleo, id, `m${at}`), announced);
    expect(texts(later, cleo)).not.toContain('We begin');
    for (const person of [cleo, dina])
      expect(seen(later, person).announced).toMatchObject({ author: ben, text: 'We begin' });
    const removed = send(later, ben, 'chat.remove', { room: plenary, message: second });
    expect(seen(removed, dina).announced).toBeNull();
  });

  test('[C9] who took part adds what they were writing for five minutes after the end, and nobody else does', () => {
    const closed = send(send(begun, dina, 'sessions.enter', { session }), ada, 'sessions.close', { session });
    const add = (by: string, after = 0, message = second) =>
      last(
        attempt(
          rules,
          {
            by,
            kind: 'chat.add',
            input: { room: plenary, message, text: 'One more thing' },
            at: 1_700_000_000_000 + after,
          },
          closed,
        ),
      );
    expect(add(cleo, limits.lateMessage - 1)).toMatchObject({ ok: true, facts: [{ kind: 'chat.said' }] });
    expect(add(cleo, limits.lateMessage)).toEqual({ ok: false, refusal: 'chat.too-late' });
    // Dina observes, and was in the lobby alone.
    expect(add(dina)).toEqual({ ok: false, refusal: 'not-permitted' });
    expect(add(cleo, 0, first)).toEqual({ ok: false, refusal: 'chat.taken' });
    expect(last(send(begun, cleo, 'chat.add', { room: plenary, message: second, text: 'x' }))).toEqual({
      ok: false,
      refusal: 'chat.too-late',
    });
  });

  test('[C8] once a session can no longer be reopened, its words are in the log alone, and their number stays', () => {
    const removed = send(say(begun, ben, second, 'taken back'), ben, 'chat.remove', { room: plenary, message: second });
    const shut = send(removed, ada, 'sessions.close', { session });
    expect(JSON.stringify(shut.state.chat)).toContain('مرحبا');
    const closed = passTime(rules, 1_700_000_000_000 + limits.reopening, shut);
    expect(JSON.stringify(closed.state.chat)).not.toContain('مرحبا');
    expect(JSON.stringify(closed.log)).toContain('مرحبا');
    expect(chat.outcome?.(closed.state.chat as never)).toEqual(chat.outcome?.(removed.state.chat as never));
  });

  test('a message holds as many characters as its limit says, not one more', () => {
    expect(last(say(begun, ben, second, 'ي'.repeat(limits.chatGraphemes)))?.ok).toBe(true);
    expect(last(say(begun, ben, second, 'ي'.repeat(limits.chatGraphemes + 1)))).toEqual({
      ok: false,
      refusal: 'malformed',
    });
  });
});

describe('a change of a message older than the page', () => {
  const count = limits.chatPage + limits.chatChanges;
  const long = longTalk(count);
  const clap = (from: At, id: string, where = plenary) =>
    send(from, cleo, 'chat.react', { room: where, message: id, reaction: '👏', on: true });
  const changes = (from: At, person = dina) => seen(from, person).changes;
  // Dina sits in the plenary too, and looks on.
  const begunWithDina = send(send(long, dina, 'sessions.enter', { session }), ada, 'sessions.admit', {
    session,
    people: 'all',
  });

  test('[C7] reaches its room, as the message is now', () => {
    const [id = ''] = ids(1);
    const clapped = clap(begunWithDina, id);
    expect(changes(begunWithDina)).toEqual({ messages: [], since: 0, latest: 0 });
    expect(changes(clapped)).toMatchObject({
      messages: [{ message: id, text: 'm0', reactions: { '👏': [cleo] } }],
      since: 0,
      latest: clapped.log.length,
    });
  });

  test('[C4] [C7] shows nothing of what was removed, and all of it when it was restored', () => {
    const [id = ''] = ids(1);
    const one = { room: plenary, message: id };
    const removed = send(clap(begunWithDina, id), ben, 'chat.remove', one);
    expect(changes(removed).messages).toMatchObject([{ message: id, status: 'removed', text: '', reactions: {} }]);
    const restored = send(removed, ben, 'chat.restore', one);
    expect(changes(restored).messages).toMatchObject([{ message: id, text: 'm0', reactions: { '👏': [cleo] } }]);
  });

  test('[C7] is listed as long as no more have changed since than the limit says, not one more', () => {
    const one = [first, ...ids(limits.chatChanges - 1)].reduce((from, id) => clap(from, id), begunWithDina);
    const oldest = one.log.length - limits.chatChanges + 1;
    expect(changes(one).messages.map(({ message }) => message)).toEqual([first, ...ids(limits.chatChanges - 1)]);
    expect(changes(one)).toMatchObject({ since: 0, latest: one.log.length });
    const more = clap(one, ids(limits.chatChanges).at(-1) ?? '');
    expect(changes(more).messages.map(({ message }) => message)).toEqual(ids(limits.chatChanges));
    expect(changes(more)).toMatchObject({ since: oldest, latest: more.log.length });
  });

  test('[C2] [C7] in another room is none of this one’s, of an announcement it is', () => {
    const waiting = send(long, dina, 'sessions.enter', { session });
    const inLobby = send(waiting, ada, 'chat.say', { room: lobby, message: ada, text: 'lobby only' });
    const clappedThere = send(inLobby, dina, 'chat.react', { room: lobby, message: ada, reaction: '👏', on: true });
    expect(changes(clappedThere, dina).latest).toBe(clappedThere.log.length);
    expect(changes(clappedThere, cleo)).toEqual(changes(inLobby, cleo));
    const away = sampleIds[6] ?? '';
    const announced = send(begunWithDina, ben, 'chat.announce', { session, message: away, text: 'We begin' });
    const buried = Array.from({ length: limits.chatPage }).reduce<At>(
      (from, _, at) => say(from, ben, `${String(at).padStart(8, '0')}-3333-4000-8000-000000000000`, 'later'),
      announced,
    );
    expect(changes(clap(buried, away)).messages).toMatchObject([{ message: away, to: 'all' }]);
  });
});
