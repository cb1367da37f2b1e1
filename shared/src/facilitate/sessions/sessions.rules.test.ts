import { describe, expect, test } from 'vitest';
import { attempt, beginning, play, type Sent, sessionInput } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { sessions } from './sessions.rules.ts';
import type { Session, Sessions } from './sessions.state.ts';

const [session = '', other = ''] = sampleSessions;
const t0 = 1_700_000_000_000;
const opened = play(
  rules,
  beginning.slice(0, 5).map(sent => ({ ...sent, at: t0 })),
);
type At = typeof opened;
const send = (from: At, by: Sent['by'], kind: string, input: unknown, at = t0) =>
  attempt(rules, { by, kind, input, at }, from);
const last = ({ outcomes }: At) => outcomes.at(-1);
const enter = (from: At, person: string, at = t0) => send(from, person, 'sessions.enter', { session }, at);
const room = (from: At, person: string) => rules.placeOf(from.state, person)?.room;
const the = (from: At): Session => {
  const found = (from.state.sessions as Sessions)[session];
  if (!found) throw new Error('the session is missing');
  return found;
};

/** What these facts are, as far as they are about seats and who may have one. */
const ours = (facts: readonly { kind: string }[]) =>
  facts.map(({ kind }) => kind).filter(kind => /^(sessions|people)\./.test(kind));

