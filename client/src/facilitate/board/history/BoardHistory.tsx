import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { History } from '../../../documents/history/History.tsx';
import type { VersionedDocument } from '../../../documents/history/use-versions.ts';
import { BoardVersion } from './BoardVersion.tsx';
import { useText } from './texts.ts';

type Props = {
  document: VersionedDocument;
  access: 'write' | 'read';
  onBack(): void;
  /** Makes the board what it was; called once what it is now is kept as a version. */
  onRestore(older: Scene): void;
};

/** The versions of a board: what was on it, what has changed since, and the way back to it. */
export function BoardHistory({ document, access, onBack, onRestore }: Props) {
  const text = useText();
  return (
    <History document={document} access={access} back={text('board.history.back')} onBack={onBack}>
      {props => <BoardVersion {...props} document={document} onRestore={onRestore} />}
    </History>
  );
}
