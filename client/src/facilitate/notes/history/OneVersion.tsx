import { Button } from '@mantine/core';
import type { ListedVersion } from '@multaqa/shared/documents/wire';
import type { Node } from '@tiptap/pm/model';
import { useState } from 'react';
import { ConfirmDialog } from '../../../design/ConfirmDialog.tsx';
import { Note } from '../../../design/Note.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { useMoments } from '../../../platform/moments.ts';
import { Back } from './Back.tsx';
import styles from './NoteHistory.module.css';
import { useText } from './texts.ts';
import { useVersion, type VersionedDocument } from './use-versions.ts';
import { type Shown, VersionText } from './VersionText.tsx';

type Props = {
  document: VersionedDocument;
  version: ListedVersion;
  onBack(): void;
  /** Null for those who may not write. */
  onRestore: ((note: Node) => Promise<void>) | null;
};

/** One version: its text, who wrote it, what has changed since, and the step back to it. */
export function OneVersion({ document, version, onBack, onRestore }: Props) {
  const text = useText();
  const { day, time } = useMoments();
  const read = useVersion(document, version.version);
  const [shown, setShown] = useState<Shown>('text');
  const [isAsking, setAsking] = useState(false);
  const note = typeof read === 'string' ? null : read.note;
  const when = `${day(version.writtenAt)}, ${time(version.writtenAt)}`;
  const title = version.title ?? text(`history.kind.${version.kind}`);
  return (
    <>
      <Back label={text('history.all')} onBack={onBack}>
        {note && onRestore && <Button onClick={() => setAsking(true)}>{text('history.go-back')}</Button>}
      </Back>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard. */}
      <section className={styles.scroller} tabIndex={0} aria-label={title}>
        <header className={styles.head}>
          <h2 className={styles.title} dir="auto">
            {title}
          </h2>
          <p className={styles.quiet}>{when}</p>
          <fieldset className={styles.choices} aria-label={text('history.show')}>
            {(['text', 'authors', 'changes'] as const).map(value => (
              <button
                key={value}
                type="button"
                className={styles.choice}
                aria-pressed={shown === value}
                onClick={() => setShown(value)}
              >
                {text(`history.show.${value}`)}
              </button>
            ))}
          </fieldset>
        </header>
        {read === 'loading' && <Skeleton label={text('history.loading')} rows={4} />}
        {read === 'failed' && <Note tone="danger">{text('history.failed')}</Note>}
        {typeof read !== 'string' && <VersionText of={read} shown={shown} label={title} />}
      </section>
      {note && onRestore && (
        <ConfirmDialog
          isOpen={isAsking}
          title={text('history.restore.ask')}
          body={text('history.restore.means')}
          confirm={text('history.restore')}
          onConfirm={() => void onRestore(note)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
