import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { deviceClock } from '../../platform/clock.ts';
import { openMediaLine } from '../../platform/media-line.ts';
import { followPage } from '../../platform/page-events.ts';
import { tabId } from '../../platform/tab-id.ts';
import { holdScreenAwake } from '../../platform/wake-lock.ts';
import { capture, captureDisplay } from './capture.ts';
import { recallDevices, recallLine, rememberDevice, rememberLine } from './device-choice.ts';
import { loudspeaker } from './loudspeaker.ts';
import { type MediaClient, openMediaClient } from './media-client.ts';
import type { Media } from './media-state.ts';

/** Voice and picture of the session on the screen; the same for every component that asks. Ends with the last of them. */
export function useMedia(): Media {
  const shared = sharedBy(useDialogue());
  const { client } = shared;
  const room = useMe().place?.room;
  useEffect(() => hold(shared), [shared]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the occasion, not an input.
  useEffect(() => client.seated(), [client, room]);
  const { store, seated: _, ...actions } = client;
  const view = useStore(store);
  const isMeeting = view.status === 'on' || view.status === 'reconnecting';
  useEffect(() => (isMeeting ? holdScreenAwake() : undefined), [isMeeting]);
  return { ...view, ...actions };
}

/** Connects to the media server of a session ahead of the seat in it; nothing is sent or received before that. Returns how to let go. */
export function prepareMedia(dialogue: Dialogue, session: string): () => void {
  void loadDevice().catch(() => undefined);
  const shared = sharedBy(dialogue);
  shared.client.join(session);
  return hold(shared);
}

type Shared = { client: MediaClient; users: number };

/** Keeps the connection for one more user; it ends when the last lets go. */
function hold(shared: Shared): () => void {
  shared.users += 1;
  return () => {
    shared.users -= 1;
    if (shared.users === 0) shared.client.leave();
  };
}

async function loadDevice() {
  const { Device } = await import('mediasoup-client');
  return Device.factory();
}

const clients = new WeakMap<Dialogue, Shared>();

function sharedBy(dialogue: Dialogue): Shared {
  const known = clients.get(dialogue);
  if (known) return known;
  const client = openMediaClient({
    openLine: heard => openMediaLine(dialogue.id, heard),
    loadDevice,
    device: tabId,
    clock: deviceClock,
    capture,
    captureDisplay,
    followPage,
    recallLine: () => ({ chosen: recallLine(), devices: recallDevices() }),
    rememberLine,
    rememberDevice(kind, id) {
      rememberDevice(kind, id);
      if (kind === 'speaker') loudspeaker.setState({ id });
    },
  });
  const fresh = { client, users: 0 };
  clients.set(dialogue, fresh);
  return fresh;
}
