import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { othersHere } from '../../../documents/present.ts';
import { joined, openNote, paragraph } from '../editor/note-editor.samples.ts';

afterEach(() => vi.useRealTimers());

function two() {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  joined(...docs);
  const notes = [openNote({ doc: docs[0] }), openNote({ doc: docs[1] })] as const;
  const [ada, ben] = notes;
  for (const { desk } of notes)
    desk.reader.setState({
      nameOf: person => ({ a: 'Ada', b: 'Ben' })[person] ?? 'Name removed',
      faceOf: () => ({ colour: '#0069a6', mark: 1 }),
    });
  ada.desk.awareness.setLocalStateField('person', 'a');
  const tell = () =>
    applyAwarenessUpdate(
      ben.desk.awareness,
      encodeAwarenessUpdate(ada.desk.awareness, [ada.desk.awareness.clientID]),
      'others',
    );
  return { ada, ben, tell };
}

const placeIn = (doc: Y.Doc) => Y.createRelativePositionFromTypeIndex(doc.getXmlFragment('text'), 0);

describe('carets', () => {
  test('have the name that the dialogue knows, never one that their client sends', async () => {
    const { ada, ben, tell } = two();
    ada.editor.commands.setContent([paragraph('Bread')]);
    ada.desk.awareness.setLocalStateField('user', { name: 'Dina', color: '#000000' });
    ada.desk.awareness.setLocalStateField('cursor', { anchor: placeIn(ada.doc), head: placeIn(ada.doc) });
    tell();
    const caret = () => ben.editor.view.dom.querySelector('[data-caret-of="a"]')?.textContent ?? '';
    await vi.waitFor(() => expect(caret()).toContain('Ada'));
    expect(ben.editor.view.dom.textContent).not.toContain('Dina');
    expect(othersHere(ben.desk.awareness, 'b')).toEqual(['a']);
  });

  test('whatever somebody else’s client sends as a place, the text goes on', () => {
    const { ada, ben } = two();
    ada.editor.commands.setContent([paragraph('Bread')]);
    const stranger = new Awareness(new Y.Doc());
    stranger.setLocalStateField('person', 'c');
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.boolean(), (anchor, head, isPair) => {
        stranger.setLocalStateField('cursor', isPair ? { anchor, head } : anchor);
        const update = encodeAwarenessUpdate(stranger, [stranger.clientID]);
        applyAwarenessUpdate(ben.desk.awareness, update, 'others');
        ada.editor.commands.insertContentAt(1, 'x');
        expect(ben.editor.getText()).toBe(ada.editor.getText());
      }),
    );
  });

  test('are told when they move, at most once in a tick, and never because somebody else writes', () => {
    vi.useFakeTimers();
    const { ada, ben } = two();
    document.body.append(ada.editor.view.dom);
    ada.editor.commands.setContent([paragraph('Bread and more bread')]);
    ada.editor.view.focus();
    ada.editor.view.hasFocus = () => true;
    ada.editor.commands.setTextSelection(3);
    vi.advanceTimersByTime(200);
    let told = 0;
    ada.desk.awareness.on('update', () => {
      told += 1;
    });
    for (let letter = 0; letter < 20; letter += 1)
      ben.editor.commands.insertContentAt(ben.editor.state.doc.content.size - 1, 'y');
    vi.advanceTimersByTime(1_000);
    expect(told).toBe(0);
    for (let place = 4; place < 12; place += 1) ada.editor.commands.setTextSelection(place);
    vi.advanceTimersByTime(1_000);
    expect(told).toBe(1);
    ada.editor.view.dom.remove();
  });
});
