import { reportFault } from './report-fault.ts';

/** Keeps the screen awake; returns how to stop. Browsers release the lock of a hidden page, so it is taken again when the page is shown. */
export function holdScreenAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let isHeld = true;
  const has = () => lock !== null && !lock.released;
  const take = async () => {
    if (!isHeld || document.visibilityState !== 'visible' || has() || !('wakeLock' in navigator)) return;
    const taken = await navigator.wakeLock.request('screen');
    if (isHeld && !has()) lock = taken;
    else await taken.release();
  };
  // Where it is not allowed, for example with a low battery, the screen goes dark as usual.
  const tryToTake = () => void take().catch(reportFault('wake-lock', 'NotAllowedError'));
  tryToTake();
  document.addEventListener('visibilitychange', tryToTake);
  return () => {
    isHeld = false;
    document.removeEventListener('visibilitychange', tryToTake);
    lock?.release().catch(reportFault('wake-lock'));
  };
}
