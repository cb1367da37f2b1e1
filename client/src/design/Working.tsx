import { Button } from '@mantine/core';
import type { Progress } from '../platform/http.ts';
import { Meter } from './Meter.tsx';
import { useText } from './texts.ts';
import styles from './Working.module.css';

type Props = {
  title: string;
  text: string;
  /** Null while nothing is known of it. */
  progress: Progress | null;
  onCancel(): void;
};

/** What the server is computing, how far it is, and the way to stop it. */
export function Working({ title, text, progress, onCancel }: Props) {
  const common = useText();
  return (
    <div className={styles.working} role="status">
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.quiet}>{text}</p>
      </div>
      <Meter value={progress ? progress.done / Math.max(1, progress.total) : 0} />
      <div>
        <Button variant="default" onClick={onCancel}>
          {common('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
