import { useEffect, useRef } from 'react';
import styles from './VideoTrack.module.css';

/** Draws one picture; one's own is mirrored, as people know themselves. */
export function VideoTrack({ track, isMirrored = false }: { track: MediaStreamTrack; isMirrored?: boolean }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);
  return <video ref={video} className={styles.video} data-mirrored={isMirrored} autoPlay playsInline muted />;
}
