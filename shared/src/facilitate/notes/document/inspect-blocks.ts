import { type ContentMatch, Fragment, type Node, type NodeType } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { limits } from '../../../limits.ts';
import { attributeForms, neededAttributes } from './allowed.ts';
import type { Flaw, StrayKind } from './flaws.ts';
import { inspectText } from './inspect-text.ts';
import { noteSchema } from './note-schema.ts';

type Parent = Y.XmlFragment | Y.XmlElement;
type At = { type: NodeType; path: string; depth: number };

/** The top of a document. */
export const top: At = { type: noteSchema.topNodeType, path: '', depth: 0 };

/** Blocks that are nothing without what they hold: an empty one goes, where others are given an empty paragraph. */
const hollow = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'table', 'tableRow']);

/**
 * What is wrong with the children of a block, and of theirs; `only` looks into these alone. Returns how many children are right.
 * It goes no deeper than blocks may lie in each other.
 */
export function inspectChildren(parent: Parent, at: At, flaws: Flaw[], only?: ReadonlySet<unknown>): number {
  let match = at.type.contentMatch;
  let kept = 0;
  const children = parent.toArray() as unknown[];
  children.forEach((child, index) => {
    const path = `${at.path}/${nameOf(child)}[${index}]`;
    const drop = (what: StrayKind) => flaws.push({ what, path, ...dropping(parent, index, child, what) });
    const type = typeOf(child);
    const stands = index < mostChildren(at.type) ? placed(at.type, type, match) : 'size';
    if (typeof stands === 'string') {
      drop(stands);
      return;
    }
    // What is not looked into was right before, and nothing in it has changed.
    const isRight =
      (only && !only.has(child)) ||
      inspectChild(
        child as Y.XmlElement | Y.XmlText,
        { type: stands.type, path, depth: at.depth + 1 },
        at.type,
        flaws,
        drop,
      );
    if (!isRight) return;
    if (stands.before.length > 0) flaws.push(fill(parent, index, stands.before, path));
    kept += 1;
    match = stands.next;
  });
  // Nobody has written anything yet: that is no flaw of a document.
  if (at.type === noteSchema.topNodeType || (kept === 0 && hollow.has(at.type.name))) return kept;
  const rest = match.fillBefore(Fragment.empty, true);
  if (rest && rest.childCount > 0) flaws.push(fill(parent, children.length, rest.content, at.path));
  return kept;
}

/** What is wrong with one child; false where it goes as a whole. */
function inspectChild(
  child: Y.XmlElement | Y.XmlText,
  at: At,
  parent: NodeType,
  flaws: Flaw[],
  drop: (what: StrayKind) => void,
): boolean {
  if (child instanceof Y.XmlText) {
    inspectText(child, parent, at.path, flaws);
    return true;
  }
  const before = flaws.length;
  const wrong = wrongWith(child, at, flaws);
  if (wrong === null) return true;
  // They go with it, but what they were still counts: whoever brought something foreign hides it in nothing else that goes.
  for (let index = before; index < flaws.length; index += 1) flaws[index] = { ...(flaws[index] as Flaw), fix() {} };
  drop(wrong);
  return false;
}

/** Why a whole element goes; null where it stays, with its flaws noted. */
function wrongWith(element: Y.XmlElement, at: At, flaws: Flaw[]): StrayKind | null {
  if (at.depth > limits.blockDepth) return 'depth';
  inspectAttributes(element, at, flaws);
  const needed = neededAttributes[at.type.name];
  if (needed && !isSound(at.type, needed, element.getAttribute(needed))) return 'attribute';
  const kept = inspectChildren(element, at, flaws);
  return kept === 0 && hollow.has(at.type.name) ? 'missing' : null;
}

