import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';

/** A change that somebody suggests: the words that go and those that come, and where the first of them stands. */
export type Suggestion = { id: string; from: number; to: number; removed: string; added: string };

type Stretch = { id: string; kind: 'insertion' | 'deletion'; from: number; to: number; words: string };

function stretchesIn(doc: Node): Stretch[] {
  const found: Stretch[] = [];
  doc.descendants((node, at) => {
    if (!node.isInline) return;
    for (const { type, attrs } of node.marks)
      if (type.name === 'insertion' || type.name === 'deletion')
        found.push({
          id: String(attrs.id),
          kind: type.name,
          from: at,
          to: at + node.nodeSize,
          words: node.text ?? ' ',
        });
  });
  return found;
}

/** Everything that is suggested, in the order of the text. */
export function suggestionsIn(doc: Node): Suggestion[] {
  const found = new Map<string, Suggestion>();
  for (const { id, kind, from, to, words } of stretchesIn(doc)) {
    const known = found.get(id) ?? { id, from, to, removed: '', added: '' };
    const part = kind === 'insertion' ? 'added' : 'removed';
    found.set(id, { ...known, to, [part]: known[part] + words });
  }
  return [...found.values()];
}

/** Accepts or rejects a suggestion, or with null all of them: marks go, and the words that are not to be. */
export function decide(change: Transaction, id: string | null, isAccepted: boolean): void {
  const goes = isAccepted ? 'deletion' : 'insertion';
  const { insertion, deletion } = change.doc.type.schema.marks;
  const chosen = stretchesIn(change.doc).filter(stretch => id === null || stretch.id === id);
  // From the end, so that what stands before keeps its place.
  for (const { kind, from, to } of chosen.reverse()) {
    if (kind === goes) takeAway(change, from, to);
    else for (const type of [insertion, deletion]) if (type) change.removeMark(from, to, type);
  }
}

/** Takes words away, and the line that held nothing else where another one remains. */
function takeAway(change: Transaction, from: number, to: number): void {
  const $from = change.doc.resolve(from);
  const isWhole = $from.parentOffset === 0 && to - from === $from.parent.content.size;
  const line = $from.parent.type.name;
  const isOneOfMany = $from.depth > 0 && $from.node(-1).childCount > 1;
  if (isWhole && isOneOfMany && (line === 'paragraph' || line === 'heading')) {
    const around = { from: $from.before(), to: $from.after() };
    const container = $from.node(-1).type.name;
    // The first line of a list's entry cannot go without the entry.
    if (['doc', 'outcomeBody', 'blockquote'].includes(container)) return void change.delete(around.from, around.to);
  }
  change.delete(from, to);
}
