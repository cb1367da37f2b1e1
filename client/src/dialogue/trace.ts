import type { DialogueHandlers } from '../platform/dialogue-socket.ts';
import { openListeners } from '../platform/listeners.ts';
import type { DialoguePorts } from './dialogue-state.ts';

/** One message of the server, as the development panel lists it. `at` in ms since the epoch, `bytes` of its JSON. */
export type TraceEntry = { order: number; at: number; kind: keyof DialogueHandlers; what: string; bytes: number };

/** What has arrived on the socket of a dialogue, newest first, and what its connection is like. Development builds only. */
export type Trace = {
  entries(): readonly TraceEntry[];
  /** Calls back with each new entry; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** ms; rejects as the ping of the socket does. */
  roundTrip(): Promise<number>;
};

/** So many entries are kept. */
const most = 200;

const traces = new Map<string, Trace>();

/** The trace of a dialogue that was opened with `traced`. */
export function traceOf(dialogue: string): Trace {
  const trace = traces.get(dialogue);
  if (!trace) throw new Error(`multaqa-development: ${dialogue} is not traced`);
  return trace;
}

/** Opens sockets whose messages are traced. */
export const traced =
  (openSocket: DialoguePorts['openSocket']): DialoguePorts['openSocket'] =>
  (dialogue, handshake, handlers) => {
    const changes = openListeners();
    let entries: readonly TraceEntry[] = [];
    const add = (kind: keyof DialogueHandlers, what: string, message: unknown) => {
      const bytes = JSON.stringify(message ?? null).length;
      entries = [{ order: (entries[0]?.order ?? 0) + 1, at: Date.now(), kind, what, bytes }, ...entries].slice(0, most);
      changes.tell();
    };
    const socket = openSocket(dialogue, handshake, tracedHandlers(handlers, add));
    traces.set(dialogue, {
      entries: () => entries,
      subscribe: changes.add,
      async roundTrip() {
        const from = performance.now();
        await socket.ping();
        return performance.now() - from;
      },
    });
    return socket;
  };

type Add = (kind: keyof DialogueHandlers, what: string, message: unknown) => void;

const tracedHandlers = (handlers: DialogueHandlers, add: Add): DialogueHandlers => ({
  welcome(welcome) {
    add('welcome', `${welcome.kind}, reached ${welcome.reached}`, welcome);
    handlers.welcome(welcome);
  },
  patch(patch) {
    add('patch', `${patch.from} → ${patch.to}`, patch.patch);
    handlers.patch(patch);
  },
  own(own, seq) {
    add('own', `${Object.keys(own).join(', ')} at ${seq}`, own);
    handlers.own(own, seq);
  },
  signals(signals) {
    add('signals', signals.map(({ kind }) => kind).join(', '), signals);
    handlers.signals(signals);
  },
  goodbye(reason) {
    add('goodbye', reason, reason);
    handlers.goodbye(reason);
  },
  disconnected(code, reference) {
    add('disconnected', code ?? 'connection lost', code);
    handlers.disconnected(code, reference);
  },
});
