import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { useEffect, useRef } from 'react';
import type { KeeperProps } from '../../dialogue/room-feature.ts';
import { useDocument, useSync } from '../../documents/use-document.ts';
import { outcomeOf } from './outcome-of.ts';

/** Writes an outcome at the end of a room's notes, as one block that is there whole; draws nothing. */
export function KeepOutcome({ room, ...kept }: KeeperProps) {
  const document = useDocument('notes', room);
  return document && <Keeping document={document} {...kept} />;
}

type Keeping = Omit<KeeperProps, 'room'> & { document: NonNullable<ReturnType<typeof useDocument>> };

function Keeping({ document, outcome, kind, title, lines, onDone }: Keeping) {
  const { hasArrived, refusal, access, save } = useSync(document);
  const isWritten = useRef(false);
  useEffect(() => {
    if (refusal || (hasArrived && access !== 'write')) return onDone(false);
    if (!hasArrived) return;
    if (!isWritten.current) {
      isWritten.current = true;
      const text = document.doc.getXmlFragment(textName);
      document.doc.transact(() => text.insert(text.length, [outcomeOf({ outcome, kind, title, lines })]));
      return;
    }
    if (save === 'saved') onDone(true);
  }, [document, hasArrived, refusal, access, save, outcome, kind, title, lines, onDone]);
  return null;
}
