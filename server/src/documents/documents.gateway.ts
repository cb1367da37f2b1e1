import { documentsNamespace } from '@multaqa/shared/documents/names';
import { Caret, type DocumentEvents, type DocumentRequestName, documentRequests } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import type { Refused } from '@multaqa/shared/protocol';
import type { Admission } from '../dialogue/admission.ts';
import { openFaults } from '../dialogue/faults.ts';
import { accountRoom, signInRoom } from '../dialogue/gateway.ts';
import { type IdentifyPorts, identifyAll } from '../dialogue/identify.ts';
import { background } from '../platform/background.ts';
import { type ClientSocket, cutLine, isClogged, markKnown, type Sockets } from '../platform/sockets.ts';
import type { Carets } from './carets.ts';
import type { DialogueDocuments } from './dialogue-documents.ts';
import type { Opening } from './openings.ts';
import { type Handlers, refuse, type Tab } from './requests.ts';

export type DocumentsGatewayPorts = IdentifyPorts & {
  handlers: Handlers;
  carets: Carets;
  /** The documents of a dialogue that this node holds, or why it does not. */
  documentsOf(dialogue: string): Promise<DialogueDocuments | 'elsewhere' | 'quarantined' | null>;
  /** A tab has closed a document. */
  left(tab: Tab, document: string): void;
};

export type DocumentsGateway = {
  /** Tells all tabs that have a document open, but one. */
  tell<Event extends keyof DocumentEvents>(
    to: { dialogue: string; document: string; but: string | null; isKept: boolean },
    event: Event,
    ...message: Parameters<DocumentEvents[Event]>
  ): void;
  /** Ends the connections of a dialogue whose people its newest state no longer admits. */
  recheck(dialogue: string): void;
};

/** Documents over a namespace of the one connection: one listener, one answer to each request. */
export function openDocumentsGateway(io: Sockets, ports: DocumentsGatewayPorts): DocumentsGateway {
  const { dialogues, rates, logger, handlers } = ports;
  const namespace = io.of(documentsNamespace);
  const connected = new Map<string, Map<ClientSocket, Admission>>();
  const identified = identifyAll(io, documentsNamespace, ports, hasPlace);

  function hasPlace(socket: ClientSocket, admission: Admission): boolean {
    const own = connected.get(admission.dialogue) ?? new Map<ClientSocket, Admission>();
    const count = [...own.values()].filter(({ person }) => person === admission.person).length;
    if (count >= limits.documentSocketsPerPerson) return false;
    connected.set(admission.dialogue, own.set(socket, admission));
    const gone = () => {
      own.delete(socket);
      if (own.size === 0 && connected.get(admission.dialogue) === own) connected.delete(admission.dialogue);
    };
    socket.on('disconnect', gone);
    // Socket.IO has connected an admitted socket by then, or never will: its transport broke in the meantime.
    setImmediate(() => socket.connected || gone());
    return true;
  }

  namespace.on('connection', socket => {
    const found = identified(socket);
    if (!found) return void socket.disconnect();
    const { admission } = found;
    markKnown(socket.conn);
    const tab = tabOf(socket, admission, document => ports.left(tab, document));
    const { dialogue, person } = tab;
    const faults = openFaults(logger, dialogue);
    const doors = [signInRoom(admission.signIn), accountRoom(admission.account ?? '')];
    const entering = enter(socket, admission, doors);
    void background(logger, entering, 'a connection for documents failed', { dialogue, person });
    socket.onAny((event: unknown, body: unknown, ack: unknown) => {
      if (event === 'caret') return takeCaret(tab, socket, body);
      entering
        .then(() => receive(tab, socket, admission, event, body))
        .catch((error): Refused => ({ ok: false, refusal: 'fault', reference: faults.log(error, 'documents failed') }))
        .then(answer => {
          if (typeof ack === 'function') ack(answer);
        })
        .catch(error => faults.log(error, 'an answer about documents failed'));
    });
    socket.on('disconnect', () => {
      for (const document of [...tab.openings.keys()]) ports.left(tab, document);
    });
  });

  /** Reads the sign-in once more: it may have ended before the socket stood in the rooms that are emptied then. */
  async function enter(socket: ClientSocket, admission: Admission, doors: string[]): Promise<void> {
    await socket.join(doors);
    if (!(await admission.isStillSignedIn())) socket.disconnect(true);
  }

  function takeCaret(tab: Tab, socket: ClientSocket, body: unknown): void {
    if (!rates.take(tab.dialogue, tab.person, 'caret') || isClogged(socket)) return;
    const parsed = Caret.safeParse(body);
    if (!parsed.success || Buffer.byteLength(JSON.stringify(parsed.data.state)) > limits.caretBytes) return;
    const { document, clock, state } = parsed.data;
    const opening = tab.openings.get(document);
    if (opening?.access === 'write') ports.carets.put(opening, clock, state);
  }

  async function receive(tab: Tab, socket: ClientSocket, admission: Admission, event: unknown, body: unknown) {
    if (isClogged(socket)) {
      cutLine(socket);
      return refuse('busy');
    }
    if (!rates.take(tab.dialogue, tab.person, 'document')) return refuse('too-fast');
    if (!isRequest(event)) return refuse('unknown');
    const parsed = documentRequests[event].safeParse(body);
    if (!parsed.success) return refuse('malformed');
    const documents = await ports.documentsOf(tab.dialogue);
    if (documents === null || typeof documents === 'string') return refuse(documents ?? 'unknown');
    if (admission.refusedBy(documents.live.runner.state())) return refuse('not-permitted');
    logger.debug({ dialogue: tab.dialogue, person: tab.person, request: event }, 'documents were asked');
    // The schema of this name has made this input.
    return handlers[event](tab, documents, parsed.data as never);
  }

  return {
    tell({ dialogue, document, but, isKept }, event, ...message) {
      const room = namespace.to(documentRoom(dialogue, document));
      const others = but === null ? room : room.except(but);
      const operator = (isKept ? others : others.volatile) as unknown as { emit(...event: unknown[]): void };
      operator.emit(event, ...message);
    },
    recheck(dialogue) {
      const state = dialogues.loaded(dialogue)?.runner.state();
      for (const [socket, admission] of [...(connected.get(dialogue) ?? [])])
        if (state && admission.refusedBy(state)) socket.disconnect(true);
    },
  };
}

/** The Socket.IO room of those who have a document open. */
const documentRoom = (dialogue: string, document: string): string => `document/${dialogue}/${document}`;

const isRequest = (event: unknown): event is DocumentRequestName =>
  typeof event === 'string' && Object.hasOwn(documentRequests, event);

function tabOf(socket: ClientSocket, { dialogue, person }: Admission, left: (document: string) => void): Tab {
  // The namespace carries messages of its own; the server's type knows those of the main one alone.
  const emit = (event: keyof DocumentEvents, ...message: unknown[]) =>
    void (socket as unknown as { emit(...event: unknown[]): void }).emit(event, ...message);
  return {
    dialogue,
    person,
    socket: socket.id,
    openings: new Map<string, Opening>(),
    isConnected: () => socket.connected,
    join: document => void socket.join(documentRoom(dialogue, document)),
    leave: document => void socket.leave(documentRoom(dialogue, document)),
    tell: document => ({
      access(access) {
        emit('access', document, access);
        if (access === null) left(document);
      },
      reload: () => emit('reload', document),
      end: () => void socket.disconnect(),
      relieve() {
        if (isClogged(socket)) cutLine(socket);
      },
    }),
  };
}
