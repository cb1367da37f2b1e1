import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { openMediaLine } from '../../platform/media-line.ts';
import { capture } from './capture.ts';
import { type MediaClient, openMediaClient } from './media-client.ts';
import type { Media } from './media-state.ts';

/** Voice and picture of the session on the screen; the same for every component that asks. Ends with the last of them. */
export function useMedia(): Media {
  const shared = sharedBy(useDialogue());
  const { client } = shared;
  const room = useMe().place?.room;
  useEffect(() => {
    shared.users += 1;
    return () => {
      shared.users -= 1;
      if (shared.users === 0) shared.client.leave();
    };
  }, [shared]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the occasion, not an input.
  useEffect(() => client.seated(), [client, room]);
  const { store, seated, ...actions } = client;
  return { ...useStore(store), ...actions };
}

type Shared = { client: MediaClient; users: number };

const clients = new WeakMap<Dialogue, Shared>();

function sharedBy(dialogue: Dialogue): Shared {
  const known = clients.get(dialogue);
  if (known) return known;
  const client = openMediaClient({
    openLine: heard => openMediaLine(dialogue.id, heard),
    async loadDevice() {
      const { Device } = await import('mediasoup-client');
      return Device.factory();
    },
    capture,
    delay: ms => new Promise(resolve => setTimeout(resolve, ms)),
  });
  const fresh = { client, users: 0 };
  clients.set(dialogue, fresh);
  return fresh;
}
