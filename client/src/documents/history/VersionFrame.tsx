import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { useMoments } from '../../platform/moments.ts';
import { Back } from './Back.tsx';
import styles from './History.module.css';
import type { VersionProps } from './History.tsx';
import { useText } from './texts.ts';

type Props = Pick<VersionProps, 'version' | 'onBack'> & {
  /** Whether what the version has is here. */
  status: 'loading' | 'failed' | 'here';
  /** Called when restoring is confirmed; null where there is nothing to restore, or nobody who may. */
  onRestore: (() => void) | null;
  /** Below the title, such as what is to be shown of it. */
  choices?: ReactNode;
  children: ReactNode;
};

/** What a version is called. */
export function useVersionTitle({ title, kind }: VersionProps['version']): string {
  const text = useText();
  return title ?? text(`history.kind.${kind}`);
}

/** One version: when and why it was kept, what is in it, and the step back to it. */
export function VersionFrame({ version, status, onBack, onRestore, choices, children }: Props) {
  const text = useText();
  const { day, time } = useMoments();
  const [isAsking, setAsking] = useState(false);
  const title = useVersionTitle(version);
  return (
    <>
      <Back label={text('history.all')} onBack={onBack}>
        {status === 'here' && onRestore && <Button onClick={() => setAsking(true)}>{text('history.go-back')}</Button>}
      </Back>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label={title}>
        <header className={styles.head}>
          <h2 className={styles.title} dir="auto">
            {title}
          </h2>
          <p className={styles.quiet}>
            {day(version.writtenAt)}, {time(version.writtenAt)}
          </p>
          {choices}
        </header>
        {status === 'loading' && <Skeleton label={text('history.loading')} rows={4} />}
        {status === 'failed' && <Note tone="danger">{text('history.failed')}</Note>}
        {children}
      </section>
      {status === 'here' && onRestore && (
        <ConfirmDialog
          isOpen={isAsking}
          title={text('history.restore.ask')}
          body={text('history.restore.means')}
          confirm={text('history.restore')}
          onConfirm={onRestore}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
