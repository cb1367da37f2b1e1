import type { ToldCaret } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import type { Awareness } from 'y-protocols/awareness';

type Told = { clock: number; state: Record<string, unknown> | null };

/** Sends where this person is, the newest at most once in a tick; returns how to stop. */
export function sendCarets(awareness: Awareness, send: (told: Told) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  const tell = () => {
    isDue = false;
    const clock = awareness.meta.get(awareness.clientID)?.clock ?? 0;
    send({ clock, state: awareness.getLocalState() });
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) tell();
    }, limits.caretTick);
  };
  const changed = ({ added, updated, removed }: Changes) => {
    if (![...added, ...updated, ...removed].includes(awareness.clientID)) return;
    isDue = true;
    if (timer === undefined) tell();
  };
  awareness.on('update', changed);
  return () => {
    clearTimeout(timer);
    awareness.off('update', changed);
  };
}

type Changes = { added: number[]; updated: number[]; removed: number[] };

/** Puts where others are into the awareness, as its own protocol would. */
export function takeCarets(awareness: Awareness, carets: readonly ToldCaret[]): void {
  const changes: Changes = { added: [], updated: [], removed: [] };
  for (const { client, clock, state } of carets) {
    const isOwn = client === awareness.clientID;
    const before = awareness.meta.get(client)?.clock;
    if (isOwn || (before !== undefined && before > clock)) continue;
    const wasThere = awareness.states.has(client);
    awareness.meta.set(client, { clock, lastUpdated: Date.now() });
    if (state === null) awareness.states.delete(client);
    else awareness.states.set(client, state);
    if (state !== null) changes[wasThere ? 'updated' : 'added'].push(client);
    else if (wasThere) changes.removed.push(client);
  }
  if (Object.values(changes).every(one => one.length === 0)) return;
  awareness.emit('change', [changes, 'server']);
  awareness.emit('update', [changes, 'server']);
}

/** Nobody is there any more, as far as this device knows: the line is away. */
export function forgetCarets(awareness: Awareness): void {
  const others = [...awareness.states.keys()].filter(client => client !== awareness.clientID);
  for (const client of others) awareness.states.delete(client);
  const changes: Changes = { added: [], updated: [], removed: others };
  if (others.length === 0) return;
  awareness.emit('change', [changes, 'server']);
  awareness.emit('update', [changes, 'server']);
}
