import { describe, expect, test } from 'vitest';
import { isDead, type Liveness, nextLiveness } from './liveness.ts';

describe('a transport', () => {
  const at = (seconds: number, requests: number, received: number) => ({
    at: seconds * 1_000,
    traffic: { send: { requests, received }, receive: { requests: 0, received: 0 } },
  });
  const isDeadAfter = (...looks: ReturnType<typeof at>[]) => {
    const liveness = looks.reduce<Liveness | null>((before, look) => nextLiveness(before, look, 'send'), null);
    return liveness !== null && isDead(liveness, looks.at(-1)?.at ?? 0);
  };

  test('is dead when it receives nothing for three seconds and its requests have no answer', () => {
    expect(isDeadAfter(at(1, 1, 5), at(2, 2, 5), at(3, 3, 5))).toBe(false);
    expect(isDeadAfter(at(1, 1, 5), at(2, 2, 5), at(3, 3, 5), at(4, 3, 5))).toBe(true);
  });

  test('lives while it has no request open, or only a new one', () => {
    expect(isDeadAfter(at(1, 1, 5), at(9, 1, 5))).toBe(false);
    expect(isDeadAfter(at(1, 1, 5), at(4, 2, 5), at(5, 2, 5))).toBe(false);
    expect(isDeadAfter(at(1, 1, 5), at(4, 2, 5), at(6, 2, 5))).toBe(true);
  });

  test('lives with whatever it receives, also over another path whose counters begin at zero', () => {
    expect(isDeadAfter(at(1, 1, 5), at(2, 2, 5), at(4, 3, 5), at(5, 4, 6))).toBe(false);
    expect(isDeadAfter(at(1, 9, 5), at(2, 10, 5), at(5, 1, 1))).toBe(false);
  });
});
