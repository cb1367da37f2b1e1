import { digest } from '@multaqa/shared/facilitate/notes/document/digest';
import type { WrittenOutcome } from '@multaqa/shared/facilitate/notes/outcomes';
import { limits } from '@multaqa/shared/limits';
import type { Editor, JSONContent } from '@tiptap/core';
import { Fragment, type Node } from '@tiptap/pm/model';
import { asOneStep } from '../editor/one-step.ts';
import { placeForBlocks } from '../editor/places.ts';
import { noteMerge } from './kept-merges.ts';
import { placedOutcomes } from './outcome-blocks.ts';

/**
 * Puts outcomes of other documents into this one, as blocks of its own that say where they are from: behind the block with the
 * caret, or at the end. One step to undo.
 */
export function insertOutcomes(editor: Editor, written: readonly WrittenOutcome[], at: 'caret' | 'end'): void {
  const blocks = written.map(blockOf);
  asOneStep(editor, () => editor.commands.insertContentAt(placeForBlocks(editor, at), blocks));
}

function blockOf({ outcome, title, text, translation, from: _from, ...attributes }: WrittenOutcome): JSONContent {
  const second = translation && {
    type: 'outcomeTranslation',
    attrs: { language: translation.language, of: translation.older ? null : digest({ title, text }) },
    content: said(translation),
  };
  return {
    type: 'outcome',
    attrs: { ...attributes, from: [outcome] },
    content: [...said({ title, text }), ...(second ? [second] : [])],
  };
}

const said = ({ title, text }: { title: string; text: string }): JSONContent[] => [
  { type: 'outcomeTitle', content: words(title) },
  { type: 'outcomeBody', content: text.split('\n').map(line => ({ type: 'paragraph', content: words(line) })) },
];

const words = (text: string): JSONContent[] => (text ? [{ type: 'text', text }] : []);

/**
 * Makes several outcomes one, in the place of the first that is named: it keeps its title and details, the words of the others
 * follow its text, people and sources are united. One step to undo; false where fewer than two of them are there.
 */
export function mergeOutcomes(editor: Editor, ids: readonly string[]): boolean {
  const placed = placedOutcomes(editor.state.doc);
  const [first, ...others] = ids.flatMap(id => placed.find(({ node }) => node.attrs.id === id)?.node ?? []);
  if (!first || others.length === 0) return false;
  const merged = united(first, others);
  // One change at a time: for several at once the binding to the shared document would write the words of one block into
  // the element of another, and whoever takes that one away would take them along.
  asOneStep(editor, () => {
    for (const other of others) replaceOutcome(editor, other, null);
    replaceOutcome(editor, first, merged, others);
  });
  return true;
}

function replaceOutcome(editor: Editor, outcome: Node, by: Node | null, removed: readonly Node[] = []): void {
  const { state, view } = editor;
  const found = placedOutcomes(state.doc).find(({ node }) => node.attrs.id === outcome.attrs.id);
  if (!found) return;
  const end = found.at + found.node.nodeSize;
  if (by) view.dispatch(noteMerge(state.tr.replaceWith(found.at, end, by), outcome.attrs.id, removed));
  else view.dispatch(state.tr.delete(found.at, end));
}

function united(first: Node, others: readonly Node[]): Node {
  const { outcomeBody, outcomeTranslation } = first.type.schema.nodes;
  const own = first.maybeChild(2) ?? others.find(other => other.childCount > 2)?.child(2);
  const isSame = (other: Node) => other.maybeChild(2)?.attrs.language === own?.attrs.language;
  const more = others.flatMap(other => [
    ...linesOf(other.child(0), other.child(1)),
    ...(other.childCount > 2 && !isSame(other) ? linesOf(...other.child(2).children) : []),
  ]);
  const inSecond = others.filter(other => other.maybeChild(2) !== own && isSame(other));
  const parts = [first.child(0), outcomeBody?.create(null, filled([...first.child(1).children, ...more]))];
  if (own) {
    const lines = [
      ...own.child(1).children,
      ...inSecond.flatMap(other => linesOf(...(other.maybeChild(2)?.children ?? []))),
    ];
    parts.push(
      outcomeTranslation?.create(
        own.attrs,
        [own.child(0), outcomeBody?.create(null, filled(lines))].flatMap(part => part ?? []),
      ),
    );
  }
  return first.type.create(
    {
      ...first.attrs,
      people: unitedIds([first, ...others], 'people', limits.peoplePerOutcome),
      from: [
        ...new Set([
          ...unitedIds([first, ...others], 'from', limits.outcomesMerged),
          ...others.map(({ attrs }) => attrs.id),
        ]),
      ].slice(0, limits.outcomesMerged),
    },
    Fragment.from(parts.flatMap(part => part ?? [])),
  );
}

/** The lines of title and text that say something, as lines of a text. */
const linesOf = (...parts: readonly Node[]): Node[] =>
  parts
    .flatMap(part => (part.isTextblock ? [part] : part.children))
    .filter(line => line.content.size > 0)
    .map(line => line.type.schema.nodes.paragraph?.create({ dir: line.attrs.dir }, line.content) ?? line);

/** Without the empty line of a text that said nothing before. */
const filled = (lines: readonly Node[]): Node[] =>
  lines.some(line => line.content.size > 0) ? lines.filter(line => line.content.size > 0) : lines.slice(0, 1);

const unitedIds = (outcomes: readonly Node[], name: 'people' | 'from', max: number): string[] =>
  [...new Set(outcomes.flatMap(({ attrs }): string[] => (Array.isArray(attrs[name]) ? attrs[name] : [])))].slice(
    0,
    max,
  );
