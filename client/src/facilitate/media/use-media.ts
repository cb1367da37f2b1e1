import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { deviceClock } from '../../platform/clock.ts';
import { connectionTo } from '../../platform/connection.ts';
import { followPage } from '../../platform/page-events.ts';
import { reportFault } from '../../platform/report-fault.ts';
import { openSignallingSocket } from '../../platform/signalling-socket.ts';
import { tabId } from '../../platform/tab-id.ts';
import { holdScreenAwake } from '../../platform/wake-lock.ts';
import { type ClientLifetime, openClientLifetime } from './client-lifetime.ts';
import { recallDevices, recallQuality, rememberDevice, rememberQuality } from './devices/device-choice.ts';
import { capture, captureDisplay } from './local/capture.ts';
import { type MediaClient, openMediaClient } from './media-client.ts';
import type { Media } from './media-state.ts';
import { audioOutput } from './receiving/audio-output.ts';

/** Voice and picture of the session on the screen; the same for every component that asks. Ends with the last of them. */
export function useMedia(): Media {
  const { client, holding } = sharedBy(useDialogue());
  const room = useMe().place?.room;
  // In the turn in which the last of them goes from the screen, nothing may arrive any more.
  useLayoutEffect(() => holding.use(), [holding]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the occasion, not an input.
  useEffect(() => client.roomChanged(), [client, room]);
  const { store, roomChanged: _, ...actions } = client;
  const view = useStore(store);
  const isMeeting = view.status === 'on' || view.status === 'reconnecting';
  useEffect(() => (isMeeting ? holdScreenAwake() : undefined), [isMeeting]);
  return { ...view, ...actions };
}

/** Connects to the media server of a session ahead of the seat in it; nothing is sent or received before that. Returns how to let go. */
export function prepareMedia(dialogue: Dialogue, session: string): () => void {
  void loadDevice().catch(reportFault('media-device'));
  return sharedBy(dialogue).holding.prepare(session);
}

type Shared = { client: MediaClient; holding: ClientLifetime };

async function loadDevice() {
  const { createDevice } = await import('./connection/mediasoup-device.ts');
  return createDevice();
}

const clients = new WeakMap<Dialogue, Shared>();

function sharedBy(dialogue: Dialogue): Shared {
  const known = clients.get(dialogue);
  if (known) return known;
  const client = openMediaClient({
    openSocket: heard => openSignallingSocket(connectionTo(dialogue.id), dialogue.id, heard),
    loadDevice,
    device: tabId,
    clock: deviceClock,
    capture,
    captureDisplay,
    followPage,
    recallQuality: () => ({ chosen: recallQuality(), devices: recallDevices() }),
    rememberQuality,
    rememberDevice(kind, id) {
      rememberDevice(kind, id);
      if (kind === 'speaker') audioOutput.setState({ id });
    },
  });
  const fresh = { client, holding: openClientLifetime(client) };
  clients.set(dialogue, fresh);
  return fresh;
}
