import { Button } from '@mantine/core';
import IconActivity from '@tabler/icons-react/dist/esm/icons/IconActivity.mjs';
import { Suspense, useState } from 'react';
import { Icon } from '../../../design/Icon.tsx';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import styles from './NetworkTest.module.css';
import { useText } from './texts.ts';

const NetworkTrial = lazyWithTexts(async () => (await import('./NetworkTrial.tsx')).NetworkTrial);

/** A button that tests the network; the test is loaded only then. */
export function NetworkCheck({ dialogue }: { dialogue: string }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.check} aria-label={text('network.title')}>
      <div>
        <h2 className={styles.title}>{text('network.title')}</h2>
        <p className={styles.quiet}>{text('network.lead')}</p>
      </div>
      {isOpen ? (
        <Suspense>
          <NetworkTrial dialogue={dialogue} />
        </Suspense>
      ) : (
        <Button variant="default" leftSection={<Icon of={IconActivity} size={20} />} onClick={() => setOpen(true)}>
          {text('network.start')}
        </Button>
      )}
    </section>
  );
}
