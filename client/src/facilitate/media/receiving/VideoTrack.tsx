import { useEffect, useRef } from 'react';
import styles from './VideoTrack.module.css';

type Props = {
  track: MediaStreamTrack;
  /** A person's own camera is mirrored, as they know themselves. */
  isMirrored?: boolean;
  /** A camera fills its tile; nothing of a screen may be cropped. */
  fit?: 'cover' | 'contain';
};

/** Shows a video track while it is in the viewport: decoding costs more than anything else. */
export function VideoTrack({ track, isMirrored = false, fit = 'cover' }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    const stream = new MediaStream([track]);
    element.srcObject = stream;
    const seen = follow(element, isInSight => {
      const next = isInSight ? stream : null;
      if (element.srcObject !== next) element.srcObject = next;
    });
    return () => {
      seen();
      element.srcObject = null;
    };
  }, [track]);
  return (
    <video ref={video} className={styles.video} data-mirrored={isMirrored} data-fit={fit} autoPlay playsInline muted />
  );
}

function follow(element: Element, tell: (isInSight: boolean) => void): () => void {
  if (typeof IntersectionObserver === 'undefined') return () => {};
  const observer = new IntersectionObserver(entries => {
    const last = entries.at(-1);
    if (last) tell(last.isIntersecting);
  });
  observer.observe(element);
  return () => observer.disconnect();
}
