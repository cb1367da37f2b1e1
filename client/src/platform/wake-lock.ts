import { reportFault } from './report-fault.ts';

/** Keeps the screen from going dark until it is called off; browsers let go of it with a hidden page, so it is taken again when the page is shown. */
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
  // Where it is not known or not allowed, as with an empty battery, the screen goes dark as it would anyway.
  const tryToTake = () => void take().catch(reportFault('wake-lock', 'NotAllowedError'));
  tryToTake();
  document.addEventListener('visibilitychange', tryToTake);
  return () => {
    isHeld = false;
    document.removeEventListener('visibilitychange', tryToTake);
    lock?.release().catch(reportFault('wake-lock'));
  };
}
