import {
  type Goodbye,
  type Handshake,
  type Numbered,
  protocol,
  type Signalled,
  type Welcome,
} from '@multaqa/shared/protocol';
import type { StoreApi } from 'zustand/vanilla';
import type { DialogueHandlers, DialogueSocket } from '../platform/dialogue-socket.ts';
import type { Listeners } from '../platform/listeners.ts';
import { background } from '../platform/report-fault.ts';
import type { DialoguePorts, DialogueState } from './dialogue-state.ts';
import { openPersonal, type Personal } from './personal.ts';
import { type DialogueSnapshot, knownOf, patched, welcomed, withOwn } from './snapshot.ts';

/** All that is known of a dialogue that this tab follows. */
export type Following = {
  readonly id: string;
  readonly ports: DialoguePorts;
  readonly store: StoreApi<DialogueState>;
  readonly socket: DialogueSocket;
  readonly signals: Listeners<Signalled>;
  readonly draftChanges: Listeners<void>;
  /** `ended`: the server said goodbye for good, or the dialogue was closed. */
  phase: 'disconnected' | 'connected' | 'ended';
  /** Attempts to connect that have failed in a row. */
  failures: number;
  /** What the next handshake builds on: the snapshot of now, or nothing, because that cannot be continued. */
  basis: 'snapshot' | 'nothing';
  /** Null until the server has said who this is. */
  personal: Personal | null;
};

type FinalGoodbye = Exclude<Goodbye, 'resync'>;

/** The reasons to end a connection after which it would be useless to try again. */
const finalGoodbyes: readonly string[] = [
  'reload',
  'signed-out',
  'removed',
  'revoked',
  'too-many',
  'quarantined',
] satisfies FinalGoodbye[];

/** ms before an attempt to reconnect; the pause doubles with each failure. */
const pauses = { first: 300, longest: 5_000 };

/** What this tab says of itself when it connects. */
export function handshakeOf({ id, store, basis }: Following): Handshake {
  const { snapshot } = store.getState();
  return { protocol, dialogue: id, ...(snapshot && basis === 'snapshot' && { known: knownOf(snapshot) }) };
}

/** What to do with what the server tells. */
export const handlersOf = (following: () => Following): DialogueHandlers => ({
  welcome: message => welcome(following(), message),
  patch: message => patch(following(), message),
  own(own, seq) {
    const { store, personal } = following();
    const { snapshot } = store.getState();
    if (snapshot) store.setState({ snapshot: withOwn(snapshot, own) });
    personal?.outbox.reached(seq);
  },
  signals(signals) {
    for (const signal of signals) following().signals.tell(signal);
  },
  goodbye(reason) {
    if (reason === 'resync') following().basis = 'nothing';
    else end(following(), reason);
  },
  disconnected(code, reference) {
    if (code && finalGoodbyes.includes(code)) end(following(), code as FinalGoodbye, reference);
    else {
      lost(following());
      background(connectLater(following()), 'reconnect');
    }
  },
});

function welcome(following: Following, message: Welcome): void {
  const { store, ports } = following;
  const snapshot = welcomed(store.getState().snapshot, message, ports.now());
  if (snapshot) background(arrive(following, snapshot, message.reached), 'welcome');
  else startOver(following);
}

function patch(following: Following, message: Numbered): void {
  const { store, personal } = following;
  const { snapshot } = store.getState();
  const next = snapshot && patched(snapshot, message);
  if (next) {
    store.setState({ snapshot: next });
    personal?.outbox.reached(next.seq);
  } else startOver(following);
}

/** `reached`: the position of the log up to which the welcome told everything. */
async function arrive(following: Following, snapshot: DialogueSnapshot, reached: number): Promise<void> {
  const { store, ports } = following;
  following.phase = 'connected';
  following.failures = 0;
  following.basis = 'snapshot';
  const { personal, isNew } = personalFor(following, snapshot.me);
  store.setState({ snapshot, goodbye: null, reference: null, ...(isNew && { isReady: false }) });
  await personal.restored;
  // The connection may be lost by then, or somebody else may be signed in; the next welcome goes on.
  if (following.phase !== 'connected' || following.personal !== personal) return;
  store.setState({ isReady: true, connection: { status: 'on', since: ports.now() } });
  personal.outbox.reached(reached);
  personal.outbox.resume();
}

/** What this device keeps of the person; another person's is put away when somebody else signs in. */
function personalFor(following: Following, person: string): { personal: Personal; isNew: boolean } {
  const { id, ports, store, socket, draftChanges } = following;
  const owner = `${id}/${person}`;
  if (following.personal?.owner === owner) return { personal: following.personal, isNew: false };
  following.personal?.outbox.pause();
  const personal = openPersonal(owner, {
    stores: ports.stores,
    submit: socket.command,
    outboxChanged: outbox => store.setState({ outbox }),
    draftsChanged: draftChanges.tell,
    now: ports.now,
    delay: ports.delay,
  });
  following.personal = personal;
  return { personal, isNew: true };
}

function lost(following: Following): void {
  const { store, ports, personal } = following;
  if (following.phase === 'connected') following.phase = 'disconnected';
  personal?.outbox.pause();
  if (store.getState().connection.status === 'on')
    store.setState({ connection: { status: 'off', since: ports.now() } });
}

/** Connects again and asks for everything, because what came does not fit what is there. */
function startOver(following: Following): void {
  following.basis = 'nothing';
  lost(following);
  following.socket.reconnect();
}

async function connectLater(following: Following): Promise<void> {
  const { ports, socket } = following;
  const pause = Math.min(pauses.longest, pauses.first * 2 ** following.failures);
  following.failures += 1;
  await ports.delay(pause * (0.5 + ports.chance() / 2));
  if (!isEnded(following)) socket.connect();
}

/** Leaves a dialogue for good, and says why. */
function end(following: Following, reason: FinalGoodbye, reference?: string): void {
  close(following);
  lost(following);
  following.store.setState({ goodbye: reason, reference: reference ?? null });
}

/** Leaves a dialogue for good. */
export function close(following: Following): void {
  following.phase = 'ended';
  following.personal?.outbox.pause();
  following.socket.disconnect();
}

// Asked of a function, because much may have happened while something was awaited.
const isEnded = ({ phase }: Following): boolean => phase === 'ended';
