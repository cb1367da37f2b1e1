/** How long to wait before each further try, in ms, while there is a network. */
const pauses = [1_000, 2_000, 4_000, 8_000];

/** Stylesheets that did not arrive: whatever asks for one of them later believes that it is here. */
const failedSheets = new Set<HTMLLinkElement>();

document.addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') failedSheets.add(target);
  },
  // The event does not bubble.
  { capture: true },
);

/**
 * Loads a part of the client, again after each failure: at once when the network is back, else after 1, 2, 4 and 8 s.
 * Without a network it waits for as long as that takes; with one, the last failure is thrown.
 */
export async function triedAgain<Part>(load: () => Promise<Part>): Promise<Part> {
  // What failed before belongs to another part: this one may share it, and does not fail with it.
  const earlier = new Set(addressesOf(failedSheets));
  for (let tries = 0; ; ) {
    try {
      const [own, others] = divided(failedSheets, earlier);
      await Promise.all([...own.map(loadSheet), Promise.allSettled(others.map(loadSheet))]);
      return await load();
    } catch (error) {
      const pause = pauses[tries];
      const isCutOff = !navigator.onLine;
      if (!isCutOff && pause === undefined) throw error;
      await nextChance(pause ?? 0);
      if (!isCutOff) tries += 1;
    }
  }
}

const addressesOf = (links: Iterable<HTMLLinkElement>): string[] => [...links].map(({ href }) => href);

function divided(links: Iterable<HTMLLinkElement>, others: ReadonlySet<string>) {
  const isOther = ({ href }: HTMLLinkElement) => others.has(href);
  return [[...links].filter(link => !isOther(link)), [...links].filter(isOther)] as const;
}

/** Puts a new link in the place of one that failed, since a link loads once. */
function loadSheet(failed: HTMLLinkElement): Promise<void> {
  failedSheets.delete(failed);
  const link = failed.cloneNode() as HTMLLinkElement;
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`no stylesheet at ${link.href}`)));
    failed.replaceWith(link);
  });
}

/** Resolves when the network comes back, or after a pause in ms unless there is none then. */
function nextChance(pause: number): Promise<void> {
  return new Promise(resolve => {
    const over = new AbortController();
    const go = () => {
      if (!navigator.onLine) return;
      over.abort();
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, pause);
    addEventListener('online', go, { signal: over.signal });
  });
}
