import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { closeWord } from '../platform/texts.ts';
import styles from './toasts.module.css';

const undoTime = 10_000;

/** Tells what was removed and offers it back for ten seconds. */
export function offerUndo({ message, undo, label }: { message: string; undo(): void; label: string }): void {
  const id = notifications.show({
    autoClose: undoTime,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeWord() },
    message: (
      <div className={styles.toast}>
        <span className={styles.message}>{message}</span>
        <Button
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {label}
        </Button>
      </div>
    ),
  });
}

/**
 * A short word that something went well, or not. What went well has no button, so that the pointer reaches what
 * lies beneath: it would otherwise cover what is pressed next, and stay as long as the pointer rests on it.
 */
export function tell(message: string, tone: 'good' | 'danger' = 'good'): void {
  notifications.show(
    tone === 'good'
      ? {
          autoClose: 4_000,
          withBorder: true,
          withCloseButton: false,
          message: <span className={styles.message}>{message}</span>,
        }
      : {
          autoClose: 10_000,
          withBorder: true,
          closeButtonProps: { 'aria-label': closeWord() },
          message: <span className={styles.danger}>{message}</span>,
        },
  );
}
