import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../../limits.ts';
import type { Stray } from './flaws.ts';
import { commentsName, textName } from './names.ts';
import { readNote } from './note-json.ts';
import { noteSchema } from './note-schema.ts';
import { anyNote, docOf } from './notes.samples.ts';
import { removeStray, strayAfter, strayIn } from './stray.ts';

/**
 * [S1] Nothing is stray in what an editor writes.
 * [S2] After stray parts are taken out nothing is stray, and the schema accepts what is left; a second time changes nothing.
 * [S3] What was right stays as it was.
 * [S4] Looking at what has changed finds the same as looking at everything.
 * [S5] Nothing in a document makes the search throw or go down too deep.
 */
const id = '11111111-1111-4000-8000-000000000000';
const textOf = (doc: Y.Doc) => doc.getXmlFragment(textName);
const read = (doc: Y.Doc) => readNote(Y.encodeStateAsUpdate(doc));
const what = (found: readonly Stray[]) => found.map(stray => stray.what);

const names = fc.oneof(
  fc.constantFrom(...Object.keys(noteSchema.nodes), 'script', 'image', '__proto__', 'constructor', 'text', 'doc'),
  fc.string({ maxLength: 8 }),
);
const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    'rtl',
    1,
    7,
    true,
    [id],
    {},
    'javascript:alert(1)',
    { href: 'javascript:alert(1)' },
    id,
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
const keys = fc.constantFrom(
  ...['dir', 'level', 'onclick', 'style', 'id', 'kind', 'people', 'due', 'person', 'prompt', 'checked', 'colspan'],
  ...['of', 'language', 'start', '__proto__', 'ychange'],
);
const markKeys = fc.constantFrom(
  ...[
    'bold',
    'code',
    'link',
    'comment',
    'comment--aaaaaaaa',
    'comment--bbbbbbbb',
    'insertion',
    'deletion',
    'bold--aaaaaaaa',
  ],
  ...['script', 'constructor', 'textStyle', '__proto__'],
);
type Deed = { where: number; name: string; key: string; mark: string; value: unknown; kind: number };
const deed: fc.Arbitrary<Deed> = fc.record({
  where: fc.nat(1_000),
  name: names,
  key: keys,
  mark: markKeys,
  value: values,
  kind: fc.nat(10),
});
const deeds = (maxLength: number) => fc.array(deed, { minLength: 1, maxLength, size: 'max' });

/** Every element and text of a document, its top first. */
function partsIn(doc: Y.Doc): { elements: (Y.XmlFragment | Y.XmlElement)[]; texts: Y.XmlText[] } {
  const elements: (Y.XmlFragment | Y.XmlElement)[] = [textOf(doc)];
  const texts: Y.XmlText[] = [];
  for (const element of elements) {
    for (const child of element.toArray() as unknown[]) {
      if (child instanceof Y.XmlElement) elements.push(child);
      if (child instanceof Y.XmlText) texts.push(child);
    }
  }
  return { elements, texts };
}

/** Does one hostile or merely odd thing to a document. */
function harm(doc: Y.Doc, { where, name, key, mark, value, kind }: Deed): void {
  const { elements, texts } = partsIn(doc);
  const element = elements[where % elements.length] as Y.XmlElement;
  const text = texts[where % Math.max(1, texts.length)];
  const at = where % (element.length + 1);
  if (kind < 3) element.insert(at, [new Y.XmlElement(name)]);
  else if (kind === 3) element.insert(at, [new Y.XmlText('smuggled')]);
  else if (kind === 4 && element.length > 0) element.delete(where % element.length, 1);
  else if (kind === 5 && element instanceof Y.XmlElement) element.setAttribute(key, value as never);
  else if (kind === 6 && text && text.length > 0) text.format(0, 1 + (where % text.length), { [mark]: value });
  else if (kind === 7 && text) text.insertEmbed(0, (value ?? {}) as object);
  else if (kind === 8) doc.getMap(name.includes('o') ? commentsName : 'beside').set(key, value);
  else if (kind === 9) (element as unknown as Y.Array<unknown>).constructor === Y.XmlFragment && hide(doc, value);
  else element.insert(at, [new Y.XmlHook('hook')] as never);
}

