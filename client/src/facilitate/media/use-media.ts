import type { SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
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
import { recallDevices, recallQuality, rememberDevice, rememberQuality, takesPartBy } from './devices/device-choice.ts';
import { capture, captureDisplay } from './local/capture.ts';
import { type MediaClient, openMediaClient } from './media-client.ts';
import type { MediaActions, MediaView, OwnMedia } from './media-state.ts';
import { audioOutput } from './receiving/audio-output.ts';

/** Keeps the media of the dialogue joined while a session is on the screen; used by one component around all that shows them. */
export function useMediaLifetime(): void {
  const { client, lifetime } = sharedBy(useDialogue());
  const room = useMe().place?.room;
  // A layout effect, because nothing may arrive any more when the component is unmounted.
  useLayoutEffect(() => lifetime.use(), [lifetime]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the room is the occasion, not an input.
  useEffect(() => client.roomChanged(), [client, room]);
  const isMeeting = useMediaState(({ status }) => status === 'on' || status === 'reconnecting');
  useEffect(() => (isMeeting ? holdScreenAwake() : undefined), [isMeeting]);
}

/** A part of the state of voice and video; only another part renders again. What the selector makes each time is compared one level deep. */
export function useMediaState<Part>(select: (state: MediaView) => Part): Part {
  return useStore(sharedBy(useDialogue()).client.store, useShallow(select));
}

/** What can be done with voice and video; always the same object. */
export function useMediaActions(): MediaActions {
  return sharedBy(useDialogue()).client;
}

/** Whether somebody is heard now; a change of others renders nothing again. */
export const useIsSpeaking = (person: string): boolean =>
  useMediaState(({ activeSpeakers }) => activeSpeakers.includes(person));

/** Who speaks and has spoken in each room of the session, where this person is a host; null before it has come. */
export function useSpeechOverview(): SpeechOverview | null {
  const { followSpeech } = useMediaActions();
  useEffect(() => followSpeech(), [followSpeech]);
  return useMediaState(({ speech }) => speech);
}

/** This person's own devices and screen, and what can be done with them. */
export function useOwnMedia(): OwnMedia {
  const actions = useMediaActions();
  const state = useMediaState(({ status, microphone, camera, screen }) => ({ status, microphone, camera, screen }));
  return { ...actions, ...state };
}

/** Connects to the media server of a session ahead of the seat in it; nothing is sent or received before that. Returns how to let go. */
export function prepareMedia(dialogue: Dialogue, session: string): () => void {
  background(loadDevice(), 'media-device', 'UnsupportedError');
  return sharedBy(dialogue).lifetime.prepare(session);
}

/** The media of a dialogue as it is now, for the development panel; does not keep it joined. */
export const mediaStoreOf = (dialogue: Dialogue): MediaClient['store'] => sharedBy(dialogue).client.store;

type Shared = { client: MediaClient; lifetime: ClientLifetime };

/** Loads the code that speaks with the media server. */
export async function loadDevice() {
  const { createDevice } = await import('./connection/mediasoup-device.ts');
  return createDevice();
}

/** Joins by what was chosen on this device before. */
const byChoice = ({ join, leave }: MediaClient): Pick<MediaClient, 'join' | 'leave'> => ({
  join: session => join(session, takesPartBy(recallDevices())),
  leave,
});

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
    recallQuality,
    rememberQuality,
    rememberDevice(kind, id) {
      rememberDevice(kind, id);
      if (kind === 'speaker') audioOutput.setState({ id });
    },
  });
  const fresh = { client, lifetime: openClientLifetime(byChoice(client)) };
  clients.set(dialogue, fresh);
  return fresh;
}
