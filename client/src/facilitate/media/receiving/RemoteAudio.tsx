import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { reportFault } from '../../../platform/report-fault.ts';
import { recallDevice } from '../devices/device-choice.ts';
import type { Media } from '../media-state.ts';
import { audioOutput } from './audio-output.ts';
import { roomVolume } from './voices.ts';

/** Plays the audio of the others and of their screens on the chosen audio output, and quietly while another voice goes before it. */
export function RemoteAudio({ streams }: { streams: Media['streams'] }) {
  const { id } = useStore(audioOutput);
  // It may have been chosen in the device check before the meeting.
  useEffect(() => audioOutput.setState({ id: recallDevice('speaker') }), []);
  const room = roomVolume(streams);
  return [...streams].flatMap(([person, { audio, audioWay, screenAudio }]) => [
    audio && <AudioTrack key={person} track={audio} speaker={id} volume={audioWay === 'room' ? room : 1} />,
    screenAudio && <AudioTrack key={`${person} screen`} track={screenAudio} speaker={id} volume={room} />,
  ]);
}

function AudioTrack({ track, speaker, volume }: { track: MediaStreamTrack; speaker: string; volume: number }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = new MediaStream([track]);
    const stopTrying = playSoon(element);
    return () => {
      stopTrying();
      element.srcObject = null;
    };
  }, [track]);
  useEffect(() => {
    if (audio.current) audio.current.volume = volume;
  }, [volume]);
  useEffect(() => {
    // Without the chosen loudspeaker the browser takes its default.
    if (audio.current && 'setSinkId' in audio.current)
      audio.current.setSinkId(speaker).catch(reportFault('speaker', 'NotFoundError', 'AbortError'));
  }, [speaker]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions yet.
  return <audio ref={audio} autoPlay />;
}

const gestures = ['pointerdown', 'keydown'] as const;

/** Plays now, or with the next user gesture where the browser waits for one; returns how to stop trying. */
function playSoon(element: HTMLMediaElement): () => void {
  const over = new AbortController();
  const play = () => {
    element.play().then(
      () => over.abort(),
      // Browsers wait for a gesture, and a replaced track aborts the play that was beginning.
      reportFault('sound', 'NotAllowedError', 'AbortError'),
    );
  };
  for (const gesture of gestures) addEventListener(gesture, play, { signal: over.signal });
  play();
  return () => over.abort();
}
