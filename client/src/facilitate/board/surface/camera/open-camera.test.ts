// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openCamera } from './open-camera.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const middleOf = ([left, top, width, height]: readonly number[] = []) =>
  [(left ?? 0) + (width ?? 0) / 2, (top ?? 0) + (height ?? 0) / 2].map(Math.round);

describe('a camera on its way', () => {
  test('arrives, also where the room that it has changes meanwhile', () => {
    const camera = openCamera();
    camera.setSize([1_000, 600]);
    camera.go({ x: 4_000, y: 3_000, zoom: 1 });
    vi.advanceTimersByTime(50);
    expect(camera.now().x).toBeLessThan(4_000);
    camera.setSize([1_000, 500]);
    vi.advanceTimersByTime(500);
    expect(middleOf(camera.view())).toEqual([4_500, 3_300]);
  });

  test('stays where somebody puts it, also when the room changes afterwards', () => {
    const camera = openCamera();
    camera.setSize([1_000, 600]);
    camera.go({ x: 4_000, y: 3_000, zoom: 1 });
    vi.advanceTimersByTime(50);
    camera.set({ x: 10, y: 20, zoom: 1 });
    camera.setSize([800, 600]);
    vi.advanceTimersByTime(500);
    expect(middleOf(camera.view())).toEqual([510, 320]);
  });
});
