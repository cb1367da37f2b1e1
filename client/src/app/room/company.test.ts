import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { describe, expect, test } from 'vitest';
import { devicesOf, presentIn, sharerIn } from './company.ts';

const seat = (room: string, since: number) => ({ room, since, lostAt: null });
const good = { microphone: true, camera: true, screen: false, network: 'good' } as const;
const media = {
  status: 'on',
  microphone: 'on',
  camera: 'denied',
  screen: 'off',
  quality: { network: 'weak', rung: 'everything', chosen: 'auto' },
  participants: new Map([['ben', good]]),
} as const;

describe('the people of a room', () => {
  const seats = { dina: seat('plenary', 1), ben: seat('plenary', 2), ada: seat('plenary', 3), cleo: seat('lobby', 4) };
  const session = { seats } as unknown as OpenSessionView;

  test('stand in an order that holds: oneself, then as they came', () => {
    expect(presentIn(session, 'plenary', 'ada').map(([person]) => person)).toEqual(['ada', 'dina', 'ben']);
    expect(presentIn(session, 'plenary', 'cleo').map(([person]) => person)).toEqual(['dina', 'ben', 'ada']);
  });
});

describe('somebody’s devices', () => {
  test('are one’s own as they are, and the others’ as the room knows them', () => {
    expect(devicesOf(media, 'ada', 'ada')).toEqual({ microphone: true, camera: false, network: 'weak' });
    expect(devicesOf(media, 'ben', 'ada')).toEqual(good);
  });

  test('are none for whoever takes part by writing', () => {
    expect(devicesOf(media, 'dina', 'ada')).toBe('none');
    expect(devicesOf({ ...media, status: 'off' }, 'ada', 'ada')).toBe('none');
  });

  test('are not guessed at while this device has no line', () => {
    for (const status of ['off', 'connecting', 'elsewhere', 'replaced', 'unavailable'] as const) {
      expect(devicesOf({ ...media, status }, 'ben', 'ada')).toBe('unknown');
    }
    expect(devicesOf({ ...media, status: 'reconnecting' }, 'ben', 'ada')).toEqual(good);
  });
});

describe('a shared screen', () => {
  test('is one’s own as soon as it begins, and another’s when the room knows of it', () => {
    const participants = new Map([['ben', { ...good, screen: true }]]);
    expect(sharerIn(media, 'ada')).toBeNull();
    expect(sharerIn({ ...media, participants }, 'ada')).toBe('ben');
    expect(sharerIn({ ...media, participants, screen: 'on' }, 'ada')).toBe('ada');
  });
});
