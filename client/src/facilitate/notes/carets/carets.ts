import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromJSON } from 'yjs';
import { outlines, shapeOf } from '../../../design/cluster-marks.ts';
import { personIn } from '../../../documents/present.ts';
import type { NoteReaderStore } from '../editor/note-reader.ts';
import styles from './carets.module.css';
import { withOwnCaret } from './own-caret.ts';

/** The carets of the others with their names and the marks of their clusters; who they are is what the server says, not their payload. */
export const othersCarets = (awareness: Awareness, reader: NoteReaderStore) =>
  Extension.create({
    name: 'othersCarets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(withOwnCaret(awareness) as Awareness, {
        awarenessStateFilter: (own: number, other: number, state: unknown) =>
          own !== other && personIn(state) !== null && isPlaced(state, awareness),
        cursorBuilder: (_: unknown, client: number) =>
          caretOf(personIn(awareness.getStates().get(client)) ?? '', reader),
        selectionBuilder: (_: unknown, client: number) => {
          const person = personIn(awareness.getStates().get(client)) ?? '';
          return { class: styles.chosen ?? '', style: `--caret: ${reader.getState().faceOf(person).colour}` };
        },
      }),
    ],
  });

/** What somebody else's client sends may be anything; a place that cannot be read would stop the editor. */
function isPlaced(state: unknown, { doc }: Awareness): boolean {
  const cursor = typeof state === 'object' && state !== null && 'cursor' in state ? state.cursor : null;
  if (typeof cursor !== 'object' || cursor === null || !('anchor' in cursor) || !('head' in cursor)) return false;
  try {
    for (const place of [cursor.anchor, cursor.head])
      createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(place), doc);
    return true;
  } catch {
    // Not a place.
    return false;
  }
}

function caretOf(person: string, reader: NoteReaderStore): HTMLElement {
  const { nameOf, faceOf } = reader.getState();
  const { colour, mark } = faceOf(person);
  const caret = document.createElement('span');
  caret.className = styles.caret ?? '';
  caret.dataset.caretOf = person;
  caret.style.setProperty('--caret', colour);
  // The text stands still for screen readers while others write in it.
  caret.setAttribute('aria-hidden', 'true');
  const label = document.createElement('span');
  label.className = styles.label ?? '';
  if (mark !== null) label.append(markOf(mark));
  const name = document.createElement('bdi');
  name.textContent = nameOf(person);
  label.append(name);
  // Joiners keep the line as high as it is, and the caret out of words.
  caret.append('\u2060', label, '\u2060');
  return caret;
}

function markOf(mark: number): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', outlines[shapeOf(mark)]);
  svg.append(path);
  return svg;
}
