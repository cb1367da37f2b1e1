import { useEffect, useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import type { Dialogue } from '../../dialogue/dialogue.ts';
import { useMe } from '../../dialogue/use-dialogue.ts';
import { deviceClock } from '../../platform/clock.ts';
import { connectionTo } from '../../platform/connection.ts';
import { followPage } from '../../platform/page-events.ts';
import { background } from '../../platform/report-fault.ts';
import { openSignallingSocket } from '../../platform/signalling-socket.ts';
import { tabId } from '../../platform/tab-id.ts';
import { holdScreenAwake } from '../../platform/wake-lock.ts';
import { type ClientLifetime, openClientLifetime } from './client-lifetime.ts';
import { recallDevices, recallQuality, rememberDevice, rememberQuality } from './devices/device-choice.ts';
import { capture, captureDisplay } from './local/capture.ts';
import { type MediaClient, openMediaClient } from './media-client.ts';
import type { Media, MediaView } from './media-state.ts';
import { audioOutput } from './receiving/audio-output.ts';

/** The media of the session on the screen, the same for every component that uses it. It ends with the last of them. */
export function useMedia(): Media {
  const { client, lifetime } = sharedBy(useDialogue());
  const room = useMe().place?.room;
  // A layout effect, because nothing may arrive any more when the last component is unmounted.
  useLayoutEffect(() => lifetime.use(), [lifetime]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the occasion, not an input.
  useEffect(() => client.roomChanged(), [client, room]);
  const { store, roomChanged: _, ...actions } = client;
  const view = useStore(store);
  const isMeeting = view.status === 'on' || view.status === 'reconnecting';
  useEffect(() => (isMeeting ? holdScreenAwake() : undefined), [isMeeting]);
  return { ...view, ...actions };
}

/** A part of the state of voice and video, for components that are many. What the selector makes each time is compared one level deep. */
export function useMediaState<Part>(select: (state: MediaView) => Part): Part {
  return useStore(sharedBy(useDialogue()).client.store, useShallow(select));
}

/** Connects to the media server of a session ahead of the seat in it; nothing is sent or received before that. Returns how to let go. */
export function prepareMedia(dialogue: Dialogue, session: string): () => void {
  background(loadDevice(), 'media-device', 'UnsupportedError');
  return sharedBy(dialogue).lifetime.prepare(session);
}

/** The media of a dialogue as it is now, for the development panel; does not keep it joined. */
export const mediaStoreOf = (dialogue: Dialogue): MediaClient['store'] => sharedBy(dialogue).client.store;

type Shared = { client: MediaClient; lifetime: ClientLifetime };

async function loadDevice() {
  const { createDevice } = await import('./connection/mediasoup-device.ts');
  return createDevice();
}

const clients = new WeakMap<Dialogue, Shared>();

function sharedBy(dialogue: Dialogue): Shared {
  const known = clients.get(dialogue);
  if (known) return known;
  const client = openMediaClient({
    openSocket: handlers => openSignallingSocket(connectionTo(dialogue.id), dialogue.id, handlers),
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
  const fresh = { client, lifetime: openClientLifetime(client) };
  clients.set(dialogue, fresh);
  return fresh;
}
