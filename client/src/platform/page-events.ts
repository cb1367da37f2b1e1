/** What happens to a page from outside: it is shown again or hidden, its network or its devices may be others than before. */
export type PageEvent = 'shown' | 'hidden' | 'network' | 'devices';

type Connection = EventTarget & { type?: string };

/** Tells of each event until it is called off, and at once when nobody sees the page. */
export function followPage(tell: (event: PageEvent) => void): () => void {
  const over = new AbortController();
  const { signal } = over;
  const look = () => tell(document.visibilityState === 'visible' ? 'shown' : 'hidden');
  if (document.visibilityState === 'hidden') tell('hidden');
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener('pageshow', look, { signal });
  addEventListener('online', () => tell('network'), { signal });
  const { connection } = navigator as Navigator & { connection?: Connection };
  let type = connection?.type;
  connection?.addEventListener(
    'change',
    () => {
      // The event also comes with every new guess of the speed, which is no reason to look for another way.
      if (connection.type === type) return;
      type = connection.type;
      if (type !== 'none') tell('network');
    },
    { signal },
  );
  navigator.mediaDevices?.addEventListener('devicechange', () => tell('devices'), { signal });
  return () => over.abort();
}
