import type { Node } from '@tiptap/pm/model';
import { useCallback, useState } from 'react';
import type { VersionProps } from '../../../documents/history/History.tsx';
import { useVersion, type VersionedDocument } from '../../../documents/history/use-versions.ts';
import { useVersionTitle, VersionFrame } from '../../../documents/history/VersionFrame.tsx';
import styles from './OneVersion.module.css';
import { readVersion } from './read-version.ts';
import { useText } from './texts.ts';
import { type Shown, VersionText } from './VersionText.tsx';

type Props = VersionProps & {
  document: VersionedDocument;
  /** Puts an older text in the place of what is there now. */
  onRestore(note: Node): void;
};

/** A version of a note: its text, who wrote it, what has changed since. */
export function OneVersion({ document, version, onBack, restore, onRestore }: Props) {
  const text = useText();
  const read = useVersion(
    version.version,
    useCallback((asked: string) => readVersion(document, asked), [document]),
  );
  const [shown, setShown] = useState<Shown>('text');
  const note = typeof read === 'string' ? null : read.note;
  const title = useVersionTitle(version);
  return (
    <VersionFrame
      version={version}
      status={typeof read === 'string' ? read : 'here'}
      onBack={onBack}
      onRestore={note && restore && (() => void restore(() => onRestore(note)))}
      choices={
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
      }
    >
      {typeof read !== 'string' && (
        <div className={styles.note}>
          <VersionText of={read} shown={shown} label={title} />
        </div>
      )}
    </VersionFrame>
  );
}
