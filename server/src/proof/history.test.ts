import { describe, expect, test } from 'vitest';
import { contradictions, type Event, type Log } from './history.ts';

const plenary = 's/plenary';
const log: Log = {
  facts: [
    { seq: 1, actor: 'ada', kind: 'sessions.entered', data: { session: 's', person: 'ada', room: plenary } },
    { seq: 2, actor: 'cleo', kind: 'sessions.entered', data: { session: 's', person: 'cleo', room: 's/lobby' } },
    { seq: 3, actor: 'ada', kind: 'chat.said', data: { room: plenary, message: 'm1' } },
    { seq: 4, actor: 'ada', kind: 'chat.said', data: { room: plenary, message: 'm2' } },
  ],
  done: [
    { command: 'c1', actor: 'ada', seq: 3 },
    { command: 'c2', actor: 'ada', seq: 4 },
  ],
};
const events: Event[] = [
  { what: 'invoked', client: 'ada', id: 'c1', message: 'm1' },
  { what: 'accepted', client: 'ada', id: 'c1', seq: 3 },
  { what: 'invoked', client: 'ada', id: 'c2', message: 'm2' },
  { what: 'accepted', client: 'ada', id: 'c2', seq: 4 },
  { what: 'invoked', client: 'ada', id: 'c3', message: 'm3' },
  { what: 'refused', client: 'ada', id: 'c3' },
  { what: 'shown', client: 'ada', message: 'm1' },
  { what: 'shown', client: 'ada', message: 'm2' },
  { what: 'read', client: 'ada', messages: ['m1', 'm2'] },
];

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, place) => place !== at);

describe('the checker of histories', () => {
  test('has nothing to say of an honest run', () => {
    expect(contradictions(events, log)).toEqual([]);
  });

  test('catches a fact that was dropped', () => {
    const dropped = { facts: without(log.facts, 3), done: without(log.done, 1) };
    expect(contradictions(events, dropped)).toContain('accepted c2 is in the log 0 times');
    expect(contradictions(events, { ...log, facts: without(log.facts, 2) })).toContain('the log holds 4 at place 3');
    expect(contradictions([...events.slice(0, -1), { what: 'read', client: 'ada', messages: ['m1'] }], log)).toEqual([
      'ada cannot read m2',
    ]);
  });

  test('catches a fact that was doubled', () => {
    const again = { seq: 5, actor: 'ada', kind: 'chat.said', data: { room: plenary, message: 'm2' } };
    expect(contradictions(events, { ...log, facts: [...log.facts, again] })).toContain(
      'message m2 is in the log 2 times',
    );
    expect(contradictions(events, { ...log, done: [...log.done, { command: 'c2', actor: 'ada', seq: 4 }] })).toContain(
      'c2 is in the log 2 times',
    );
  });

  test('catches messages that were reordered', () => {
    const [m1, m2] = [events[6], events[7]];
    if (!m1 || !m2) throw new Error('no events');
    expect(contradictions([...events.slice(0, 6), m2, m1], log)).toEqual([
      'ada saw m1 after m2, against the order of the log',
    ]);
  });

  test('catches a message that leaked out of its room', () => {
    expect(contradictions([...events, { what: 'shown', client: 'cleo', message: 'm1' }], log)).toEqual([
      'cleo was shown m1 from a room they never were in',
    ]);
  });

  test('catches a refused command that had an effect, and an answer that named another place', () => {
    expect(contradictions([...events, { what: 'refused', client: 'ada', id: 'c2' }], log)).toEqual([
      'refused c2 is in the log',
    ]);
    expect(contradictions([{ what: 'accepted', client: 'ada', id: 'c1', seq: 9 }], log)).toEqual([
      'accepted c1 at 9 is in the log at 3',
    ]);
  });
});
