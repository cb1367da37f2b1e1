import type { Ack, Answer, Signalled } from '@multaqa/shared/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { unanswered } from '../platform/connection.ts';
import { openListeners } from '../platform/listeners.ts';
import { background, resultOrNull } from '../platform/report-fault.ts';
import type { CommandInput, CommandKind } from './commands.ts';
import type { DialoguePorts, DialogueState } from './dialogue-state.ts';
import type { Drafts } from './drafts.ts';
import { close, type Following, handlersOf, handshakeOf } from './following.ts';

/** A dialogue that this tab follows: its view, its connection and what this person sends to it. */
export type Dialogue = {
  id: string;
  store: StoreApi<DialogueState>;
  send: Send;
  ask(kind: string, input: unknown): Promise<Answer>;
  dismiss(item: string): void;
  /** Sends what is never kept to those who are there. */
  signal(kind: string, input: unknown): void;
  /** Calls back with each signal of others; returns how to stop. */
  onSignal(listener: (signal: Signalled) => void): () => void;
  drafts: Pick<Drafts, 'read' | 'write' | 'under'> & {
    /** Calls back when any draft changes; returns how to stop. */
    subscribe(listener: () => void): () => void;
  };
  /** Connects at once instead of after the next pause, because the network or the person is back. */
  wake(): void;
  close(): void;
};

/** Sends a command; resolves with the server's answer. With `forgetRefusal` the caller shows a refusal itself. */
export type Send = <Kind extends CommandKind>(
  kind: Kind,
  input: CommandInput<Kind>,
  options?: { forgetRefusal?: boolean },
) => Promise<Ack>;

/** Connects to a dialogue, and follows it until it is closed. */
export function openDialogue(id: string, ports: DialoguePorts): Dialogue {
  const following = follow(id, ports);
  const { store, socket, signals, draftChanges } = following;
  socket.connect();
  return {
    id,
    store,
    send: async (kind, input, options) =>
      following.personal?.outbox.add(kind, input, options) ?? { ok: false, refusal: 'not-permitted' },
    ask: async (kind, input) =>
      (await resultOrNull(socket.ask({ kind, input }), 'ask', ...unanswered)) ?? { ok: false, refusal: 'busy' },
    signal(kind, input) {
      if (following.phase === 'connected') socket.signal({ kind, input });
    },
    onSignal: signals.add,
    dismiss: item => following.personal?.outbox.dismiss(item),
    drafts: {
      read: name => following.personal?.drafts.read(name) ?? '',
      write: (name, text) => following.personal?.drafts.write(name, text),
      under: prefix => following.personal?.drafts.under(prefix) ?? noDrafts,
      subscribe: draftChanges.add,
    },
    wake: () => wake(following),
    close: () => close(following),
  };
}

/** Finds out at once whether the connection is alive: a phone that slept may hold a dead one. */
function wake(following: Following): void {
  if (following.phase === 'disconnected') following.socket.connect();
  if (following.phase === 'connected') background(reconnectIfDead(following), 'wake');
}

async function reconnectIfDead({ socket }: Following): Promise<void> {
  const answer = socket.ping().then(() => 'alive' as const);
  if (!(await resultOrNull(answer, 'ping', ...unanswered))) socket.reconnect();
}

function follow(id: string, ports: DialoguePorts): Following {
  const store = createStore<DialogueState>(() => ({
    snapshot: null,
    isReady: false,
    connection: { status: 'off', since: ports.now() },
    goodbye: null,
    reference: null,
    outbox: [],
  }));
  const following: Following = {
    id,
    ports,
    store,
    socket: ports.openSocket(
      id,
      () => handshakeOf(following),
      handlersOf(() => following),
    ),
    signals: openListeners(),
    draftChanges: openListeners(),
    phase: 'disconnected',
    failures: 0,
    basis: 'snapshot',
    personal: null,
  };
  return following;
}

const noDrafts: Readonly<Record<string, string>> = {};
