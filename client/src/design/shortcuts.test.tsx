import { act, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useEscape, useShortcut, useShortcuts } from './shortcuts.ts';

const opened = vi.fn();
const closed = vi.fn();
let leave: () => void;

function Room() {
  useShortcut('c', 'Chat', opened);
  useEscape(closed);
  return <textarea />;
}

function Pin({ onUnpin }: { onUnpin(): void }) {
  useEscape(onUnpin);
  return null;
}

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  opened.mockClear();
  closed.mockClear();
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  act(() =>
    root.render(
      <StrictMode>
        <Room />
      </StrictMode>,
    ),
  );
  leave = () => {
    act(() => root.unmount());
    document.body.replaceChildren();
  };
});
afterEach(() => leave());

const press = (init: KeyboardEventInit, on: EventTarget = document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init }));

describe('a shortcut', () => {
  test('works in either case and on an Arabic keyboard', () => {
    press({ key: 'c', code: 'KeyC' });
    press({ key: 'C', code: 'KeyC', shiftKey: true });
    press({ key: 'ؤ', code: 'KeyC' });
    expect(opened).toHaveBeenCalledTimes(3);
  });

  test('is only a letter while somebody types, and leaves the browser its own', () => {
    press({ key: 'c', code: 'KeyC' }, document.querySelector('textarea') ?? document.body);
    press({ key: 'c', code: 'KeyC', ctrlKey: true });
    press({ key: 'x', code: 'KeyX' });
    expect(opened).not.toHaveBeenCalled();
  });

  test('is listed once, as long as it works', () => {
    expect(useShortcuts.getState().shortcuts).toEqual([{ key: 'c', label: 'Chat' }]);
    leave();
    expect(useShortcuts.getState().shortcuts).toEqual([]);
  });
});

describe('Escape', () => {
  test('closes what is on top, and nothing below a dialog', () => {
    press({ key: 'Escape' });
    expect(closed).toHaveBeenCalledTimes(1);
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog"></div>');
    press({ key: 'Escape' });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('that closes a menu closes nothing below it, even when the menu goes at once', () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="menu"></div>');
    const menu = document.querySelector('[role="menu"]') ?? document.body;
    menu.addEventListener('keydown', () => menu.remove());
    press({ key: 'Escape' }, menu);
    expect(closed).not.toHaveBeenCalled();
    press({ key: 'Escape' });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  test('closes what was opened last, one thing with each press', () => {
    const unpinned = vi.fn();
    const pin = createRoot(document.body.appendChild(document.createElement('div')));
    act(() => pin.render(<Pin onUnpin={unpinned} />));
    press({ key: 'Escape' });
    expect([unpinned.mock.calls.length, closed.mock.calls.length]).toEqual([1, 0]);
    act(() => pin.unmount());
    press({ key: 'Escape' });
    expect([unpinned.mock.calls.length, closed.mock.calls.length]).toEqual([1, 1]);
  });
});
