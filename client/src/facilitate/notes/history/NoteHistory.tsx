import type { Node } from '@tiptap/pm/model';
import { History } from '../../../documents/history/History.tsx';
import type { VersionedDocument } from '../../../documents/history/use-versions.ts';
import { OneVersion } from './OneVersion.tsx';
import { useText } from './texts.ts';

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
  return (
    <History document={document} access={access} back={text('history.back')} onBack={onBack}>
      {props => <OneVersion {...props} document={document} onRestore={onRestore} />}
    </History>
  );
}
