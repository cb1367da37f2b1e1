import IconCloudOff from '@tabler/icons-react/dist/esm/icons/IconCloudOff.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { useEffect, useState } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useConnection, useOutbox } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './ConnectionBanner.module.css';
import { useText } from './texts.ts';

/** A blink is nobody's business; after that people want to know, and later since when. In ms. */
const quietFor = 2_000;
const hopefulFor = 20_000;

/** Nothing while connected; amber while coming back; red with time and number when it takes long. */
export function ConnectionBanner() {
  const text = useText();
  const moments = useMoments();
  const dialogue = useDialogue();
  const { status, since } = useConnection();
  const waiting = useOutbox(items => items.filter(({ state }) => state === 'waiting').length);
  const mood = useMood(status, since);
  if (mood === 'quiet') return null;
  const isLost = mood === 'lost';
  return (
    <div className={`${styles.banner} ${isLost ? styles.lost : styles.hopeful}`} role="status">
      <Icon of={isLost ? IconCloudOff : IconRefresh} size={20} />
      <span>
        {isLost ? text('connection.lost', { time: moments.time(since) }) : text('connection.hopeful')}
        {isLost && waiting > 0 && ` ${text('connection.waiting', { count: waiting })}`}
      </span>
      {isLost && (
        <button type="button" className={styles.button} onClick={dialogue.wake}>
          {text('common.try-again')}
        </button>
      )}
    </div>
  );
}

function useMood(status: 'on' | 'off', since: number): 'quiet' | 'hopeful' | 'lost' {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (status === 'on') return;
    const wakes = [quietFor, hopefulFor].map(wait => setTimeout(() => setNow(Date.now()), since + wait - Date.now()));
    return () => wakes.forEach(clearTimeout);
  }, [status, since]);
  if (status === 'on' || now - since < quietFor) return 'quiet';
  return now - since < hopefulFor ? 'hopeful' : 'lost';
}