/** Values that are neither elements nor texts, among the blocks of a note: another root of the same name puts them there. */
function hide(doc: Y.Doc, value: unknown): void {
  const other = new Y.Doc();
  other.getArray(textName).insert(0, [value ?? 0, 'x', new Uint8Array(3)]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
}

describe('what does not belong into a note', () => {
  test('[S1] nothing that the schema accepts', () => {
    fc.assert(fc.property(anyNote, note => void expect(strayIn(docOf(note))).toEqual([])));
  });

  test('[S2, S5] taking it out leaves what the schema accepts, and nothing is left to take out', () => {
    fc.assert(
      fc.property(anyNote, deeds(12), (note, harms) => {
        const doc = docOf(note);
        for (const one of harms) harm(doc, one);
        const found = strayIn(doc);
        expect(removeStray(doc)).toEqual(found);
        expect(strayIn(doc)).toEqual([]);
        const vector = Y.encodeStateVector(doc);
        expect(removeStray(doc)).toEqual([]);
        expect(Y.encodeStateVector(doc)).toEqual(vector);
        expect(() => read(doc).check()).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });

  test('[S3] what foreign parts were put into is as it was before', () => {
    const foreign = fc.array(fc.tuple(fc.nat(1_000), fc.constantFrom('element', 'attribute', 'mark', 'embed')), {
      minLength: 1,
      maxLength: 8,
      size: 'max',
    });
    fc.assert(
      fc.property(anyNote, foreign, (note, put) => {
        const doc = docOf(note);
        const before = read(doc).toJSON();
        for (const [where, kind] of put) {
          const { elements, texts } = partsIn(doc);
          const element = elements[where % elements.length] as Y.XmlElement;
          const text = texts[where % Math.max(1, texts.length)];
          if (kind === 'element') element.insert(where % (element.length + 1), [new Y.XmlElement('script')]);
          else if (kind === 'attribute' && element instanceof Y.XmlElement) element.setAttribute('onclick', 'alert(1)');
          else if (kind === 'mark' && text) text.format(0, text.length, { style: { color: 'red' } });
          else if (text) text.insertEmbed(where % 2 === 0 ? 0 : text.length, { image: 'https://example.org' });
        }
        removeStray(doc);
        expect(read(doc).toJSON()).toEqual(before);
      }),
    );
  });

  test('[S4] looking at what a transaction has changed finds what looking at everything finds', () => {
    fc.assert(
      fc.property(anyNote, deeds(4), (note, harms) => {
        const doc = docOf(note);
        const theirs = new Y.Doc();
        Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
        for (const one of harms) harm(theirs, one);
        let found: Stray[] = [];
        doc.on('afterTransaction', transaction => {
          // Yjs tidies formats up in a transaction of its own.
          if (transaction.origin === 'theirs') found = strayAfter(doc, transaction);
        });
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(doc)), 'theirs');
        expect(found).toEqual(strayIn(doc));
      }),
      { numRuns: 300 },
    );
  });

  test('[S5] twenty thousand blocks in each other are taken out', () => {
    const doc = docOf({ type: 'doc', content: [{ type: 'paragraph' }] });
    let at: Y.XmlFragment | Y.XmlElement = textOf(doc);
    doc.transact(() => {
      for (let depth = 0; depth < 20_000; depth += 1) {
        const inner = new Y.XmlElement('blockquote');
        at.insert(0, [inner]);
        at = inner;
      }
    });
    expect(what(removeStray(doc))).toContain('depth');
    expect(read(doc).toJSON()).toEqual({ type: 'doc', content: [{ type: 'paragraph', attrs: { dir: null } }] });
  });

  test('blocks lie in each other as deep as the limit says, not deeper', () => {
    const nested = (depth: number) => {
      let block = { type: 'paragraph' } as Parameters<typeof docOf>[0];
      for (let level = 1; level < depth; level += 1) block = { type: 'blockquote', content: [block] };
      return docOf({ type: 'doc', content: [block] });
    };
    expect(strayIn(nested(limits.blockDepth))).toEqual([]);
    expect(what(strayIn(nested(limits.blockDepth + 1)))).toContain('depth');
  });

  test('a row has as many cells as the limit says, not one more', () => {
    const row = (cells: number) =>
      docOf({
        type: 'doc',
        content: [
          {
            type: 'table',
            content: [
              {
                type: 'tableRow',
                content: Array.from({ length: cells }, () => ({ type: 'tableCell', content: [{ type: 'paragraph' }] })),
              },
            ],
          },
        ],
      });
    expect(strayIn(row(limits.cellsPerRow))).toEqual([]);
    expect(what(strayIn(row(limits.cellsPerRow + 1)))).toEqual(['size']);
  });
});
