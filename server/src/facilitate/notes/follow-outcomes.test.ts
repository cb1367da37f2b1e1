import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { firstRoom, inBreakouts, play, secondRoom } from '@multaqa/shared/dialogue.samples';
import { textName } from '@multaqa/shared/facilitate/notes/document/names';
import { type Notes, outcomeIn, outcomesOf } from '@multaqa/shared/facilitate/notes/notes.state';
import type { State } from '@multaqa/shared/kernel/composition';
import { cleo } from '@multaqa/shared/kernel/messages.samples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { followOutcomes } from './follow-outcomes.ts';
import { outcomeElements } from './outcome-elements.ts';

const ids = Array.from({ length: 4 }, (_, at) => `${String(at).padStart(8, '0')}-2222-4000-8000-000000000000`);
const later = 1_600_000_100_000;

/** Two documents of one dialogue with the register behind them, as the server has it. */
function meeting() {
  let state: State = play(rules, inBreakouts).state;
  let seq = 1_000;
  const facts: { kind: string; outcome: string }[] = [];
  const notes = () => state.notes as Notes;
  const documents = [firstRoom, secondRoom].map(room => {
    const doc = new Y.Doc();
    const undo = new Y.UndoManager(doc.getXmlFragment(textName), { captureTimeout: 0 });
    const followed = { kind: 'notes', room, name: `notes:${room}`, doc } as const;
    const following = followOutcomes(followed, {
      known: () => outcomesOf(notes(), 'notes', room),
      isElsewhere: id => {
        const found = outcomeIn(notes(), id);
        return found !== null && found.room !== room;
      },
      tell: async ({ kind, input }) => {
        const parsed = rules.parse(kind, input, 0);
        if (!parsed.ok) throw new Error(parsed.refusal);
        const decided = rules.decide(state, 'engine', parsed.command, later, seq);
        if (!decided.ok) throw new Error(decided.refusal);
        // What the exchange makes of them is not the register's.
        for (const fact of decided.facts.filter(({ kind }) => kind.startsWith('notes.')))
          facts.push({ kind: fact.kind, outcome: (fact.data as { outcome: string }).outcome });
        ({ state } = decided);
        seq += decided.facts.length;
      },
      personOf: () => cleo,
      pause: async () => undefined,
    });
    return { ...followed, undo, following };
  });
  return { documents, facts, notes };
}

type Doing = (documents: ReturnType<typeof meeting>['documents']) => void;

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};

function outcome(id: string | null, title: string) {
  const made = element(
    'outcome',
    element('outcomeTitle', new Y.XmlText(title)),
    element('outcomeBody', element('paragraph', new Y.XmlText('why'))),
  );
  if (id) made.setAttribute('id', id);
  return made;
}

const textOf = (document: { doc: Y.Doc }) => document.doc.getXmlFragment(textName);
const at = fc.nat({ max: 9 });
const which = fc.nat({ max: 1 });

/** What people do to documents, hostile and clumsy ones among them. */
const doing: fc.Arbitrary<Doing> = fc.oneof(
  fc.tuple(which, at, fc.constantFrom(...ids, null, 'junk', cleo), fc.string({ maxLength: 5 })).map(
    ([document, place, id, title]): Doing =>
      documents => {
        const text = textOf(documents[document] as never);
        text.insert(Math.min(place, text.length), [outcome(id, title)]);
      },
  ),
  fc.tuple(which, at).map(
    ([document, place]): Doing =>
      documents => {
        const text = textOf(documents[document] as never);
        if (place < text.length) text.delete(place, 1);
      },
  ),
  fc.tuple(which, at, fc.string({ maxLength: 4 })).map(
    ([document, place, typed]): Doing =>
      documents => {
        const found = textOf(documents[document] as never).get(place);
        const title = found instanceof Y.XmlElement ? (found.get(0) as Y.XmlElement).get(0) : null;
        if (title instanceof Y.XmlText) title.insert(0, typed);
      },
  ),
  fc
    .tuple(
      which,
      at,
      fc.constantFrom('kind', 'owner', 'due', 'id', 'people'),
      fc.constantFrom('gap', '2026-12-01', 7, ids[0], null, [cleo]),
    )
    .map(
      ([document, place, key, value]): Doing =>
        documents => {
          const found = textOf(documents[document] as never).get(place);
          if (found instanceof Y.XmlElement) found.setAttribute(key, value as string);
        },
    ),
  which.map(
    (document): Doing =>
      documents =>
        void documents[document]?.undo.undo(),
  ),
  which.map(
    (document): Doing =>
      documents =>
        void documents[document]?.undo.redo(),
  ),
);

describe('the register', () => {
  test('[N1] has each outcome of every document once, with what the document says, whatever happened between two readings', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(doing, fc.boolean()), { maxLength: 25, size: 'max' }), async steps => {
        const { documents, facts, notes } = meeting();
        for (const [step, isReadNow] of steps) {
          step(documents);
          if (isReadNow) for (const { following } of documents) await following.changed();
        }
        // Twice: an outcome that one document has let go of may be another one's only then.
        for (let round = 0; round < 2; round++) for (const { following } of documents) await following.changed();
        const told = facts.length;
        for (const { following } of documents) await following.changed();
        expect(facts.length).toBe(told);
        for (const { doc, name, room } of documents) {
          const elsewhere = (id: string) => {
            const found = outcomeIn(notes(), id);
            return found !== null && found.room !== room;
          };
          const written = [...outcomeElements(doc, name, elsewhere).keys()].sort();
          const registered = outcomesOf(notes(), 'notes', room).map(one => one.outcome);
          expect(registered.sort()).toEqual(written);
          expect(written.length).toBe(doc.getXmlFragment(textName).toArray().length);
        }
        exactlyOnce(facts);
      }),
      { numRuns: 300 },
    );
  });

  test('[N1] knows who brought an outcome in, and what changed in it', async () => {
    const { documents, facts, notes } = meeting();
    const [first] = documents;
    if (!first) throw new Error('no document');
    textOf(first).insert(0, [outcome(ids[0] ?? null, 'Repair shop')]);
    await first.following.changed();
    expect(outcomeIn(notes(), ids[0] ?? '')).toMatchObject({
      title: 'Repair shop',
      text: 'why',
      by: cleo,
      kind: 'practice',
    });
    (textOf(first).get(0) as Y.XmlElement).setAttribute('kind', 'commitment');
    await first.following.changed();
    expect(outcomeIn(notes(), ids[0] ?? '')).toMatchObject({ kind: 'commitment', by: cleo });
    expect(facts.map(({ kind }) => kind)).toEqual(['notes.created', 'notes.changed']);
  });
});

/** Created before changed and withdrawn, and never twice. */
function exactlyOnce(facts: readonly { kind: string; outcome: string }[]): void {
  const there = new Set<string>();
  for (const { kind, outcome: id } of facts) {
    expect(there.has(id)).toBe(kind !== 'notes.created');
    if (kind === 'notes.created') there.add(id);
    if (kind === 'notes.withdrawn') there.delete(id);
  }
}
