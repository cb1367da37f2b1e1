import { useMediaState } from '../../facilitate/media/use-media.ts';

/** The camera picture of somebody while there is one; null otherwise. */
export function usePersonVideo(person: string, isMe: boolean): MediaStreamTrack | null {
  return useMediaState(({ localVideo, streams }) => {
    if (isMe) return localVideo;
    const stream = streams.get(person);
    return stream && !stream.videoPaused ? (stream.video ?? null) : null;
  });
}
