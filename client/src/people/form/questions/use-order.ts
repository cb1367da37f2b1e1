import { useLayoutEffect, useRef } from 'react';
import { announce } from '../../../design/announce.ts';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

type Ordered = 'needs' | 'fields';

/** Moves an entry of a list up or down; the button that was pressed keeps the focus wherever its row goes. */
export function useOrder(list: Ordered): {
  move(id: string, by: -1 | 1, name: string): void;
  /** What the button of a row takes, so that it is found again. */
  buttonOf(id: string, by: -1 | 1): { id: string };
} {
  const text = useText();
  const send = useCommand();
  const form = useView(view => view.form);
  const entries = form[list];
  const pressed = useRef<string | null>(null);
  const idOf = (id: string, by: -1 | 1) => `${list}-${id}-${by < 0 ? 'up' : 'down'}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a list in another order moves its rows.
  useLayoutEffect(() => {
    if (pressed.current === null) return;
    const button = document.getElementById(pressed.current);
    const other = document.getElementById(pressed.current.replace(/up$|down$/, end => (end === 'up' ? 'down' : 'up')));
    (button?.matches(':disabled') ? other : button)?.focus();
    pressed.current = null;
  }, [entries]);
  return {
    buttonOf: (id, by) => ({ id: idOf(id, by) }),
    move(id, by, name) {
      const ids = entries.map(one => one.id);
      const at = ids.indexOf(id);
      const other = ids[at + by];
      if (at < 0 || other === undefined) return;
      pressed.current = idOf(id, by);
      const moved = ids.map(one => (one === id ? other : one === other ? id : one));
      const orders = { needs: form.needs.map(one => one.id), fields: form.fields.map(one => one.id), [list]: moved };
      void send('form.order', orders);
      announce(text('questions.moved', { name, number: at + by + 1, count: ids.length }));
    },
  };
}
