import type { Node } from '@tiptap/pm/model';
import { useState } from 'react';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Note } from '../../../design/Note.tsx';
import { Skeleton } from '../../../design/Skeleton.tsx';
import { Back } from './Back.tsx';
import { KeepVersion } from './KeepVersion.tsx';
import styles from './NoteHistory.module.css';
import { OneVersion } from './OneVersion.tsx';
import { useText } from './texts.ts';
import { useKeeping } from './use-keeping.ts';
import { useVersions, type VersionedDocument } from './use-versions.ts';
import { VersionList } from './VersionList.tsx';

type Props = {
  document: VersionedDocument;
  access: 'write' | 'read';
  onBack(): void;
  /** Puts an older text in the place of what is there now; called once that is kept as a version. */
  onRestore(note: Node): void;
};

/** The versions of a note: what was there, who wrote it, what has changed since, and the way back to it. */
export function NoteHistory({ document, access, onBack, onRestore }: Props) {
  const text = useText();
  const { versions, keep } = useVersions(document);
  const { keepNamed, restore } = useKeeping(keep, onRestore);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = typeof versions === 'string' ? null : versions.find(({ version }) => version === chosen);
  if (shown)
    return (
      <section className={styles.history} aria-label={text('history.title')}>
        <OneVersion
          document={document}
          version={shown}
          onBack={() => setChosen(null)}
          onRestore={access === 'write' ? note => restore(shown, note) : null}
        />
      </section>
    );
  return (
    <section className={styles.history} aria-label={text('history.title')}>
      <Back label={text('history.back')} onBack={onBack} />
      <div className={styles.list}>
        <h2 className={styles.title}>{text('history.title')}</h2>
        {access === 'write' && <KeepVersion onKeep={keepNamed} />}
        {versions === 'loading' && <Skeleton label={text('history.loading')} rows={4} />}
        {versions === 'failed' && <Note tone="danger">{text('history.failed')}</Note>}
        {typeof versions !== 'string' && versions.length === 0 && (
          <EmptyState title={text('history.empty')} text={text('history.empty.how')} />
        )}
        {typeof versions !== 'string' && <VersionList versions={versions} onChoose={setChosen} />}
      </div>
    </section>
  );
}
