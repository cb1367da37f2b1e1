import type { Point } from '@multaqa/shared/facilitate/board/scene/geometry';
import { useEffect, useRef } from 'react';
import type { TransferDesk } from './target.ts';
import type { Transfer } from './use-transfer.tsx';

const fields =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="dialog"], [role="menu"]';

/** Whether the clipboard is the board's now: nothing is being written, and the focus is on the board, or nowhere with the pointer over the board. */
function isBoards({ pointer }: TransferDesk, root: HTMLElement, focus: Element | null): boolean {
  if (focus === null || focus === document.body) return pointer.now !== null;
  return root.contains(focus) && !focus.closest(fields);
}

/** Listens to the clipboard and to what is dropped for as long as the board is shown. */
export function useClipboard(desk: TransferDesk, transfer: Transfer): void {
  const newest = useRef(transfer);
  useEffect(() => {
    newest.current = transfer;
  });
  useEffect(() => {
    const { now: root } = desk.root;
    if (!root) return;
    const whenBoards = (act: (transfer: Transfer, event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
      if (isBoards(desk, root, document.activeElement)) act(newest.current, event);
    };
    const copy = whenBoards((one, event) => one.copy(event));
    const cut = whenBoards((one, event) => one.cut(event));
    const paste = whenBoards((one, event) => one.paste(event));
    const over = (event: DragEvent) => event.preventDefault();
    const drop = (event: DragEvent) => newest.current.drop(event, placeOf(desk, root, event));
    const page = { copy, cut, paste } as const;
    for (const [kind, listener] of Object.entries(page)) document.addEventListener(kind, listener as EventListener);
    root.addEventListener('dragover', over);
    root.addEventListener('drop', drop);
    return () => {
      for (const [kind, listener] of Object.entries(page))
        document.removeEventListener(kind, listener as EventListener);
      root.removeEventListener('dragover', over);
      root.removeEventListener('drop', drop);
    };
  }, [desk]);
}

/** Where on the board something was dropped. */
function placeOf(desk: TransferDesk, root: HTMLElement, { clientX, clientY }: DragEvent): Point {
  const box = root.getBoundingClientRect();
  const [left, top, width, height] = desk.view();
  return [
    left + ((clientX - box.left) / Math.max(1, box.width)) * width,
    top + ((clientY - box.top) / Math.max(1, box.height)) * height,
  ];
}
