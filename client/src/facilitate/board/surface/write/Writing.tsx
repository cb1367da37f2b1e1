import { difference, textOf, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import type { Bounds } from '@multaqa/shared/facilitate/board/scene/geometry';
import { frameHead } from '@multaqa/shared/facilitate/board/scene/hit';
import type { WrittenThing } from '@multaqa/shared/facilitate/board/scene/thing';
import { limits } from '@multaqa/shared/limits';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { Desk } from '../desk.ts';
import { useText } from '../texts.ts';
import { useDesk } from '../use-desk.ts';
import { endWriting } from './end-writing.ts';
import { nextNote } from './next-note.ts';
import { caretAfter, mergeTyped } from './typed.ts';
import styles from './Writing.module.css';

type Props = { thing: WrittenThing; className: string | undefined; style: Record<string, string> };

/** The field in a thing that is being written in. It is as large as its words, runs as its letters do, and keeps its caret while others write. */
export function Writing({ thing, className = '', style }: Props) {
  const desk = useDesk();
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const { id } = thing;
  useLayoutEffect(() => (field.current ? keepInStep(desk, id, field.current) : undefined), [desk, id]);
  useEffect(() => (field.current ? keepInSight(desk, id, field.current) : undefined), [desk, id]);
  return (
    <div className={`${className} ${styles.grow}`} style={style} data-own="">
      <textarea
        ref={field}
        className={styles.field}
        dir="auto"
        rows={1}
        maxLength={limits.boardTextLength}
        aria-label={text(`surface.write.${thing.kind}`)}
        placeholder={text('surface.write.hint')}
        onKeyDown={event => pressKey(desk, id, event)}
        onBlur={() => endWriting(desk, id)}
      />
    </div>
  );
}

/** Keeps a field and the text of a thing in step, letters that are being composed aside. Returns how to stop. */
function keepInStep(desk: Desk, id: string, field: HTMLTextAreaElement): () => void {
  const { board } = desk;
  const grow = field.parentElement;
  const now = () => textOf(board.doc, id)?.toString() ?? '';
  let base = now();
  let isComposing = false;
  const show = (next: string) => {
    if (field.value !== next) {
      const [from, to] = [
        caretAfter(field.value, next, field.selectionStart),
        caretAfter(field.value, next, field.selectionEnd),
      ];
      field.value = next;
      field.setSelectionRange(from, to, field.selectionDirection);
    }
    if (grow) grow.dataset.words = field.value;
  };
  const type = () => {
    if (grow) grow.dataset.words = field.value;
    if (isComposing) return;
    const next = mergeTyped(base, field.value, now());
    base = next;
    if (difference(now(), next).gone + difference(now(), next).come.length > 0)
      board.edit(doc => writeThing(doc, id, next), `write ${id}`);
    show(next);
  };
  const compose = (event: Event) => {
    isComposing = event.type === 'compositionstart';
    if (!isComposing) type();
  };
  const undo = (event: InputEvent) => {
    if (!event.inputType.startsWith('history')) return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') board.undo();
    else board.redo();
  };
  show(base);
  field.focus({ preventScroll: true });
  field.setSelectionRange(field.value.length, field.value.length);
  const ends = [
    board.subscribe(touched => {
      if (!touched.has(id) || isComposing) return;
      base = now();
      show(base);
    }),
  ];
  const listeners = { input: type, compositionstart: compose, compositionend: compose, beforeinput: undo };
  for (const [name, act] of Object.entries(listeners)) field.addEventListener(name, act as EventListener);
  return () => {
    for (const end of ends) end();
    for (const [name, act] of Object.entries(listeners)) field.removeEventListener(name, act as EventListener);
  };
}

/** Below this zoom one comes nearer to write, in pixels for a unit of the board. */
const legible = 0.6;

/** Brings what is written in into sight, and near enough to be read. */
function comeNear({ camera, index, board }: Desk, id: string): void {
  const whole = index.boundsOf(id);
  if (!whole) return;
  // Of a frame its name is written, which is above it.
  const isFrame = board.scene().get(id)?.kind === 'frame';
  const bounds: Bounds = isFrame ? [whole[0], whole[1] - frameHead, Math.min(whole[2], 300), frameHead] : whole;
  const { zoom } = camera.now();
  const isTooLarge = bounds[3] * zoom > camera.size()[1];
  if (zoom < legible || isTooLarge) camera.show(bounds, { margin: 12, most: 1 });
  else camera.reveal(bounds, 16);
}

/** Keeps the field in sight where a keyboard takes a part of the page, or covers it. */
function keepInSight(desk: Desk, id: string, field: HTMLElement): () => void {
  const screen = window.visualViewport;
  const resize = new ResizeObserver(() => comeNear(desk, id));
  if (desk.root.now) resize.observe(desk.root.now);
  const lift = () => {
    const hidden =
      field.getBoundingClientRect().bottom + 24 - (screen ? screen.height + screen.offsetTop : innerHeight);
    if (hidden > 0) desk.camera.push([0, -hidden]);
  };
  screen?.addEventListener('resize', lift);
  return () => {
    resize.disconnect();
    screen?.removeEventListener('resize', lift);
  };
}

/** Escape leaves, Tab goes on in a new note beside; everything else is the field's. */
function pressKey(desk: Desk, id: string, event: KeyboardEvent<HTMLTextAreaElement>): void {
  event.stopPropagation();
  if (event.nativeEvent.isComposing) return;
  const act = actFor(desk, id, event);
  if (!act) return;
  event.preventDefault();
  act();
}

function actFor(desk: Desk, id: string, event: KeyboardEvent<HTMLTextAreaElement>): (() => void) | null {
  const { key, code, shiftKey } = event;
  const hasControl = event.ctrlKey || event.metaKey;
  if (key === 'Escape' || (key === 'Enter' && hasControl)) return () => leave(desk, id);
  if (hasControl && code === 'KeyZ') return shiftKey ? desk.board.redo : desk.board.undo;
  if (hasControl && code === 'KeyY') return desk.board.redo;
  if (key !== 'Tab' || shiftKey || desk.board.scene().get(id)?.kind !== 'note') return null;
  const isToTheLeft = event.currentTarget.ownerDocument.dir === 'rtl';
  return () => nextNote(desk, id, isToTheLeft);
}

/** Leaves the field; the focus stays on the thing. Until that has it the board does: a second Escape is never the room's. */
function leave(desk: Desk, id: string): void {
  endWriting(desk, id);
  desk.root.now?.focus({ preventScroll: true });
  desk.ui.setState({ focused: desk.board.scene().has(id) ? id : null });
}
