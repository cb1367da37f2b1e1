import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { noteOf, soundCopy } from '@multaqa/shared/facilitate/notes/document/note-json';
import { anyNote, docOf } from '@multaqa/shared/facilitate/notes/document/notes.samples';
import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { authorsIn, sharesOf } from './authors.ts';
import { changesBetween } from './changes.ts';

/** The texts of a document, the innermost among them. */
function textsIn(parent: Y.XmlFragment | Y.XmlElement): Y.XmlText[] {
  return parent
    .toArray()
    .flatMap(child => (child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : []));
}

/** Types words into one of the texts; Ben writes b, Cleo writes c. */
const typing = fc.record({
  by: fc.constantFrom('b', 'c'),
  text: fc.nat(50),
  at: fc.nat(50),
  length: fc.integer({ min: 1, max: 5 }),
});

describe('who wrote what', () => {
  test('every word that somebody typed is theirs, at its place in the text', () => {
    fc.assert(
      fc.property(anyNote, fc.array(typing, { maxLength: 12, size: 'max' }), (note, typed) => {
        const first = docOf(note);
        const start = Y.encodeStateAsUpdate(first);
        const docs = Object.fromEntries(
          ['b', 'c'].map(letter => {
            const doc = new Y.Doc();
            Y.applyUpdate(doc, start);
            return [letter, doc];
          }),
        ) as Record<string, Y.Doc>;
        for (const { by, text, at, length } of typed) {
          const texts = textsIn((docs[by] as Y.Doc).getXmlFragment(textName));
          const chosen = texts[text % Math.max(1, texts.length)];
          // Between the halves of a character nobody types.
          chosen?.insert(at % 2 === 0 ? 0 : chosen.length, `⟦${by.repeat(length)}⟧`);
        }
        const whole = new Y.Doc();
        for (const doc of Object.values(docs)) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc));
        const read = soundCopy(Y.encodeStateAsUpdate(whole));
        const people = new Map([
          [docs.b?.clientID, ben],
          [docs.c?.clientID, cleo],
        ]);
        const authored = authorsIn(read, client => people.get(client) ?? null);
        const text = noteOf(read);
        let before = -1;
        const said: Record<string, string> = { [ben]: '', [cleo]: '' };
        for (const { from, to, person } of authored) {
          expect(from).toBeGreaterThanOrEqual(before);
          before = to;
          if (person) said[person] += text.textBetween(from, to);
        }
        for (const [letter, person] of [
          ['b', ben],
          ['c', cleo],
        ] as const) {
          const count = typed.filter(({ by }) => by === letter && textsIn(whole.getXmlFragment(textName)).length > 0);
          const wanted = count.reduce((sum, { length }) => sum + length + 2, 0);
          expect(said[person]).toMatch(new RegExp(`^[⟦${letter}⟧]*$`));
          expect(said[person]).toHaveLength(wanted);
        }
        const shares = sharesOf(authored);
        expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(authored.length > 0 ? 1 : 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what has changed', () => {
  test('nothing between a text and itself', () => {
    fc.assert(
      fc.property(anyNote, note => {
        const text = noteOf(docOf(note));
        expect(changesBetween(text, text)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('whole words that are gone, and those that came instead', () => {
    const text = (words: string) =>
      noteOf(docOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] }));
    const older = text('We meet on Monday in Sfax');
    const told = changesBetween(older, text('We meet on Friday in Sfax, again')).map(({ from, to, added }) => [
      older.textBetween(from, to),
      added,
    ]);
    expect(told).toEqual([
      ['Monday', 'Friday'],
      ['', ', again'],
    ]);
  });

  test('what is not told of is the same in both', () => {
    fc.assert(
      fc.property(anyNote, anyNote, (one, other) => {
        const [older, newer] = [noteOf(docOf(one)), noteOf(docOf(other))];
        let before = 0;
        for (const { from, to } of changesBetween(older, newer)) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThanOrEqual(from);
          before = to;
        }
        expect(before).toBeLessThanOrEqual(older.content.size);
      }),
      { numRuns: 40 },
    );
  });
});
