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

/** Whether a space bar that goes down here opens the microphone: nowhere where it means something else. */
function opensMicrophone({ key, ctrlKey, altKey, metaKey, defaultPrevented, target }: KeyboardEvent): boolean {
  if (key !== ' ' || ctrlKey || altKey || metaKey || defaultPrevented) return false;
  return !(target instanceof Element && target.closest(takesSpace));
}

/** Tells when the space bar goes down for a word and up after it, or the page is left meanwhile; until called off. */
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
      // A held key repeats itself, and each time the page would scroll.
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
