import { useEffect, useState } from 'react';

/** The secret behind the `#` of a personal link; it leaves the address bar at once, so that no screenshot or shared screen shows it. */
export function useTokenOnce(): string {
  const [token] = useState(() => location.hash.slice(1));
  useEffect(() => {
    if (location.hash) history.replaceState(history.state, '', location.pathname + location.search);
  }, []);
  return token;
}
