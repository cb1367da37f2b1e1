import * as Y from 'yjs';
import { z } from 'zod';
import { limits } from '../../../limits.ts';
import type { Flaw } from './flaws.ts';
import { commentsName, textName } from './names.ts';

/** Anything that Yjs shares. */
type Shared = Y.Doc['share'] extends Map<string, infer Type> ? Type : never;

const key = z.string().regex(/^[a-zA-Z0-9][\w:-]{0,63}$/);
const words = z.string().max(limits.commentGraphemes * 8);
const moment = z.number().int().min(0);
const person = z.string().max(64).nullable();
/** What a reply, or the beginning of a thread, may hold; who wrote it is known by the connection alone. */
const entryForms: Record<string, z.ZodType> = {
  id: key,
  text: words,
  at: moment,
  by: person,
  resolved: z.union([z.boolean(), moment.nullable()]),
};

/** What is wrong with a document besides its text: data of other names, and threads of comments of another form. */
export function inspectBeside(doc: Y.Doc, flaws: Flaw[]): void {
  for (const [name, type] of doc.share) {
    const isList = name === textName;
    const isMap = name === commentsName;
    const path = `(${name.slice(0, 60)})`;
    if (!isList && holdsList(type)) flaws.push({ what: 'root', path, fix: () => clear(doc, listItems(type)) });
    if (!isMap && holdsMap(type)) flaws.push({ what: 'root', path, fix: () => clear(doc, mapItems(type)) });
  }
  inspectThreads(doc.getMap(commentsName), flaws);
}

function inspectThreads(threads: Y.Map<unknown>, flaws: Flaw[]): void {
  let count = 0;
  for (const [id, thread] of threads) {
    const path = `(${commentsName})/${id.slice(0, 64)}`;
    count += 1;
    const drop = () => threads.delete(id);
    if (count > limits.threadsPerDocument) flaws.push({ what: 'size', path, fix: drop });
    else if (!isEntry(thread) || !key.safeParse(id).success) flaws.push({ what: 'comment', path, fix: drop });
    else inspectThread(thread, path, flaws);
  }
}

function inspectThread(thread: Y.Map<unknown>, path: string, flaws: Flaw[]): void {
  inspectEntry(thread, path, flaws, ['replies']);
  const replies = thread.get('replies');
  if (replies === undefined) return;
  if (!(replies instanceof Y.Array)) {
    flaws.push({ what: 'comment', path: `${path}/replies`, fix: () => thread.delete('replies') });
    return;
  }
  (replies.toArray() as unknown[]).forEach((reply, index) => {
    const at = `${path}/replies[${index}]`;
    if (index < limits.repliesPerThread && isEntry(reply)) inspectEntry(reply, at, flaws, []);
    else flaws.push({ what: 'comment', path: at, fix: () => replies.delete(index, 1) });
  });
}

const isEntry = (entry: unknown): entry is Y.Map<unknown> =>
  entry instanceof Y.Map && words.safeParse(entry.get('text')).success;

function inspectEntry(entry: Y.Map<unknown>, path: string, flaws: Flaw[], more: readonly string[]): void {
  for (const [field, value] of entry) {
    if (more.includes(field)) continue;
    const form = Object.hasOwn(entryForms, field) ? entryForms[field] : undefined;
    if (form?.safeParse(value).success) continue;
    flaws.push({ what: 'comment', path: `${path}@${field.slice(0, 64)}`, fix: () => entry.delete(field) });
  }
}

function* listItems(type: Shared): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted) yield item;
}

function* mapItems(type: Shared): Generator<Y.Item> {
  for (const item of type._map.values()) if (!item.deleted) yield item;
}

const holdsList = (type: Shared): boolean => !listItems(type).next().done;
const holdsMap = (type: Shared): boolean => !mapItems(type).next().done;

function clear(doc: Y.Doc, items: Iterable<Y.Item>): void {
  doc.transact(transaction => {
    for (const item of [...items]) item.delete(transaction);
  });
}
