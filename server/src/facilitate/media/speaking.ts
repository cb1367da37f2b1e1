import type { AudioLevelObserver, Producer, Router } from 'mediasoup/types';

/** Averages over this time (ms) tell speech from a cough, and this loudness (dBvo) a voice from a room. */
const listening = { interval: 300, threshold: -55, maxEntries: 50 };

/** Hears who speaks in a session. */
export type Speaking = { add(producer: Producer): Promise<void> };

/** Calls `heard` with the producers that are loud, the loudest first, at most every 300 ms. */
export async function listenTo(router: Router, heard: (loud: readonly Producer[]) => void): Promise<Speaking> {
  const observer: AudioLevelObserver = await router.createAudioLevelObserver(listening);
  observer.on('volumes', volumes => heard(volumes.map(({ producer }) => producer)));
  observer.on('silence', () => heard([]));
  return {
    async add(producer) {
      try {
        await observer.addProducer({ producerId: producer.id });
      } catch (error) {
        if (!producer.closed) throw error;
      }
    },
  };
}
