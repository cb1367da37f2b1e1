import { describe, expect, test } from 'vitest';
import { attempt, beginning, personInput, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { sessions } from './sessions.rules.ts';
import type { Sessions } from './sessions.state.ts';

const [session = ''] = sampleSessions;
const emil = sampleIds[6] ?? '';
const room = `${session}/plenary`;
const lobby = `${session}/lobby`;
const begun = play(rules, beginning);
type At = typeof begun;
const send = (from: At, by: Sent['by'], name: string, input: object = {}) =>
  attempt(
    rules,
    { by, kind: `sessions.${name}`, input: name === 'leave' ? input : { session, ...input }, at: 1_700_000_000_000 },
    from,
  );
const isOurs = (kind: string) => kind.startsWith('sessions.');
const told = ({ outcomes }: At) => {
  const last = outcomes.at(-1);
  return last?.ok ? last.facts.map(({ kind }) => kind).filter(isOurs) : last?.refusal;
};
const seat = ({ state }: At, person: string) => rules.placeOf(state, person)?.room;
const out = (from: At, by: string, person: string, bar = false) => send(from, by, 'expel', { person, bar });
const seen = (from: At, person: string) => {
  const audience = rules.audienceOf(from.state, person);
  const found = audience && (rules.viewOf(from.state, sessions, audience) as Sessions)[session];
  return found?.status === 'open' ? found.sentOut : null;
};

describe('a locked session', () => {
  const locked = send(begun, ben, 'lock');

  test('[M11] takes no newcomers, and those again after it was unlocked', () => {
    expect(told(locked)).toEqual(['sessions.locked']);
    expect(told(send(locked, dina, 'enter'))).toBe('sessions.locked');
    expect(seat(send(send(locked, ada, 'unlock'), dina, 'enter'), dina)).toBe(lobby);
    expect(told(send(locked, ada, 'lock'))).toEqual([]);
    expect(told(send(begun, cleo, 'lock'))).toBe('not-permitted');
  });

  test('[M11] is open to hosts and to those who were inside before', () => {
    for (const person of [ben, cleo])
      expect(seat(send(send(locked, person, 'leave', { room }), person, 'enter'), person)).toBe(room);
  });

  test('[M11] leaves who already waits in the lobby, and hosts admit them', () => {
    const waiting = send(send(begun, dina, 'enter'), ben, 'lock');
    expect(seat(waiting, dina)).toBe(lobby);
    expect(seat(send(waiting, ben, 'admit', { people: [dina] }), dina)).toBe(room);
  });
});

describe('who is sent out', () => {
  test('[M12] a facilitator sends out no host, an organiser does, and nobody themselves', () => {
    expect(told(out(begun, ben, ada))).toBe('sessions.host');
    expect(told(out(begun, ben, ben))).toBe('sessions.yourself');
    expect(told(out(begun, ada, ben))).toEqual(['sessions.left']);
    expect(told(out(begun, cleo, ben))).toBe('not-permitted');
    expect(told(out(begun, ben, dina))).toBe('sessions.not-here');
  });

  test('[M13] waits for a new admission where there is a lobby', () => {
    const sent = out(begun, ben, cleo);
    const left = sent.log.filter(({ kind }) => isOurs(kind)).at(-1);
    expect(left).toMatchObject({ kind: 'sessions.left', data: { person: cleo, reason: 'expelled' } });
    expect(seat(sent, cleo)).toBeUndefined();
    const back = send(sent, cleo, 'enter');
    expect(seat(back, cleo)).toBe(lobby);
    expect(rules.ownOf(back.state, cleo).sessions).toMatchObject({ sentOut: {} });
    expect(told(send(send(sent, ben, 'lock'), cleo, 'enter'))).toBe('sessions.locked');
  });

  test('[M13] does not come back when barred, until a host readmits them to the room', () => {
    const barred = out(begun, ben, cleo, true);
    expect(told(barred)).toEqual(['sessions.left']);
    expect(told(send(barred, cleo, 'enter'))).toBe('sessions.barred');
    expect(told(send(barred, cleo, 'readmit', { person: cleo }))).toBe('not-permitted');
    const undone = send(barred, ada, 'readmit', { person: cleo });
    expect(seat(send(undone, cleo, 'enter'), cleo)).toBe(room);
    expect(told(send(undone, ada, 'readmit', { person: cleo }))).toEqual([]);
  });

  test('[M13] can be barred a moment after they left, and only if they belong to the dialogue', () => {
    const gone = send(begun, cleo, 'leave', { room });
    expect(told(out(gone, ben, cleo, true))).toEqual(['sessions.barred']);
    expect(told(out(begun, ben, emil, true))).toBe('sessions.not-here');
  });

  test('[M14] is shown to hosts and to themselves only', () => {
    const emilToo = play(
      rules,
      [{ by: ada, kind: 'people.add', input: { people: [personInput(emil, 'Emil')] }, at: 1 }],
      begun,
    );
    const barred = out(emilToo, ben, cleo, true);
    for (const host of [ada, ben]) expect(seen(barred, host)).toEqual({ [cleo]: 'barred' });
    for (const other of [cleo, dina, emil]) expect(seen(barred, other)).toEqual({});
    expect(rules.ownOf(barred.state, cleo).sessions).toMatchObject({ sentOut: { [session]: 'barred' } });
    expect(rules.ownOf(barred.state, emil).sessions).toMatchObject({ sentOut: {} });
  });
});
