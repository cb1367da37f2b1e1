import { background } from '../platform/background.ts';
import { type DialoguePorts, type HeldDialogues, leaseTime } from './held-dialogues.ts';
import type { Running } from './live-dialogue.ts';

/** How long (ms) an unused dialogue stays in memory. */
const idleTime = 10 * 60_000;

/** Renews the leases of what is used and gives back the others, again and again; returns how to stop. */
export function keepLeases({ store, clock, logger }: DialoguePorts, { live, unload, lose }: HeldDialogues): () => void {
  async function keep(): Promise<void> {
    // Steps of the system's clock are taken over only when nobody waits for an instant that was set before.
    if (![...live.values()].some(running => running.deadline() !== null)) clock.follow();
    for (const [dialogue, running] of [...live]) {
      // What one dialogue throws here leaves the others their leases.
      await background(logger, keepOne(dialogue, running), 'keeping a lease failed', { dialogue });
    }
  }

  async function keepOne(dialogue: string, { entry, lease, effects, usedAt, deadline }: Running): Promise<void> {
    const isUsed = entry.publisher.connections() > 0 || effects.waiting() > 0 || deadline() !== null;
    if (!isUsed && clock.monotonic() - usedAt > idleTime) return unload(dialogue);
    if (await store.dialogues.renew(lease, clock.now(), leaseTime)) return;
    await entry.runner.close();
    lose(dialogue);
  }

  let cancel = () => {};
  const watch = () => {
    cancel = clock.at(clock.now() + leaseTime / 3, () => void keep().finally(watch));
  };
  watch();
  return () => cancel();
}
