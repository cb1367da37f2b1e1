import { afterEach, describe, expect, test, vi } from 'vitest';
import { followSpace } from './push-to-talk.ts';

const talk = vi.fn();
const stop = () => {
  document.body.replaceChildren();
  talk.mockClear();
};
afterEach(stop);

const press = (on: Element, type: 'keydown' | 'keyup', init: KeyboardEventInit = {}) =>
  on.dispatchEvent(new KeyboardEvent(type, { key: ' ', bubbles: true, cancelable: true, ...init }));

describe('the space bar', () => {
  test('opens the microphone once while it is held, however often it repeats', () => {
    const end = followSpace(talk);
    press(document.body, 'keydown');
    press(document.body, 'keydown', { repeat: true });
    press(document.body, 'keyup');
    expect(talk.mock.calls).toEqual([[true], [false]]);
    end();
    expect(talk).toHaveBeenCalledTimes(2);
  });

  test.each(['<textarea></textarea>', '<button></button>', '<div contenteditable="true"></div>', '<a href="/"></a>'])(
    'means something else in %s',
    markup => {
      document.body.innerHTML = markup;
      const end = followSpace(talk);
      press(document.body.firstElementChild ?? document.body, 'keydown');
      end();
      expect(talk).not.toHaveBeenCalled();
    },
  );

  test('closes the microphone when the window loses the keyboard or the room is left', () => {
    const end = followSpace(talk);
    press(document.body, 'keydown');
    window.dispatchEvent(new Event('blur'));
    expect(talk).toHaveBeenLastCalledWith(false);
    press(document.body, 'keydown');
    end();
    expect(talk.mock.calls).toEqual([[true], [false], [true], [false]]);
  });

  test('leaves shortcuts of the browser alone', () => {
    const end = followSpace(talk);
    press(document.body, 'keydown', { ctrlKey: true });
    end();
    expect(talk).not.toHaveBeenCalled();
  });
});
