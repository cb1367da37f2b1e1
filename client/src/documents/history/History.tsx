import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Note } from '../../design/Note.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { Back } from './Back.tsx';
import styles from './History.module.css';
import { KeepVersion } from './KeepVersion.tsx';
import { useText } from './texts.ts';
import { useKeeping } from './use-keeping.ts';
import { useVersions, type VersionedDocument } from './use-versions.ts';
import { VersionList } from './VersionList.tsx';

/** What one version is shown with. */
export type VersionProps = {
  version: ListedVersion;
  onBack(): void;
  /** Puts what the version has in the place of what is there now, once that is kept; null for those who may not write. */
  restore: ((put: () => void) => Promise<void>) | null;
};

type Props = {
  document: VersionedDocument;
  access: 'write' | 'read';
  /** The way back, in words. */
  back: string;
  onBack(): void;
  /** Draws one version. */
  children(props: VersionProps): ReactNode;
};

/** The versions of a document: how one is kept, what was there, and the way back to it. */
export function History({ document, access, back, onBack, children }: Props) {
  const text = useText();
  const { versions, keep } = useVersions(document);
  const { keepNamed, restore } = useKeeping(keep);
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = typeof versions === 'string' ? null : versions.find(({ version }) => version === chosen);
  return (
    <section className={styles.history} aria-label={text('history.title')}>
      {shown ? (
        children({
          version: shown,
          onBack: () => setChosen(null),
          restore: access === 'write' ? put => restore(shown, put) : null,
        })
      ) : (
        <>
          <Back label={back} onBack={onBack} />
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
        </>
      )}
    </section>
  );
}
