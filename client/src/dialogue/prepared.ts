import { openDialogueSocket } from '../platform/dialogue-socket.ts';
import { deviceStore } from '../platform/storage.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';
import { traced } from './trace.ts';

const stores = { outbox: deviceStore('outbox'), drafts: deviceStore('drafts') };

const open = (id: string): Dialogue =>
  openDialogue(id, {
    openSocket: import.meta.env.DEV ? traced(openDialogueSocket) : openDialogueSocket,
    stores,
    now: Date.now,
    delay: ms => new Promise(resolve => setTimeout(resolve, ms)),
    chance: Math.random,
  });

const prepared = new Map<string, Dialogue>();

/** Connects to a dialogue before it is on the screen. `release` closes it, unless somebody has taken it meanwhile. */
export function prepareDialogue(id: string): { dialogue: Dialogue; release(): void } {
  const dialogue = prepared.get(id) ?? open(id);
  prepared.set(id, dialogue);
  const release = () => {
    if (prepared.get(id) === dialogue) takeDialogue(id).close();
  };
  return { dialogue, release };
}

/** The dialogue that was prepared, or a new one; the caller closes it. */
export function takeDialogue(id: string): Dialogue {
  const dialogue = prepared.get(id) ?? open(id);
  prepared.delete(id);
  return dialogue;
}
