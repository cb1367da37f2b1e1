import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { announce } from '../../../design/announce.ts';
import { tell } from '../../../design/toasts.tsx';
import type { OpenDocument } from '../../../documents/document.ts';
import type { Board } from '../scene/open-board.ts';
import styles from './BoardSurface.module.css';
import { ChosenBar } from './chosen/ChosenBar.tsx';
import { type Desk, openDesk } from './desk.ts';
import { Others } from './others/Others.tsx';
import type { FarMarks, SurfaceParts } from './parts.ts';
import { useText } from './texts.ts';
import { Elsewhere } from './tools/Elsewhere.tsx';
import { Minimap } from './tools/Minimap.tsx';
import { Toolbar } from './tools/Toolbar.tsx';
import { ZoomBar } from './tools/ZoomBar.tsx';
import { DeskContext, useUi } from './use-desk.ts';
import { StillLayer } from './view/StillLayer.tsx';
import { Viewport } from './view/Viewport.tsx';

export type SurfaceProps = {
  board: Board;
  /** With whom one works on it; null where nobody else is, such as a board of an older state. */
  document: Pick<OpenDocument, 'name' | 'awareness'> | null;
  access: 'write' | 'read';
  /** What hosts keep from being changed, as far as that holds for this person. */
  locked?: ReadonlySet<ThingId>;
  /** Boards that are drawn under and above this one, with the same camera; nobody touches them. */
  behind?: Board | null;
  above?: Board | null;
  parts?: SurfaceParts;
  /** What is painted at things from afar, where `Mark` is too small. */
  farMarks?: FarMarks;
  /** Called with the desk when it is there, and with null when it is gone. */
  onDesk?(desk: Desk | null): void;
};

const nothing: ReadonlySet<ThingId> = new Set();

/** A board as people see it and work on it. */
export function BoardSurface({ board, access, locked = nothing, onDesk, ...rest }: SurfaceProps) {
  const [desk, setDesk] = useState<Desk | null>(null);
  useEffect(() => {
    const opened = openDesk(board);
    setDesk(opened);
    return () => {
      setDesk(null);
      opened.close();
    };
  }, [board]);
  const text = useText();
  useEffect(() => {
    if (desk?.setLocked(locked)) tell(text('surface.locked'), 'danger');
  }, [desk, locked, text]);
  useEffect(() => desk?.setAccess(access), [desk, access]);
  useEffect(() => {
    if (!desk) return;
    onDesk?.(desk);
    return () => onDesk?.(null);
  }, [desk, onDesk]);
  if (!desk) return <div className={styles.surface} />;
  return (
    <DeskContext value={desk}>
      <Surface desk={desk} {...rest} />
    </DeskContext>
  );
}

type Inner = Pick<SurfaceProps, 'document' | 'behind' | 'above' | 'parts' | 'farMarks'> & { desk: Desk };

function Surface({ desk, document, behind = null, above = null, parts = {}, farMarks }: Inner) {
  const { Mark = null, Actions, Entries, Tools = null, Empty } = parts;
  const isEmpty = useSyncExternalStore(desk.board.subscribe, () => desk.board.scene().size === 0);
  // Who has a tool in hand begins by themselves.
  const isBegun = useUi(({ tool }) => tool !== 'select');
  const under = useMemo(() => behind && <StillLayer board={behind} />, [behind]);
  const over = useMemo(() => above && <StillLayer board={above} />, [above]);
  return (
    <div className={styles.surface}>
      <Viewport name={document?.name ?? null} Mark={Mark} marks={farMarks ?? null} behind={under} above={over} />
      {document && <Others awareness={document.awareness} />}
      {isEmpty && !isBegun && Empty && <Empty desk={desk} />}
      <Elsewhere />
      <Minimap />
      <ZoomBar />
      <Toolbar Tools={Tools} />
      <ChosenBar {...(Actions && { Actions })} {...(Entries && { Entries })} />
      <FullWord />
    </div>
  );
}

/** Says that there was no room for something new. */
function FullWord() {
  const text = useText();
  const isFull = useUi(state => state.isFull);
  const words = text('surface.full');
  useEffect(() => {
    if (isFull) announce(words);
  }, [isFull, words]);
  return isFull ? <p className={styles.word}>{words}</p> : null;
}