function inspectAttributes(element: Y.XmlElement, { type, path }: At, flaws: Flaw[]): void {
  // Its own keys one by one: in an object of all of them, `__proto__` would lend its attributes to whoever reads one.
  for (const [key, { deleted }] of element._map) {
    if (deleted) continue;
    const value: unknown = element.getAttribute(key);
    if (value === null || value === undefined ? Object.hasOwn(type.spec.attrs ?? {}, key) : isSound(type, key, value))
      continue;
    flaws.push({ what: 'attribute', path: `${path}@${key}`, fix: () => element.removeAttribute(key) });
  }
}

const isSound = (type: NodeType, key: string, value: unknown): boolean => {
  const forms = attributeForms[type.name];
  return forms !== undefined && Object.hasOwn(forms, key) && (forms[key]?.safeParse(value).success ?? false);
};

const mostChildren = (type: NodeType): number =>
  type.name === 'tableRow' ? limits.cellsPerRow : limits.childrenPerBlock;

function typeOf(child: unknown): NodeType | null {
  if (child instanceof Y.XmlText) return noteSchema.nodes.text ?? null;
  if (!(child instanceof Y.XmlElement)) return null;
  const { nodeName } = child;
  return nodeName === 'text' || nodeName === 'doc' ? null : (noteSchema.nodes[nodeName] ?? null);
}

const nameOf = (child: unknown): string =>
  child instanceof Y.XmlElement ? child.nodeName.slice(0, 30) : child instanceof Y.XmlText ? 'text' : '?';

type Place = { type: NodeType; next: ContentMatch; before: readonly Node[] };

/** Where a child stands among its siblings so far: what is missing before it, and what may follow; or why it does not stand there. */
function placed(parent: NodeType, type: NodeType | null, match: ContentMatch): Place | 'node' | 'place' | 'order' {
  if (!type) return 'node';
  if (!childrenOf(parent).has(type)) return 'place';
  const next = match.matchType(type);
  if (next) return { type, next, before: [] };
  const filled = match.fillBefore(Fragment.from(type.create()));
  const after = filled && match.matchFragment(filled)?.matchType(type);
  return filled && after ? { type, next: after, before: filled.content } : 'order';
}

const known = new Map<NodeType, ReadonlySet<NodeType>>();

/** Every type of node that can stand in this one, wherever. */
function childrenOf(type: NodeType): ReadonlySet<NodeType> {
  const found = known.get(type);
  if (found) return found;
  const types = new Set<NodeType>();
  const seen = new Set<ContentMatch>();
  const open = [type.contentMatch];
  for (let match = open.pop(); match; match = open.pop()) {
    if (seen.has(match)) continue;
    seen.add(match);
    for (let edge = 0; edge < match.edgeCount; edge += 1) {
      const { type: child, next } = match.edge(edge);
      types.add(child);
      open.push(next);
    }
  }
  known.set(type, types);
  return types;
}

const fill = (parent: Parent, index: number, nodes: readonly Node[], path: string): Flaw => ({
  what: 'missing',
  path,
  fix: () => parent.insert(index, nodes.map(elementOf)),
});

/** A node without words, as an element. */
function elementOf(node: Node): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  if (node.childCount > 0) element.insert(0, node.children.map(elementOf));
  return element;
}

/**
 * Takes a child out. Yjs goes down by recursion when it deletes and forgets, and somebody may have built a very deep one: that is cut
 * into pieces before, the deepest first, each piece in a transaction of its own.
 */
function dropping(parent: Parent, index: number, child: unknown, what: StrayKind): Pick<Flaw, 'fix' | 'first'> {
  const fix = () => parent.delete(index, 1);
  return what === 'missing' || what === 'attribute' ? { fix } : { fix, first: () => shorten(child) };
}

const pieceDepth = 500;

function shorten(child: unknown): void {
  let level = child instanceof Y.XmlElement ? [child] : [];
  const cuts: Y.XmlElement[][] = [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > 0 && depth % pieceDepth === 0) cuts.push(level);
    level = level.flatMap(element => element.toArray().filter(inner => inner instanceof Y.XmlElement));
  }
  for (const cut of cuts.reverse()) {
    cut[0]?.doc?.transact(() => {
      for (const element of cut) element.delete(0, element.length);
    });
  }
}
