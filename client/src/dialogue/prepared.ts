import { openLine } from '../platform/socket.ts';
import { deviceShelf } from '../platform/storage.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';

const shelves = { outbox: deviceShelf('outbox'), drafts: deviceShelf('drafts') };

const open = (id: string): Dialogue =>
  openDialogue(id, {
    openLine,
    shelves,
    now: Date.now,
    delay: ms => new Promise(resolve => setTimeout(resolve, ms)),
    chance: Math.random,
  });

const prepared = new Map<string, Dialogue>();
/** A dialogue that was opened ahead and that nobody has come to for so long (ms) is let go. */
const patience = 300_000;

/** Connects to a dialogue before it is on the screen. */
export function prepareDialogue(id: string): Dialogue {
  const known = prepared.get(id);
  if (known) return known;
  const dialogue = open(id);
  prepared.set(id, dialogue);
  setTimeout(() => {
    if (prepared.get(id) !== dialogue) return;
    prepared.delete(id);
    dialogue.close();
  }, patience);
  return dialogue;
}

/** The dialogue that was prepared, or a new one; it is its taker's to close. */
export function takeDialogue(id: string): Dialogue {
  const dialogue = prepared.get(id) ?? open(id);
  prepared.delete(id);
  return dialogue;
}
