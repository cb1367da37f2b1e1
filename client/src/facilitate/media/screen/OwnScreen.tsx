import { Button } from '@mantine/core';
import IconScreenShare from '@tabler/icons-react/dist/esm/icons/IconScreenShare.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useText } from '../texts.ts';
import styles from './OwnScreen.module.css';

/** Says that everybody sees this person's screen. The screen is not shown here: it would contain itself. */
export function OwnScreen({ onStop }: { onStop(): void }) {
  const text = useText();
  return (
    <section className={styles.card}>
      <Icon of={IconScreenShare} size={40} />
      <h2>{text('media.screen.own')}</h2>
      <p className={styles.words}>{text('media.screen.own.text')}</p>
      <Button variant="default" onClick={onStop}>
        {text('media.screen.stop')}
      </Button>
    </section>
  );
}
