const takesSpace = [
  'a[href]',
  'button',
  'input',
  'label',
  'select',
  'summary',
  'textarea',
  'video[controls]',
  '[contenteditable]:not([contenteditable="false"])',
  '[role="button"]',
  '[role="checkbox"]',
  '[role="dialog"]',
  '[role="menu"]',
  '[role="option"]',
  '[role="radio"]',
  '[role="tab"]',
].join(',');

/** Whether this press of the space bar opens the microphone: not where the key means something else. */
function opensMicrophone({ key, ctrlKey, altKey, metaKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (key !== ' ' || ctrlKey || altKey || metaKey || defaultPrevented) return false;
  return !(target instanceof Element && target.closest(takesSpace));
}

/** Calls back when the space bar is pressed to talk, and when it is released or the page is left; returns how to stop. */
export function followSpace(talk: (isHeld: boolean) => void): () => void {
  let isHeld = false;
  const over = new AbortController();
  const { signal } = over;
  const hold = (held: boolean) => {
    if (held === isHeld) return;
    isHeld = held;
    talk(held);
  };
  document.addEventListener(
    'keydown',
    event => {
      if (!opensMicrophone(event)) return;
      // A held key repeats, and the page would scroll each time.
      event.preventDefault();
      if (!event.repeat) hold(true);
    },
    { signal },
  );
  document.addEventListener('keyup', event => event.key === ' ' && hold(false), { signal });
  document.addEventListener('visibilitychange', () => document.hidden && hold(false), { signal });
  addEventListener('blur', () => hold(false), { signal });
  return () => {
    over.abort();
    hold(false);
  };
}
