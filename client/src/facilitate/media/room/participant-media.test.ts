import { describe, expect, test } from 'vitest';
import { devicesOf, sharerIn } from './participant-media.ts';

const good = { microphone: true, camera: true, screen: false, network: 'good' } as const;
const media = {
  status: 'on',
  microphone: 'on',
  camera: 'denied',
  screen: 'off',
  quality: { network: 'weak', rung: 'everything', chosen: 'auto' },
  participants: new Map([['ben', good]]),
} as const;

describe('somebody’s devices', () => {
  test('are one’s own as they are, and the others’ as the room knows them', () => {
    expect(devicesOf(media, 'ada', 'ada')).toEqual({ microphone: true, camera: false, network: 'weak' });
    expect(devicesOf(media, 'ben', 'ada')).toEqual(good);
  });

  test('are none for those who take part by text only', () => {
    expect(devicesOf(media, 'dina', 'ada')).toBe('text-only');
    expect(devicesOf({ ...media, status: 'off' }, 'ada', 'ada')).toBe('text-only');
  });

  test('are unknown while this device is not connected itself', () => {
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
