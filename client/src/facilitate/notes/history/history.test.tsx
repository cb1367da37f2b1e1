import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { noteOf, soundCopy } from '@multaqa/shared/facilitate/notes/document/note-json';
import { anyNote, docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ada, seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import type { VersionedDocument } from '../../../documents/history/use-versions.ts';
import { openNote, paragraph } from '../editor/note-editor.samples.ts';
import { NoteHistory } from './NoteHistory.tsx';
import { restoreInto } from './restore.ts';

const text = (words: string) =>
  docOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] });
const copyOf = (doc: Y.Doc) => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

/** A document with one version, of which Ben and Cleo have written a half each, and what is kept of it. */
function versioned({ hidden = false } = {}) {
  const doc = text('Ben met us. ');
  const cleoDoc = copyOf(doc);
  const first = cleoDoc.getXmlFragment('text').get(0) as Y.XmlElement;
  const words = first.get(0) as Y.XmlText;
  words.insert(words.length, 'Cleo too.');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(cleoDoc));
  const older = copyOf(doc);
  const now = (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText;
  now.delete(0, 3);
  now.insert(0, 'Dina');
  const kept: ListedVersion[] = [
    { version: 'one', kind: 'auto', title: null, person: null, writtenAt: 1_700_000_000_000 },
  ];
  const document: VersionedDocument = {
    doc,
    versions: async () => [...kept].reverse(),
    version: async () => copyOf(older),
    authors: async () =>
      hidden
        ? null
        : new Map([
            [older.clientID, null],
            [doc.clientID, ben],
            [cleoDoc.clientID, cleo],
          ]),
    async nameVersion(version, kind, title) {
      kept.push({ version, kind, title, person: ada, writtenAt: 1_700_000_100_000 });
      return null;
    },
  };
  return { document, kept };
}

let scene: Awaited<ReturnType<typeof renderDialogue>> | undefined;
afterEach(async () => {
  await scene?.leave();
  scene = undefined;
});

async function openHistory(access: 'write' | 'read', given = versioned()) {
  const { own: _, ...seen } = seenAfter(ada, []);
  const restored: string[] = [];
  scene = await renderDialogue(
    <NoteHistory
      document={given.document}
      access={access}
      onBack={() => {}}
      onRestore={note => restored.push(note.textContent)}
    />,
    seen,
  );
  const shown = scene;
  await shown.until(() => expect(shown.text()).toContain('Kept by itself'));
  return { ...given, shown, restored };
}

describe('the versions of a note', () => {
  test('show who wrote what, with how much, and what has changed since', async () => {
    const { shown } = await openHistory('read');
    await shown.press('Kept by itself');
    await shown.until(() => expect(shown.text()).toContain('Ben met us. Cleo too.'));
    await shown.press('By whom');
    await shown.until(() => expect(shown.text()).toMatch(/Ben57%.*Cleo43%/));
    expect(shown.find('[title=Ben]')?.textContent).toBe('Ben met us. ');
    expect(shown.find('[title=Cleo]')?.textContent).toBe('Cleo too.');
    await shown.press('Changes since');
    await shown.until(() => expect(shown.find('del')?.textContent).toBe('Ben'));
    expect(shown.find('ins')?.textContent).toBe('Dina');
    expect(shown.find('button', 'Restore')).toBeUndefined();
  });

  test('show nobody where the session hides who wrote what', async () => {
    const { shown } = await openHistory('read', versioned({ hidden: true }));
    await shown.press('Kept by itself');
    await shown.press('By whom');
    await shown.until(() => expect(shown.text()).toContain('is not shown in this session'));
    expect(shown.find('[title=Ben]')).toBeUndefined();
  });

  test('are restored only once what is there now is kept', async () => {
    const { shown, kept, restored } = await openHistory('write');
    await shown.press('Kept by itself');
    await shown.until(() => expect(shown.find('button', 'Restore')).toBeDefined());
    await shown.press('Restore');
    await shown.until(() => expect(shown.find('[role=dialog]')).toBeDefined());
    await shown.after(() => [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].at(-1)?.click());
    await shown.until(() => expect(restored).toEqual(['Ben met us. Cleo too.']));
    expect(kept.map(({ kind }) => kind)).toEqual(['auto', 'restored']);
  });

  test('nothing is restored when what is there now could not be kept', async () => {
    const given = versioned();
    let asked = 0;
    given.document.nameVersion = async () => {
      asked += 1;
      return 'documents.full';
    };
    const { shown, restored } = await openHistory('write', given);
    await shown.press('Kept by itself');
    await shown.until(() => expect(shown.find('button', 'Restore')).toBeDefined());
    await shown.press('Restore');
    await shown.until(() => expect(shown.find('[role=dialog]')).toBeDefined());
    await shown.after(() => [...document.querySelectorAll<HTMLElement>('[role=dialog] button')].at(-1)?.click());
    await shown.until(() => expect(asked).toBe(1));
    expect(restored).toEqual([]);
  });
});

describe('restoring', () => {
  test('makes the document say what the version says, and one undo takes it back', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (now, older) => {
        const { editor, doc } = openNote({ doc: docOf(now) });
        const before = noteOf(soundCopy(Y.encodeStateAsUpdate(doc))).toJSON();
        const version = noteOf(docOf(older));
        restoreInto(editor, version);
        expect(editor.state.doc.textContent).toBe(version.textContent);
        expect(noteOf(soundCopy(Y.encodeStateAsUpdate(doc))).textContent).toBe(version.textContent);
        if (JSON.stringify(version.toJSON()) !== JSON.stringify(before)) editor.commands.undo();
        expect(noteOf(soundCopy(Y.encodeStateAsUpdate(doc))).textContent).toBe(noteOf(docOf(now)).textContent);
        editor.destroy();
      }),
      { numRuns: 25 },
    );
  });

  test('leaves what both have in common with whoever wrote it', () => {
    const { editor, doc } = openNote({ content: [paragraph('The same'), paragraph('new')] });
    const same = (doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0);
    restoreInto(editor, noteOf(docOf({ type: 'doc', content: [paragraph('The same'), paragraph('old')] as never })));
    expect((doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0)).toBe(same);
    expect(editor.state.doc.textContent).toBe('The sameold');
    editor.destroy();
  });
});
