// @vitest-environment happy-dom
import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { encloses } from '@multaqa/shared/facilitate/board/scene/geometry';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deskWith, idOf, note } from '../desk.samples.ts';
import { followArrivals } from './follow-arrivals.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ada's empty board; `comes` is what Ben puts there, far away from where she looks. */
function adaLooks() {
  const { desk, doc } = deskWith({});
  const surface = document.createElement('div');
  followArrivals(desk, surface);
  const sees = () => {
    vi.advanceTimersByTime(500);
    const all = desk.index.everything();
    return all !== null && encloses(desk.view(), all);
  };
  const comes = (letter: string, x: number, y: number) =>
    doc.transact(() => void addThing(doc, idOf(letter), note(x, y)));
  return { desk, surface, sees, comes };
}

describe('who has opened an empty board', () => {
  test('sees what comes, wherever that is, also on a smaller screen; what comes within sight moves nothing', () => {
    const { desk, sees, comes } = adaLooks();
    comes('a', 5_000, -3_000);
    expect(sees()).toBe(true);
    const before = desk.camera.now();
    comes('b', 5_100, -2_900);
    expect(sees()).toBe(true);
    expect(desk.camera.now()).toEqual(before);
    desk.camera.setSize([360, 500]);
    comes('c', -2_000, 0);
    expect(sees()).toBe(true);
  });

  test.each(['pointerdown', 'wheel', 'keydown'])('is not led on after %s of their own', name => {
    const { surface, sees, comes } = adaLooks();
    comes('a', 5_000, -3_000);
    expect(sees()).toBe(true);
    surface.dispatchEvent(new Event(name));
    comes('b', -5_000, 3_000);
    expect(sees()).toBe(false);
  });

  test('is not led on when they take a tool, or when somebody brings the view elsewhere', () => {
    const tool = adaLooks();
    tool.desk.ui.setState({ tool: 'note' });
    tool.comes('a', 5_000, 5_000);
    expect(tool.sees()).toBe(false);
    const gathered = adaLooks();
    gathered.desk.camera.show([-900, -900, 200, 200]);
    gathered.comes('a', 5_000, 5_000);
    expect(gathered.sees()).toBe(false);
  });
});
