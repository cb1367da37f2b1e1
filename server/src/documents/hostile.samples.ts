import fc from 'fast-check';
import * as Y from 'yjs';

/** One thing that somebody does to a text; numbers are taken modulo what is there. */
export type Deed =
  | { does: 'type'; at: number; words: string }
  | { does: 'delete'; at: number; length: number }
  | { does: 'bold'; at: number; length: number }
  | { does: 'block'; at: number; inside: number }
  | { does: 'comment'; key: number; words: string };

const place = fc.nat({ max: 60 });
const words = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });

export const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('type' as const), at: place, words }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), at: place, length: place }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('bold' as const), at: place, length: place }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('block' as const), at: place, inside: place }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('comment' as const), key: fc.nat({ max: 4 }), words }) },
);

/** Does it, whatever is there. */
export function carryOut(doc: Y.Doc, one: Deed): void {
  const text = doc.getXmlFragment('text');
  if (text.length === 0) text.insert(0, [new Y.XmlText()]);
  const lines = text.toArray().flatMap(part => (part instanceof Y.XmlElement ? part.toArray() : [part]));
  const texts = lines.filter(line => line instanceof Y.XmlText);
  switch (one.does) {
    case 'block': {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText()]);
      const parts = text.toArray().filter(part => part instanceof Y.XmlElement);
      const parent = one.inside % 3 === 0 ? parts[one.inside % Math.max(1, parts.length)] : undefined;
      const into = parent ?? text;
      into.insert(one.at % (into.length + 1), [block]);
      break;
    }
    case 'comment':
      doc.getMap('comments').set(`key ${one.key}`, one.words);
      break;
    default: {
      const line = texts[one.at % Math.max(1, texts.length)];
      if (!line) break;
      const at = wholeAt(line, one.at % (line.length + 1));
      if (one.does === 'type') line.insert(at, one.words);
      else {
        const length = wholeAt(line, Math.min(at + one.length, line.length)) - at;
        if (one.does === 'delete') line.delete(at, length);
        else line.format(at, length, { bold: true });
      }
    }
  }
}

/**
 * The place at or before `at` that is in no surrogate pair. No caret stands inside a character, and Yjs puts U+FFFD for both
 * halves of a pair that it cuts, in the one copy that cuts it (ContentString.splice).
 */
function wholeAt(line: Y.XmlText, at: number): number {
  const said = line.toDelta().map(({ insert }: { insert: string }) => insert);
  const isInside = /^[\uDC00-\uDFFF]/.test(said.join('').slice(at));
  return isInside ? at - 1 : at;
}

/** What a doc writes for a deed. */
export function updateOf(doc: Y.Doc, act: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array) => void updates.push(update);
  doc.on('update', keep);
  doc.transact(act);
  doc.off('update', keep);
  return updates[0] ?? null;
}

/** How somebody who means harm changes the bytes of an update, or makes some. */
export type Harm = (honest: Uint8Array, victim: Y.Doc) => Uint8Array;

const changed = (doc: Y.Doc, client: number, act: (copy: Y.Doc) => void): Uint8Array => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  const before = Y.encodeStateVector(copy);
  copy.transact(() => act(copy));
  return Y.encodeStateAsUpdate(copy, before);
};

/** A victim's next clock, taken by somebody else. */
const stolen: fc.Arbitrary<Harm> = words.map(
  (text): Harm =>
    (_honest, victim) =>
      changed(victim, victim.clientID, copy => carryOut(copy, { does: 'type', at: 0, words: text })),
);

/** An update that rests on another one that never comes. */
const orphaned: fc.Arbitrary<Harm> = fc.integer({ min: 1_000, max: 0xffff_ffff }).map(
  (client): Harm =>
    (_honest, victim) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(victim));
      copy.clientID = client;
      carryOut(copy, { does: 'type', at: 1, words: 'first' });
      const before = Y.encodeStateVector(copy);
      carryOut(copy, { does: 'type', at: 2, words: 'second' });
      return Y.encodeStateAsUpdate(copy, before);
    },
);

const mutated: fc.Arbitrary<Harm> = fc
  .array(fc.record({ at: fc.nat(), to: fc.nat({ max: 255 }), how: fc.constantFrom('set', 'cut', 'add', 'flip') }), {
    minLength: 1,
    maxLength: 6,
    size: 'max',
  })
  .map(
    (changes): Harm =>
      honest => {
        const bytes = [...honest];
        for (const { at, to, how } of changes) {
          const place = at % Math.max(1, bytes.length);
          if (how === 'set') bytes[place] = to;
          if (how === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << (to % 8));
          if (how === 'cut') bytes.splice(place, 1 + (to % 4));
          if (how === 'add') bytes.splice(place, 0, to);
        }
        return new Uint8Array(bytes);
      },
  );

const noise: fc.Arbitrary<Harm> = fc.uint8Array({ maxLength: 80, size: 'max' }).map(
  (bytes): Harm =>
    () =>
      bytes,
);

const inSecondForm: fc.Arbitrary<Harm> = fc.constant(honest => Y.convertUpdateFormatV1ToV2(honest));

/** Blocks in blocks, as deep as a call stack. */
const deep: fc.Arbitrary<Harm> = fc.integer({ min: 101, max: 2_000 }).map(
  (levels): Harm =>
    (_honest, victim) =>
      changed(victim, 77_777, copy => {
        let within: Y.XmlFragment = copy.getXmlFragment('text');
        for (let level = 0; level < levels; level += 1) {
          const block = new Y.XmlElement('blockquote');
          within.insert(0, [block]);
          within = block;
        }
      }),
);

export const harm: fc.Arbitrary<Harm> = fc.oneof(
  { weight: 12, arbitrary: mutated },
  { weight: 3, arbitrary: noise },
  { weight: 2, arbitrary: stolen },
  { weight: 2, arbitrary: orphaned },
  { weight: 2, arbitrary: inSecondForm },
  { weight: 1, arbitrary: deep },
);
