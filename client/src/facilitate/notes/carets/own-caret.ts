import { limits } from '@multaqa/shared/limits';
import type { Awareness } from 'y-protocols/awareness';

/**
 * The awareness as the library's carets use it. They tell the own caret again with every change of somebody else's, also where
 * it has not moved: with twenty people who write, each letter would be answered by nineteen messages. Here it is told
 * when it moves, at most once in a tick, and the last place always.
 */
export function withOwnCaret(awareness: Awareness) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told = 0;
  let waiting: { field: string; value: unknown } | null = null;
  const tell = () => {
    timer = undefined;
    if (!waiting || !awareness.getLocalState()) return;
    told = Date.now();
    awareness.setLocalStateField(waiting.field, waiting.value);
    waiting = null;
  };
  return {
    on: awareness.on.bind(awareness),
    off: awareness.off.bind(awareness),
    getStates: () => awareness.getStates(),
    getLocalState: () =>
      waiting ? { ...awareness.getLocalState(), [waiting.field]: waiting.value } : awareness.getLocalState(),
    setLocalStateField(field: string, value: unknown) {
      const before = waiting ? waiting.value : awareness.getLocalState()?.[field];
      if (JSON.stringify(before ?? null) === JSON.stringify(value ?? null)) return;
      waiting = { field, value };
      // A caret that goes is told at once: nobody may be left to do it later.
      if (value === null) {
        clearTimeout(timer);
        tell();
      } else timer ??= setTimeout(tell, Math.max(0, told + limits.caretTick - Date.now()));
    },
  };
}
