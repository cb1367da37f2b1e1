/** What happens to a page: it is shown or hidden, or its network or its devices may have changed. */
export type PageEvent = 'shown' | 'hidden' | 'network' | 'devices';

type Connection = EventTarget & { type?: string };

/** Calls back with each event, and at once when the page is hidden; returns how to stop. */
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
      // The event also comes with every new estimate of the speed, which is no change of the network.
      if (connection.type === type) return;
      type = connection.type;
      if (type !== 'none') tell('network');
    },
    { signal },
  );
  navigator.mediaDevices?.addEventListener('devicechange', () => tell('devices'), { signal });
  return () => over.abort();
}
