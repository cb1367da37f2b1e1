import type { KeyboardEvent, RefObject } from 'react';
import { announce } from '../../../../design/announce.ts';
import { offerUndo } from '../../../../design/toasts.tsx';
import { useText } from '../texts.ts';
import { useDesk } from '../use-desk.ts';
import { type Act, actFor } from './acts.ts';
import { goThrough, keepChosen } from './go-through.ts';

/** The keys of a board while the focus is in it. Those of the room rest meanwhile. */
export function useBoardKeys(space: RefObject<boolean>) {
  const desk = useDesk();
  const text = useText();
  const press = (event: KeyboardEvent<HTMLElement>): ReturnType<Act> | 'passes' => {
    if (event.key === ' ') {
      space.current = true;
      desk.root.now?.toggleAttribute('data-space', true);
      return null;
    }
    if (event.key !== 'Tab') {
      const act = actFor(event);
      return act ? act(desk) : 'passes';
    }
    const isToTheLeft = event.currentTarget.ownerDocument.dir === 'rtl';
    return goThrough(desk, event.shiftKey ? -1 : 1, isToTheLeft) ? null : 'passes';
  };
  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.nativeEvent.isComposing || (event.target as Element).closest('[data-own]')) return;
      desk.root.now?.toggleAttribute('data-by-pointer', false);
      const said = press(event);
      // Letters are the board's own, also those that mean nothing here: somebody may just begin to write.
      if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
      if (said === 'passes') return;
      event.preventDefault();
      event.stopPropagation();
      if (!said) return;
      const message = text(said.key, said.values);
      announce(message);
      if (said.undo) offerUndo({ message, undo: said.undo, label: text('common.undo') });
    },
    onKeyUp(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== ' ' || !space.current) return;
      space.current = false;
      desk.root.now?.toggleAttribute('data-space', false);
      // Who has pushed the board with a pointer meanwhile has the focus on the board itself.
      const became = keepChosen(desk);
      if (became) announce(text(`surface.${became}`));
    },
    onBlur() {
      space.current = false;
      desk.root.now?.toggleAttribute('data-space', false);
    },
  };
}
