import { useEffect, useRef } from 'react';
import { Avatar } from '../../../design/Avatar.tsx';
import { followAudioLevel } from './audio-level.ts';
import type { DeviceChoice } from './device-choice.ts';
import styles from './PreviewTile.module.css';
import { useText } from './texts.ts';
import type { Preview } from './use-preview.ts';

type Props = { person: string; name: string; choice: DeviceChoice | null; preview: Preview };

/** What the others will see and hear of this person. */
export function PreviewTile({ person, name, choice, preview: { status, stream } }: Props) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const level = useRef<HTMLSpanElement>(null);
  const hasPicture = choice === 'camera' && stream !== null;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream;
  }, [stream]);
  useEffect(
    () =>
      stream
        ? followAudioLevel(stream, value => level.current?.style.setProperty('--level', String(value)))
        : undefined,
    [stream],
  );
  return (
    <div className={styles.wrap}>
      <div className={styles.tile}>
        {hasPicture ? (
          <video ref={video} className={styles.mirror} autoPlay playsInline muted aria-label={text('devices.mirror')} />
        ) : (
          <Avatar id={person} name={name} size={112} />
        )}
        <span className={styles.name} dir="auto">
          {name}
        </span>
      </div>
      {status === 'asking' && <p className={styles.quiet}>{text('devices.asking')}</p>}
      {stream && (
        <div className={styles.sound}>
          <span className={styles.quiet}>{text('devices.speak')}</span>
          <span className={styles.level} ref={level} aria-hidden="true" />
        </div>
      )}
    </div>
  );
}
