import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { expect, test } from 'vitest';
import { participantsIn } from './participants.ts';

const seat = (room: string, since: number) => ({ room, since, lostAt: null });

test('the people of a room stand in an order that holds: oneself, then as they came', () => {
  const seats = { dina: seat('plenary', 1), ben: seat('plenary', 2), ada: seat('plenary', 3), cleo: seat('lobby', 4) };
  const session = { seats } as unknown as OpenSessionView;
  expect(participantsIn(session, 'plenary', 'ada').map(([person]) => person)).toEqual(['ada', 'dina', 'ben']);
  expect(participantsIn(session, 'plenary', 'cleo').map(([person]) => person)).toEqual(['dina', 'ben', 'ada']);
});

test('whose seat is as before is the same object, whoever else comes or goes', () => {
  const seats = { dina: seat('plenary', 1), ben: seat('plenary', 2) };
  const inRoom = (now: object) => participantsIn({ seats: now } as unknown as OpenSessionView, 'plenary', 'ada');
  const [dina] = inRoom(seats);
  expect(inRoom({ ada: seat('plenary', 3), ...seats })[1]).toBe(dina);
  expect(inRoom({ ...seats, dina: { ...seats.dina, lostAt: 5 } })[0]).not.toBe(dina);
});