describe('a session', () => {
  test('[M1] is planned once, opens once, closes once', () => {
    expect(last(send(opened, ada, 'sessions.plan', sessionInput(session)))).toEqual({
      ok: false,
      refusal: 'sessions.taken',
    });
    expect(last(send(opened, ada, 'sessions.open', { session, admission: 'direct' }))).toEqual({
      ok: false,
      refusal: 'sessions.already-open',
    });
    const closed = send(opened, ben, 'sessions.close', { session });
    expect(the(closed).status).toBe('closed');
    expect(last(send(closed, ada, 'sessions.open', { session, admission: 'direct' }))).toEqual({
      ok: false,
      refusal: 'sessions.not-planned',
    });
    expect(last(send(closed, ada, 'sessions.close', { session }))).toEqual({ ok: false, refusal: 'not-now' });
  });

  test('[M1] a cancelled session opens only after it is restored', () => {
    const planned = send(opened, ada, 'sessions.plan', sessionInput(other));
    const cancelled = send(planned, ada, 'sessions.cancel', { session: other });
    const closed = send(cancelled, ada, 'sessions.close', { session });
    expect(last(send(closed, ada, 'sessions.open', { session: other, admission: 'direct' }))).toEqual({
      ok: false,
      refusal: 'sessions.not-planned',
    });
    const restored = send(closed, ada, 'sessions.restore', { session: other });
    expect(last(send(restored, ada, 'sessions.open', { session: other, admission: 'direct' }))?.ok).toBe(true);
  });

  test('[M2] one is open at a time', () => {
    const planned = send(opened, ada, 'sessions.plan', sessionInput(other));
    expect(last(send(planned, ada, 'sessions.open', { session: other, admission: 'direct' }))).toEqual({
      ok: false,
      refusal: 'sessions.another-open',
    });
  });

  test('[M4] a participant waits in the lobby until admitted, hosts walk in', () => {
    const waiting = enter(enter(opened, cleo), ben);
    expect(room(waiting, cleo)).toBe(`${session}/lobby`);
    expect(room(waiting, ben)).toBe(`${session}/plenary`);
    expect(last(send(waiting, cleo, 'sessions.admit', { session, people: 'all' }))).toEqual({
      ok: false,
      refusal: 'not-permitted',
    });
    expect(last(send(waiting, cleo, 'chat.say', { room: `${session}/plenary`, message: cleo, text: 'hello' }))).toEqual(
      { ok: false, refusal: 'not-permitted' },
    );
    expect(room(send(waiting, ben, 'sessions.admit', { session, people: [cleo] }), cleo)).toBe(`${session}/plenary`);
  });

  test('[M4] admitting all takes everybody who waits, in the order of their coming', () => {
    const waiting = enter(enter(opened, dina, t0), cleo, t0 + 1);
    const admitted = send(waiting, ben, 'sessions.admit', { session, people: 'all' }, t0 + 2);
    expect(admitted.log.filter(({ kind }) => kind === 'sessions.admitted').map(({ data }) => data)).toEqual([
      { session, person: dina },
      { session, person: cleo },
    ]);
  });

  test('[M5] who was admitted comes back to the plenary', () => {
    const inside = send(enter(opened, cleo), ada, 'sessions.admit', { session, people: 'all' });
    const out = send(inside, cleo, 'sessions.leave', { room: `${session}/plenary` });
    expect(room(out, cleo)).toBeUndefined();
    expect(room(enter(out, cleo), cleo)).toBe(`${session}/plenary`);
  });

  test('[M6] a place is held for 120 s and given up in the next millisecond', () => {
    const lost = send(enter(opened, ben), 'engine', 'sessions.lose', { person: ben }, t0);
    expect(rules.deadline(lost.state)).toBe(t0 + limits.heldPlace);
    expect(rules.tick(lost.state, t0 + limits.heldPlace - 1, lost.log.length).facts).toEqual([]);
    const { facts, state } = rules.tick(lost.state, t0 + limits.heldPlace, lost.log.length);
    expect(facts).toMatchObject([{ kind: 'sessions.left', data: { person: ben, reason: 'connection' } }]);
    expect(rules.placeOf(state, ben)).toBeNull();
    const back = send(lost, 'engine', 'sessions.regain', { person: ben }, t0 + 100);
    expect(rules.tick(back.state, t0 + limits.heldPlace, back.log.length).facts).toEqual([]);
  });

  test('[M7] closing empties the session', () => {
    const closed = send(enter(enter(opened, ben), cleo), ada, 'sessions.close', { session });
    expect([ben, cleo].map(person => room(closed, person))).toEqual([undefined, undefined]);
    expect(ours(closed.log).slice(-3)).toEqual(['sessions.left', 'sessions.left', 'sessions.closed']);
  });

  test('[M8] attendance counts time in rooms until the connection was lost, and no time in the lobby', () => {
    const waiting = enter(enter(opened, cleo, t0), ben, t0);
    const inside = send(waiting, ben, 'sessions.admit', { session, people: 'all' }, t0 + 10_000);
    const lost = send(inside, 'engine', 'sessions.lose', { person: cleo }, t0 + 40_000);
    const closed = the(send(lost, ben, 'sessions.close', { session }, t0 + 60_000));
    expect(closed.status === 'closed' && closed.attendance).toEqual({ [cleo]: 30_000, [ben]: 60_000 });
  });

  test('[M10] a session that nobody closes ends by itself after twelve hours', () => {
    const open = the(opened);
    const end = (open.status === 'open' ? open.openedAt : 0) + limits.sessionLength;
    const inside = enter(opened, ben, end - 1_000);
    expect(rules.deadline(inside.state)).toBe(end);
    expect(rules.tick(inside.state, end - 1, inside.log.length).facts).toEqual([]);
    const { facts, state } = rules.tick(inside.state, end, inside.log.length);
    expect(ours(facts)).toEqual(['sessions.left', 'sessions.closed']);
    expect([rules.deadline(state), rules.placeOf(state, ben)]).toEqual([end + limits.reopening, null]);
  });

  test('[M18] a host says that it closes, everybody sees when, and it closes by itself after a minute', () => {
    const inside = enter(enter(opened, ben), ada);
    const closing = send(inside, ben, 'sessions.countdown', { session });
    const seen = rules.viewOf(closing.state, sessions, { role: 'participant', place: null, watches: [] });
    expect(seen).toMatchObject({ [session]: { closesAt: t0 + 60_000 } });
    expect(rules.deadline(closing.state)).toBe(t0 + 60_000);
    expect(rules.tick(closing.state, t0 + 59_999, closing.log.length).facts).toEqual([]);
    const { facts } = rules.tick(closing.state, t0 + 60_000, closing.log.length);
    expect(ours(facts)).toEqual(['sessions.left', 'sessions.left', 'sessions.closed']);
    expect(last(send(closing, ada, 'sessions.countdown', { session }, t0 + 1))).toMatchObject({ ok: true, facts: [] });
    expect(last(send(closing, cleo, 'sessions.stay', { session }))).toMatchObject({ refusal: 'not-permitted' });
    const stays = send(closing, ada, 'sessions.stay', { session }, t0 + 30_000);
    expect(rules.tick(stays.state, t0 + 60_000, stays.log.length).facts).toEqual([]);
    expect(the(send(closing, ada, 'sessions.close', { session }, t0 + 1)).status).toBe('closed');
  });

  test('[M19] hosts reopen it for 15 minutes; who was admitted comes straight back, who was barred does not', () => {
    const inside = send(enter(enter(enter(opened, ben), cleo), dina), ben, 'sessions.admit', {
      session,
      people: 'all',
    });
    const barred = send(inside, ben, 'sessions.expel', { session, person: dina, bar: true });
    const closed = send(barred, ben, 'sessions.close', { session }, t0 + 1_000);
    expect(last(send(closed, cleo, 'sessions.reopen', { session }))).toMatchObject({ refusal: 'not-permitted' });
    expect(last(send(inside, ben, 'sessions.reopen', { session }))).toMatchObject({ refusal: 'sessions.not-closed' });
    const end = t0 + 1_000 + limits.reopening;
    const again = send(closed, ben, 'sessions.reopen', { session }, end - 1);
    expect(the(again)).toMatchObject({
      status: 'open',
      seats: {},
      openedAt: (the(inside) as { openedAt: number }).openedAt,
    });
    expect(room(enter(again, cleo, end), cleo)).toBe(`${session}/plenary`);
    expect(last(enter(again, dina, end))).toMatchObject({ refusal: 'sessions.barred' });
    expect(rules.deadline(closed.state)).toBe(end);
    const sealed = rules.tick(closed.state, end, closed.log.length);
    expect(sealed.facts.map(({ kind }) => kind)).toEqual(['sessions.sealed']);
    expect(last(send(closed, ben, 'sessions.reopen', { session }, end))).toMatchObject({
      refusal: 'sessions.too-late',
    });
  });

  test('[M19] is not reopened while another one is open', () => {
    const both = send(opened, ada, 'sessions.plan', sessionInput(other));
    const closed = send(both, ada, 'sessions.close', { session });
    const next = send(closed, ada, 'sessions.open', { session: other, admission: 'direct' });
    expect(last(send(next, ada, 'sessions.reopen', { session }))).toMatchObject({ refusal: 'sessions.another-open' });
  });

  test('[M9] who is removed from the dialogue leaves the room with the same command', () => {
    const removed = send(enter(opened, ben), ada, 'people.remove', { people: [ben] });
    const outcome = last(removed);
    expect(outcome?.ok && ours(outcome.facts)).toEqual(['people.removed', 'sessions.left']);
  });
});
