import { Button, SegmentedControl } from '@mantine/core';
import type { ListedVersion } from '@multaqa/shared/documents/wire';
import type { Node } from '@tiptap/pm/model';
import { useState } from 'react';
import { ConfirmDialog } from '../../../design/ConfirmDialog.tsx';
import { Note } from '../../../design/Note.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useMoments } from '../../../platform/moments.ts';
import styles from './NoteHistory.module.css';
import { useText } from './texts.ts';
import { useVersion, type VersionedDocument } from './use-versions.ts';
import { type Shown, VersionText } from './VersionText.tsx';

type Props = {
  document: VersionedDocument;
  version: ListedVersion;
  /** Null for those who may not write. */
  onRestore: ((note: Node) => Promise<void>) | null;
};

/** One version: its text, who wrote it, what has changed since, and the step back to it. */
export function OneVersion({ document, version, onRestore }: Props) {
  const text = useText();
  const { day, time } = useMoments();
  const read = useVersion(document, version.version);
  const [shown, setShown] = useState<Shown>('text');
  const [isAsking, setAsking] = useState(false);
  const when = `${day(version.writtenAt)}, ${time(version.writtenAt)}`;
  const title = version.title ?? text(`history.kind.${version.kind}`);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title} dir="auto">
          {title}
        </h2>
        <p className={styles.quiet}>{when}</p>
        <SegmentedControl
          fullWidth
          aria-label={text('history.show')}
          value={shown}
          onChange={value => setShown(value as Shown)}
          data={(['text', 'authors', 'changes'] as const).map(value => ({
            value,
            label: text(`history.show.${value}`),
          }))}
        />
      </header>
      {read === 'loading' && <Skeleton label={text('history.loading')} rows={4} />}
      {read === 'failed' && <Note tone="danger">{text('history.failed')}</Note>}
      {typeof read !== 'string' && (
        <>
          <VersionText of={read} shown={shown} label={title} />
          {onRestore && (
            <div className={styles.foot}>
              <Button onClick={() => setAsking(true)}>{text('history.restore')}</Button>
            </div>
          )}
          <ConfirmDialog
            isOpen={isAsking}
            title={text('history.restore.ask')}
            body={text('history.restore.means')}
            confirm={text('history.restore')}
            onConfirm={() => void onRestore?.(read.note)}
            onClose={() => setAsking(false)}
          />
        </>
      )}
    </>
  );
}
