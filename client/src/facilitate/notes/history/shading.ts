import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import type { Authored } from './authors.ts';
import type { Changed } from './changes.ts';
import styles from './Version.module.css';

const key = new PluginKey<DecorationSet>('shading');

/** Shows something about a text that is only read, without a change to it. */
export const Shading = Extension.create({
  name: 'shading',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, shown) => transaction.getMeta(key) ?? shown,
      },
      props: { decorations: state => key.getState(state) },
    }),
  ],
});

/** How somebody's words look: their name, and the colour of their mark in light and in dark. */
export type Face = { name: string; colours: readonly [deep: string, light: string] };

/** Marks each person's words with their colour; their name is told where a pointer rests. */
export function shadeAuthors(
  editor: Editor,
  authored: readonly Authored[],
  faceOf: (person: string | null) => Face,
): void {
  const decorations = authored.map(({ from, to, person }) => {
    const { name, colours } = faceOf(person);
    const style = `--deep: ${colours[0]}; --light: ${colours[1]}`;
    return Decoration.inline(from, to, { class: styles.written ?? '', style, title: name });
  });
  show(editor, decorations);
}

/** Marks what is gone since a version, and puts the words that came beside it. */
export function shadeChanges(editor: Editor, changed: readonly Changed[]): void {
  const decorations = changed.flatMap(({ from, to, added }) => [
    ...(to > from ? [Decoration.inline(from, to, { nodeName: 'del', class: styles.gone ?? '' })] : []),
    ...(added ? [Decoration.widget(to, () => addedWords(added), { side: 1 })] : []),
  ]);
  show(editor, decorations);
}

/** Shows the text alone. */
export const shadeNothing = (editor: Editor): void => show(editor, []);

function addedWords(words: string): HTMLElement {
  const element = document.createElement('ins');
  element.className = styles.added ?? '';
  element.dir = 'auto';
  element.textContent = words;
  return element;
}

function show(editor: Editor, decorations: Decoration[]): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setMeta(key, DecorationSet.create(state.doc, decorations)));
}
