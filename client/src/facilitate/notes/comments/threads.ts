import { commentsName } from '@multaqa/shared/facilitate/notes/document/names';
import * as Y from 'yjs';

/** Who wrote what: the person whom the server has given a client id to; null for somebody who was forgotten or is not known. */
export type PersonOf = (client: number) => string | null;

/** What somebody has said in a thread. */
export type Entry = { by: string | null; at: number; text: string };
/** A thread of comments on some words of a note. */
export type Thread = Entry & { id: string; isResolved: boolean; replies: readonly Entry[] };

const threadsIn = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(commentsName);

/** The threads of a note, the oldest first. An author is whoever's client wrote the words, never what the words say. */
export function readThreads(doc: Y.Doc, personOf: PersonOf): Thread[] {
  return [...threadsIn(doc)]
    .flatMap(([id, thread]) => (thread instanceof Y.Map ? { id, ...threadOf(thread, personOf) } : []))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
}

function threadOf(thread: Y.Map<unknown>, personOf: PersonOf): Omit<Thread, 'id'> {
  const replies = thread.get('replies');
  return {
    ...entryOf(thread, personOf),
    isResolved: Boolean(thread.get('resolved')),
    replies:
      replies instanceof Y.Array
        ? (replies.toArray() as unknown[]).flatMap(reply => (reply instanceof Y.Map ? entryOf(reply, personOf) : []))
        : [],
  };
}

function entryOf(entry: Y.Map<unknown>, personOf: PersonOf): Entry {
  const [text, at] = [entry.get('text'), entry.get('at')];
  // The words, not the entry: somebody could write others into it.
  const client = entry._map.get('text')?.id.client;
  return {
    by: client === undefined ? null : personOf(client),
    at: typeof at === 'number' ? at : 0,
    text: typeof text === 'string' ? text : '',
  };
}

const newEntry = (text: string, at: number): Y.Map<unknown> => new Y.Map<unknown>(Object.entries({ text, at }));

/** Begins a thread. */
export function addThread(doc: Y.Doc, id: string, text: string, at: number): void {
  doc.transact(() => {
    const thread = newEntry(text, at);
    thread.set('replies', new Y.Array());
    threadsIn(doc).set(id, thread);
  });
}

/** Answers in a thread; nothing where it has gone meanwhile. */
export function addReply(doc: Y.Doc, id: string, text: string, at: number): void {
  const thread = threadsIn(doc).get(id);
  if (!(thread instanceof Y.Map)) return;
  doc.transact(() => {
    const replies = thread.get('replies');
    if (replies instanceof Y.Array) replies.push([newEntry(text, at)]);
    else thread.set('replies', Y.Array.from([newEntry(text, at)]));
  });
}

/** Closes a thread at an instant in ms, or opens it again. */
export function setResolved(doc: Y.Doc, id: string, at: number | null): void {
  const thread = threadsIn(doc).get(id);
  if (thread instanceof Y.Map) thread.set('resolved', at);
}

/** Takes away what somebody has said: a reply, or with null the whole thread. */
export function removeEntry(doc: Y.Doc, id: string, reply: number | null): void {
  const thread = threadsIn(doc).get(id);
  if (reply === null) threadsIn(doc).delete(id);
  else if (thread instanceof Y.Map) {
    const replies = thread.get('replies');
    if (replies instanceof Y.Array && reply < replies.length) replies.delete(reply);
  }
}

/** Runs whenever a thread changes; returns what ends it. */
export function watchThreads(doc: Y.Doc, changed: () => void): () => void {
  const threads = threadsIn(doc);
  threads.observeDeep(changed);
  return () => threads.unobserveDeep(changed);
}
