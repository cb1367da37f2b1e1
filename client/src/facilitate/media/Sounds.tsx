import { useEffect, useRef } from 'react';
import type { Media } from './media-state.ts';

/** Plays what the others say. */
export function Sounds({ streams }: { streams: Media['streams'] }) {
  return [...streams].map(([person, { audio }]) => audio && <Sound key={person} track={audio} />);
}

function Sound({ track }: { track: MediaStreamTrack }) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    if (!audio.current) return;
    audio.current.srcObject = new MediaStream([track]);
    // A browser that waits for a touch plays with the next one.
    audio.current.play().catch(() => undefined);
  }, [track]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions yet.
  return <audio ref={audio} autoPlay />;
}
