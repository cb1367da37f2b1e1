import { Button } from '@mantine/core';
import { Note } from '../../../design/Note.tsx';
import styles from './DeviceProblem.module.css';
import { useText } from './texts.ts';
import type { Preview } from './use-preview.ts';

/** Why the devices did not open, and what to do about it; nothing while they are open. */
export function DeviceProblem({ status, onRetry }: { status: Preview['status']; onRetry(): void }) {
  const text = useText();
  if (status !== 'denied' && status !== 'missing' && status !== 'busy') return null;
  // Browsers give no devices to a page that was loaded without TLS.
  const problem = window.isSecureContext ? status : 'insecure';
  return (
    <Note tone="warning">
      <div className={styles.problem} role="alert">
        <p>
          <strong>{text(`devices.problem.${problem}`)}</strong>
        </p>
        <p>{text(`devices.problem.${problem}.do`)}</p>
        {problem !== 'insecure' && (
          <Button variant="default" onClick={onRetry}>
            {text('common.try-again')}
          </Button>
        )}
      </div>
    </Note>
  );
}
