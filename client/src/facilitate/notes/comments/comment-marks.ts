import { Comment } from '@multaqa/shared/facilitate/notes/document/inline-nodes';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { createStore, type StoreApi } from 'zustand';
import { newId } from '../../../platform/ids.ts';
import styles from './comment-marks.module.css';

/** Which threads are open, and which one is looked at. `isListed`: the list of threads is on the screen. */
export type CommentsUi = {
  open: ReadonlySet<string>;
  active: string | null;
  isListed: boolean;
  /** Words are chosen, and somebody writes the first comment on them. */
  draft: { from: number; to: number } | null;
};
export type CommentsUiStore = StoreApi<CommentsUi>;

export const newCommentsUi = (): CommentsUiStore =>
  createStore<CommentsUi>(() => ({ open: new Set(), active: null, isListed: false, draft: null }));

/** Words that a thread is about, lit while it is open; a click shows the thread. */
export const commentsLit = (ui: CommentsUiStore) =>
  Comment.extend({
    addKeyboardShortcuts() {
      return {
        'Mod-Alt-m': () => {
          beginComment(this.editor, ui);
          return true;
        },
      };
    },
    addMarkView:
      () =>
      ({ mark }) => {
        const dom = document.createElement('span');
        dom.className = styles.commented ?? '';
        const id = String(mark.attrs.id);
        const light = () => {
          const { open, active } = ui.getState();
          dom.toggleAttribute('data-open', open.has(id));
          dom.toggleAttribute('data-active', active === id);
        };
        light();
        const show = () => {
          if (ui.getState().open.has(id)) ui.setState({ active: id, isListed: true });
        };
        dom.addEventListener('click', show);
        return {
          dom,
          contentDOM: dom,
          ignoreMutation: ({ type }) => type === 'attributes',
          destroy: ui.subscribe(light),
        };
      },
  });

/** Begins a comment on what is chosen; where nothing is, on the word at the caret, or it shows the thread that is there. */
export function beginComment(editor: Editor, ui: CommentsUiStore): void {
  const { selection, doc } = editor.state;
  const here = selection.$from.marks().find(({ type }) => type.name === 'comment')?.attrs.id;
  if (selection.empty && typeof here === 'string' && ui.getState().open.has(here)) {
    ui.setState({ active: here, isListed: true });
    return;
  }
  const range = selection.empty ? wordAt(doc, selection.from) : { from: selection.from, to: selection.to };
  ui.setState({ isListed: true, active: null, draft: range });
}

/** The word around a place; null between words. */
function wordAt(doc: Node, place: number): { from: number; to: number } | null {
  const $place = doc.resolve(place);
  const text = $place.parent.textBetween(0, $place.parent.content.size, undefined, '\ufffc');
  const before = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, $place.parentOffset))?.[0].length ?? 0;
  const after = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice($place.parentOffset))?.[0].length ?? 0;
  return before + after > 0 ? { from: place - before, to: place + after } : null;
}

/** Marks words as what a new thread is about; returns the thread's id, null where a comment cannot stand. */
export function markWords(editor: Editor, { from, to }: { from: number; to: number }): string | null {
  const id = newId();
  const size = editor.state.doc.content.size;
  const done = editor.commands.command(({ tr }) => {
    const type = tr.doc.type.schema.marks.comment;
    if (type) tr.addMark(Math.min(from, size), Math.min(to, size), type.create({ id }));
    return tr.docChanged;
  });
  return done ? id : null;
}

/** Takes the mark of a thread off its words. */
export function unmarkWords(editor: Editor, id: string): void {
  editor.commands.command(({ tr }) => {
    for (const { from, to } of marked(tr.doc).get(id) ?? []) {
      const mark = tr.doc.type.schema.marks.comment?.create({ id });
      if (mark) tr.removeMark(from, to, mark);
    }
    return true;
  });
}

type Stretch = { from: number; to: number; words: string };

/** The stretches of text that each thread is about, by thread. */
export function marked(doc: Node): Map<string, Stretch[]> {
  const found = new Map<string, Stretch[]>();
  doc.descendants((node, at) => {
    if (!node.isInline) return;
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment' || typeof attrs.id !== 'string') continue;
      const stretch = { from: at, to: at + node.nodeSize, words: node.text ?? '' };
      found.set(attrs.id, [...(found.get(attrs.id) ?? []), stretch]);
    }
  });
  return found;
}
