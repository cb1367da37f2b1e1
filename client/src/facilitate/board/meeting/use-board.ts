import { useEffect, useState } from 'react';
import type { OpenDocument } from '../../../documents/document.ts';
import { type Board, openBoard } from '../scene/open-board.ts';

/** A document as a board, for as long as it is shown; null for a moment while it is opened. */
export function useBoard(document: OpenDocument | null): Board | null {
  const [board, setBoard] = useState<Board | null>(null);
  useEffect(() => {
    if (!document) return;
    const opened = openBoard(document.doc);
    setBoard(opened);
    return () => {
      setBoard(null);
      opened.close();
    };
  }, [document]);
  return board?.doc === document?.doc ? board : null;
}
