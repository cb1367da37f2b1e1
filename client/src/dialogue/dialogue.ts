import {
  type Ack,
  type Answer,
  type Goodbye,
  type Handshake,
  protocol,
  type Signalled,
} from '@multaqa/shared/protocol';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DialogueHandlers, DialogueSocket } from '../platform/dialogue-socket.ts';
import type { KeyValueStore } from '../platform/storage.ts';
import type { CommandInput, CommandKind } from './commands.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Outbox, type OutboxItem, openOutbox } from './outbox.ts';
import { type DialogueSnapshot, knownOf, patched, welcomed, withOwn } from './snapshot.ts';

export type DialogueState = {
  /** Null until the first welcome. */
  snapshot: DialogueSnapshot | null;
  /** True once what this device kept from an earlier visit is back, too. */
  isReady: boolean;
  /** `since` in ms by this device's clock. */
  connection: { status: 'on' | 'off'; since: number };
  /** Why the server ended the connection for good; the person has to do something. */
  goodbye: Exclude<Goodbye, 'resync'> | null;
  /** Where the server's log tells more of it. */
  reference: string | null;
  outbox: readonly OutboxItem[];
};

export type Dialogue = {
  id: string;
  store: StoreApi<DialogueState>;
  send: Send;
  ask(kind: string, input: unknown): Promise<Answer>;
  dismiss(item: string): void;
  /** Tells those who are there what is never kept. */
  signal(kind: string, input: unknown): void;
  /** Calls back with each signal of others; returns how to stop. */
  onSignal(listener: (signal: Signalled) => void): () => void;
  drafts: Pick<Drafts, 'read' | 'write'> & {
    /** Calls back when any draft changes; returns how to stop. */
    subscribe(listener: () => void): () => void;
  };
  /** Connects at once instead of after the next pause, because the network or the person came back. */
  wake(): void;
  close(): void;
};

export type Send = <Kind extends CommandKind>(
  kind: Kind,
  input: CommandInput<Kind>,
  options?: { forgetRefusal?: boolean },
) => Promise<Ack>;

export type DialoguePorts = {
  openSocket(handshake: () => Handshake, handlers: DialogueHandlers): DialogueSocket;
  stores: { outbox: KeyValueStore; drafts: KeyValueStore };
  now(): number;
  delay(ms: number): Promise<void>;
  /** A number in [0, 1), so that a hall full of people does not come back in the same instant. */
  chance(): number;
};

const final: readonly string[] = [
  'reload',
  'signed-out',
  'removed',
  'revoked',
  'too-many',
  'quarantined',
] satisfies Goodbye[];
const longestPause = 5_000;

