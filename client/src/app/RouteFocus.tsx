import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** After a step to another page the view and the focus are at its beginning, as they would be after a load. */
export function RouteFocus() {
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    scrollTo(0, 0);
    // The new page may still be on its way when the address has changed.
    const frame = requestAnimationFrame(() => document.getElementById('content')?.focus({ preventScroll: true }));
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return null;
}
