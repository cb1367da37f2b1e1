import { inReadingOrder } from '@multaqa/shared/facilitate/board/scene/reading';
import { type Difference, differenceOf } from '@multaqa/shared/facilitate/board/scene/restore';
import { readScene, type Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { isWritten } from '@multaqa/shared/facilitate/board/scene/thing';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { useCallback } from 'react';
import type { VersionProps } from '../../../documents/history/History.tsx';
import { type Asked, useVersion, type VersionedDocument } from '../../../documents/history/use-versions.ts';
import { VersionFrame } from '../../../documents/history/VersionFrame.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import { BoardDrawing } from './BoardDrawing.tsx';
import styles from './BoardVersion.module.css';
import { useText } from './texts.ts';

type Props = VersionProps & { document: VersionedDocument; onRestore(older: Scene): void };

/** A version of a board: what was on it, and how much has come, gone and changed since. */
export function BoardVersion({ document, version, onBack, restore, onRestore }: Props) {
  const text = useText();
  const read = useVersion(
    version.version,
    useCallback((asked: string) => readVersion(document, asked), [document]),
  );
  const found = typeof read === 'string' ? null : read;
  return (
    <VersionFrame
      version={version}
      status={typeof read === 'string' ? read : 'here'}
      onBack={onBack}
      onRestore={found && restore && (() => void restore(() => onRestore(found.scene)))}
    >
      {found && (
        <div className={styles.version}>
          <Since of={found.since} />
          {found.scene.size > 0 ? (
            <>
              <BoardDrawing scene={found.scene} title={text('board.history.picture')} />
              <InWords scene={found.scene} />
            </>
          ) : (
            <p className={styles.quiet}>{text('board.history.empty')}</p>
          )}
        </div>
      )}
    </VersionFrame>
  );
}

/** What was written, for those who do not see the picture. */
function InWords({ scene }: { scene: Scene }) {
  const text = useText();
  const { direction, language } = useLanguage();
  const written = inReadingOrder(scene, direction).flatMap(thing => {
    const words = isWritten(thing) ? thing.text || (thing.says && saidBy(thing.says, language)) : null;
    return words ? [{ id: thing.id, words }] : [];
  });
  return (
    <details className={styles.words}>
      <summary>{text('board.history.words')}</summary>
      <ul>
        {written.map(({ id, words }) => (
          <li key={id} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Since({ of: { added, removed, changed } }: { of: Difference }) {
  const text = useText();
  const counts = { added: added.length, removed: removed.length, changed: changed.length };
  const some = (['added', 'removed', 'changed'] as const).filter(kind => counts[kind] > 0);
  if (some.length === 0) return <p className={styles.quiet}>{text('board.history.same')}</p>;
  return (
    <ul className={styles.since}>
      {some.map(kind => (
        <li key={kind}>{text(`board.history.${kind}`, { count: counts[kind] })}</li>
      ))}
    </ul>
  );
}

async function readVersion(
  { doc, version }: VersionedDocument,
  asked: string,
): Promise<Asked<{ scene: Scene; since: Difference }>> {
  const found = await version(asked);
  if (!found) return 'failed';
  const scene = readScene(found);
  found.destroy();
  return { scene, since: differenceOf(scene, readScene(doc)) };
}
