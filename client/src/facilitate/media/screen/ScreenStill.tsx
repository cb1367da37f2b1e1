import { Button } from '@mantine/core';
import IconPhoto from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs';
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useMoments } from '../../../platform/moments.ts';
import { useText } from '../texts.ts';
import styles from './OwnScreen.module.css';
import { ScreenViewer } from './ScreenViewer.tsx';
import { useScreenStill } from './use-screen-still.ts';

/** Somebody's shared screen for who takes part by text: a picture of it when they ask for one, with its time. */
export function ScreenStill({ name, person }: { name: string; person: string }) {
  const text = useText();
  const moments = useMoments();
  const { still, step, ask } = useScreenStill(person);
  const words = step === 'failed' ? text('media.screen.still.failed') : text('media.screen.still.text');
  if (!still)
    return (
      <section className={styles.card} aria-label={text('media.screen.of', { name })}>
        <Icon of={IconPhoto} size={40} />
        <h2>{text('media.screen.shared', { name })}</h2>
        <p className={styles.words} role="status">
          {step === 'asked' ? text('media.screen.still.coming') : words}
        </p>
        <Button loading={step === 'asked'} onClick={ask}>
          {text('media.screen.still')}
        </Button>
      </section>
    );
  return (
    <ScreenViewer name={name} shows={{ kind: 'still', picture: still.picture }}>
      <Button
        size="xs"
        variant="default"
        loading={step === 'asked'}
        leftSection={<Icon of={IconRefresh} size={18} />}
        aria-label={text('media.screen.still.refresh')}
        onClick={ask}
      >
        <span role="status">
          {step === 'failed'
            ? text('media.screen.still.failed')
            : text('media.screen.still.at', { time: moments.time(still.at) })}
        </span>
      </Button>
    </ScreenViewer>
  );
}
