import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { joined, openNote, paragraph } from '../editor/note-editor.samples.ts';
import { beginComment, marked, markWords, unmarkWords } from './comment-marks.ts';
import { addReply, addThread, readThreads, removeEntry, setResolved } from './threads.ts';

const thread = '00000000-0000-4000-8000-0000000000aa';

function three() {
  const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const;
  joined(...docs);
  const people = new Map(docs.map((doc, at) => [doc.clientID, ['Ada', 'Ben', 'Cleo'][at] ?? null]));
  return { docs, personOf: (client: number) => people.get(client) ?? null };
}

describe('threads of comments', () => {
  test('are the same for everybody, each entry by whoever wrote it', () => {
    const { docs, personOf } = three();
    const [ada, ben] = docs;
    addThread(ada, thread, 'Which bakeries?', 10);
    addReply(ben, thread, 'Those of the old town', 20);
    addReply(ada, thread, 'Thanks', 30);
    setResolved(ben, thread, 40);
    for (const doc of docs)
      expect(readThreads(doc, personOf)).toEqual([
        {
          ...{ id: thread, by: 'Ada', at: 10, text: 'Which bakeries?', isResolved: true },
          replies: [
            { by: 'Ben', at: 20, text: 'Those of the old town' },
            { by: 'Ada', at: 30, text: 'Thanks' },
          ],
        },
      ]);
    setResolved(ada, thread, null);
    removeEntry(ben, thread, 0);
    expect(readThreads(ada, personOf)[0]).toMatchObject({ isResolved: false, replies: [{ text: 'Thanks' }] });
  });

  test('have the author whose client wrote the words, whatever is written of an author, and by whomever the words are replaced', () => {
    const { docs, personOf } = three();
    const [ada, , cleo] = docs;
    addThread(ada, thread, 'Mine', 10);
    const entry = cleo.getMap('comments').get(thread);
    if (!(entry instanceof Y.Map)) throw new Error('no thread');
    entry.set('by', 'Ada');
    expect(readThreads(ada, personOf)[0]?.by).toBe('Ada');
    entry.set('text', 'Put into her mouth');
    expect(readThreads(ada, personOf)[0]?.by).toBe('Cleo');
  });

  test('that two people answer at once keep both answers', () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    addThread(one, thread, 'Which?', 1);
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    addReply(one, thread, 'a', 2);
    addReply(two, thread, 'b', 3);
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    expect(readThreads(two, () => null)[0]?.replies).toHaveLength(2);
  });
});

describe('the words of a comment', () => {
  test('are marked for everybody, overlap with others, and are unmarked alone', () => {
    const { editor } = openNote({ content: [paragraph('Bread waste in Sfax')] });
    const one = markWords(editor, { from: 1, to: 12 });
    const other = markWords(editor, { from: 7, to: 20 });
    if (!one || !other) throw new Error('nothing was marked');
    const wordsOf = (id: string) =>
      marked(editor.state.doc)
        .get(id)
        ?.map(({ words }) => words)
        .join('');
    expect([wordsOf(one), wordsOf(other)]).toEqual(['Bread waste', 'waste in Sfax']);
    unmarkWords(editor, one);
    expect([wordsOf(one), wordsOf(other)]).toEqual([undefined, 'waste in Sfax']);
    expect(editor.getText()).toBe('Bread waste in Sfax');
  });

  test('are the word at the caret where nothing is chosen', () => {
    const { editor, desk } = openNote({ content: [paragraph('إدارة الخبز هنا')] });
    editor.commands.setTextSelection(9);
    beginComment(editor, desk.comments);
    const draft = desk.comments.getState().draft;
    expect(draft && editor.state.doc.textBetween(draft.from, draft.to)).toBe('الخبز');
  });
});