/** Follows one dialogue: its view, its connection and what this person sends to it. */
export function openDialogue(id: string, ports: DialoguePorts): Dialogue {
  const store = createStore<DialogueState>(() => ({
    snapshot: null,
    isReady: false,
    connection: { status: 'off', since: ports.now() },
    goodbye: null,
    reference: null,
    outbox: [],
  }));
  const { getState, setState } = store;
  let isOpen = true;
  let isUp = false;
  let failures = 0;
  let mustStartAfresh = false;
  const draftListeners = new Set<() => void>();
  const signalListeners = new Set<(signal: Signalled) => void>();
  let belongings: { owner: string; outbox: Outbox; drafts: Drafts } | null = null;

  const handshake = (): Handshake => {
    const { snapshot } = getState();
    return { protocol, dialogue: id, ...(snapshot && !mustStartAfresh && { known: knownOf(snapshot) }) };
  };

  const socket = ports.openSocket(handshake, {
    welcome(welcome) {
      const snapshot = welcomed(getState().snapshot, welcome, ports.now());
      if (!snapshot) return startAfresh();
      void arrive(snapshot, welcome.reached);
    },
    patch(patch) {
      const { snapshot } = getState();
      const next = snapshot && patched(snapshot, patch);
      if (!next) return startAfresh();
      setState({ snapshot: next });
      belongings?.outbox.reached(next.seq);
    },
    own(own, seq) {
      const { snapshot } = getState();
      if (snapshot) setState({ snapshot: withOwn(snapshot, own) });
      belongings?.outbox.reached(seq);
    },
    signals(signals) {
      for (const signal of signals) for (const listener of signalListeners) listener(signal);
    },
    goodbye(reason) {
      if (reason === 'resync') mustStartAfresh = true;
      else end(reason);
    },
    disconnected(code, reference) {
      if (code && final.includes(code)) return end(code as Exclude<Goodbye, 'resync'>, reference);
      lost();
      void tryLater();
    },
  });

  /** `reached`: the position of the log up to which the welcome told everything. */
  async function arrive(snapshot: DialogueSnapshot, reached: number): Promise<void> {
    isUp = true;
    failures = 0;
    mustStartAfresh = false;
    const owner = `${id}/${snapshot.me}`;
    const isSamePerson = belongings?.owner === owner;
    setState({ snapshot, goodbye: null, reference: null, ...(!isSamePerson && { isReady: false }) });
    if (!isSamePerson) {
      belongings?.outbox.pause();
      belongings = belongingsOf(owner);
      await Promise.all([belongings.outbox.restore(), belongings.drafts.restore()]);
    }
    if (!isUp) return;
    setState({ isReady: true, connection: { status: 'on', since: ports.now() } });
    belongings?.outbox.reached(reached);
    belongings?.outbox.resume();
  }

  function belongingsOf(owner: string) {
    const outbox: Outbox = openOutbox({
      store: ports.stores.outbox,
      owner,
      submit: socket.command,
      changed: () => setState({ outbox: outbox.items() }),
      now: ports.now,
      delay: ports.delay,
    });
    const changed = () => {
      for (const listener of draftListeners) listener();
    };
    return { owner, outbox, drafts: openDrafts({ store: ports.stores.drafts, owner, changed }) };
  }

  function lost(): void {
    isUp = false;
    belongings?.outbox.pause();
    if (getState().connection.status === 'on') setState({ connection: { status: 'off', since: ports.now() } });
  }

  function startAfresh(): void {
    mustStartAfresh = true;
    lost();
    socket.reconnect();
  }

  function end(reason: Exclude<Goodbye, 'resync'>, reference?: string): void {
    isOpen = false;
    socket.disconnect();
    lost();
    setState({ goodbye: reason, reference: reference ?? null });
  }

  async function tryLater(): Promise<void> {
    failures += 1;
    const pause = Math.min(longestPause, 300 * 2 ** (failures - 1));
    await ports.delay(pause * (0.5 + ports.chance() / 2));
    if (isOpen) socket.connect();
  }

  socket.connect();
  return {
    id,
    store,
    send: async (kind, input, options) =>
      belongings ? belongings.outbox.add(kind, input, options) : { ok: false, refusal: 'not-permitted' },
    ask: (kind, input) => socket.ask({ kind, input }).catch(() => ({ ok: false as const, refusal: 'busy' })),
    signal(kind, input) {
      if (isUp) socket.signal({ kind, input });
    },
    onSignal(listener) {
      signalListeners.add(listener);
      return () => void signalListeners.delete(listener);
    },
    dismiss: item => belongings?.outbox.dismiss(item),
    drafts: {
      read: name => belongings?.drafts.read(name) ?? '',
      write: (name, text) => belongings?.drafts.write(name, text),
      subscribe(listener) {
        draftListeners.add(listener);
        return () => void draftListeners.delete(listener);
      },
    },
    wake() {
      if (!isOpen) return;
      if (!isUp) return socket.connect();
      socket.ping().catch(socket.reconnect);
    },
    close() {
      isOpen = false;
      belongings?.outbox.pause();
      socket.disconnect();
    },
  };
}
