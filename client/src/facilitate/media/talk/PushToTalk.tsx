import { useEffect, useState } from 'react';
import { useListedShortcut } from '../../../design/shortcuts.ts';
import type { Media } from '../media-state.ts';
import { useText } from '../texts.ts';
import styles from './PushToTalk.module.css';
import { followSpace } from './push-to-talk.ts';

/** Listens to the space bar, and says that the microphone is open while it is held. */
export function PushToTalk({ talk }: { talk: Media['talk'] }) {
  const text = useText();
  const [isHeld, setHeld] = useState(false);
  useListedShortcut('Space', text('media.talk'));
  useEffect(
    () =>
      followSpace(held => {
        setHeld(held);
        talk(held);
      }),
    [talk],
  );
  return (
    <p className={styles.place} role="status">
      {isHeld && <span className={styles.hint}>{text('media.talking')}</span>}
    </p>
  );
}
