import { documentsNamespace } from '@multaqa/shared/documents/names';
import type {
  DocumentEvents,
  DocumentInput,
  DocumentReply,
  DocumentRequestName,
  ToldCaret,
} from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import { protocol } from '@multaqa/shared/protocol';
import { Manager, type Socket } from 'socket.io-client';
import * as Y from 'yjs';
import type { Browser } from '../app.samples.ts';
import { readWhole } from '../documents/wholes.ts';

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

/** Somebody who writes into a document, without a screen: what they write goes out in their order, one message at a time. */
export type Typer = {
  /** What the document is called. */
  name: string;
  doc: Y.Doc;
  socket: Socket;
  text(): string;
  type(words: string): void;
  access(): string | null;
  events: string[];
  carets: ToldCaret[];
  refusals: string[];
  /** Opens the document with what is there, and sends what the server does not have. Resolves with the answer. */
  open(): Promise<DocumentReply<'open'>>;
  request<Name extends DocumentRequestName>(name: Name, input: DocumentInput<Name>): Promise<DocumentReply<Name>>;
  /** Sends bytes as they are. */
  send(bytes: Uint8Array): Promise<DocumentReply<'update'>>;
  /** Resolves when everything that was typed is acknowledged. */
  saved(): Promise<void>;
  /** How many of the changes made here are acknowledged: the first so many. */
  acknowledged(): number;
  /** How many updates wait for their acknowledgement. */
  waiting(): number;
  /** How many parts the document came in when it was opened last. */
  parts(): number;
  /** What was written while the server packed the document that was opened last; null for nothing. */
  since(): string | null;
  connect(): void;
  close(): void;
};

/** `pace`: how long (ms) it gathers what is written before the next update. */
type Options = { transports?: ('websocket' | 'polling')[]; doc?: Y.Doc; pace?: number };

/** Connects somebody who has not opened the document yet. */
export function openTyper(
  { url, cookie }: Browser,
  dialogue: string,
  document: string,
  { transports = ['websocket'], doc = new Y.Doc(), pace = 0 }: Options = {},
): Typer {
  const manager = new Manager(url, { transports, reconnection: false, extraHeaders: { origin: url, cookie } });
  const socket = manager.socket(documentsNamespace, { auth: { protocol, dialogue } });
  let pending: Uint8Array[] = [];
  let sending: Promise<void> | null = null;
  let access: string | null = null;
  let unsent = false;
  /** How often the document was opened: what was on its way before is sent again with the rest. */
  let times = 0;
  let parts = 0;
  let since: string | null = null;
  let [made, acknowledged] = [0, 0];
  const [events, carets, refusals]: [string[], ToldCaret[], string[]] = [[], [], []];

  const tells: { [Event in keyof DocumentEvents]: DocumentEvents[Event] } = {
    update: (name, bytes) => void (name === document && Y.applyUpdate(doc, bytesOf(bytes), 'server')),
    carets: (_name, told) => void carets.push(...told),
    access(_name, next) {
      events.push(`access ${next}`);
      access = next;
    },
    reload: () => void events.push('reload'),
  };
  for (const [event, tell] of Object.entries(tells)) socket.on(event, tell as (...message: unknown[]) => void);
  socket.on('disconnect', () => {
    access = null;
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return;
    unsent = true;
    made += 1;
    pending.push(update);
    pump();
  });

  const request: Typer['request'] = (name, input) => socket.timeout(20_000).emitWithAck(name, input);

  async function send(bytes: Uint8Array): Promise<DocumentReply<'update'>> {
    const size = limits.documentPartBytes;
    if (bytes.length <= size) return request('update', { document, bytes: base64(bytes) });
    for (let at = 0; ; at += size) {
      const isLast = at + size >= bytes.length;
      const input = { document, bytes: base64(bytes.slice(at, at + size)), part: { at, isLast } };
      const reply = await request('update', input);
      const isPaced = !reply.ok && reply.refusal === 'too-fast';
      if (isPaced) await new Promise(resolve => setTimeout(resolve, 100));
      if (isPaced) at -= size;
      else if (isLast || !reply.ok) return reply;
    }
  }

  function pump(): void {
    if (sending !== null || pending.length === 0 || access !== 'write') return;
    sending = sendAll().finally(() => {
      sending = null;
      pump();
    });
  }

  async function sendAll(): Promise<void> {
    const bytes = pending.length > 1 ? Y.mergeUpdates(pending) : (pending[0] ?? new Uint8Array());
    const [count, covered, opened] = [pending.length, made, times];
    const reply = await send(bytes).catch(() => null);
    if (opened !== times) return;
    if (reply === null) {
      access = null;
      return;
    }
    if (reply.ok) {
      pending = pending.slice(count);
      acknowledged = covered;
      unsent = pending.length > 0;
      if (pace > 0) await new Promise(resolve => setTimeout(resolve, pace));
      return;
    }
    refusals.push(reply.refusal);
    if (reply.refusal === 'busy' || reply.refusal === 'too-fast') await new Promise(resolve => setTimeout(resolve, 50));
    else access = null;
  }

  async function open(): Promise<DocumentReply<'open'>> {
    const vector = base64(Y.encodeStateVector(doc));
    const reply = await request('open', { document, client: doc.clientID, vector });
    if (!reply.ok) return reply;
    let all = reply.bytes;
    parts = 1;
    while (all.length < reply.size) {
      parts += 1;
      const more = await request('more', { document, at: all.length });
      if (!more.ok) return more;
      all += more.bytes;
    }
    Y.applyUpdate(doc, readWhole(all), 'server');
    since = reply.since;
    if (reply.since !== null) Y.applyUpdate(doc, bytesOf(reply.since), 'server');
    carets.push(...reply.carets);
    times += 1;
    pending = unsent ? [Y.encodeStateAsUpdate(doc, bytesOf(reply.vector))] : [];
    access = reply.access;
    pump();
    return reply;
  }

  return {
    name: document,
    doc,
    socket,
    events,
    carets,
    refusals,
    request,
    send,
    open,
    parts: () => parts,
    since: () => since,
    text: () =>
      doc
        .getXmlFragment('text')
        .toString()
        .replaceAll(/<\/?paragraph>/g, ''),
    type(words) {
      const text = doc.getXmlFragment('text');
      doc.transact(() => {
        const known = text.toArray().find(part => part instanceof Y.XmlElement && part.firstChild instanceof Y.XmlText);
        const line = known instanceof Y.XmlElement && known.firstChild instanceof Y.XmlText ? known.firstChild : null;
        if (line) return line.insert(line.length, words);
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(words)]);
        text.insert(text.length, [paragraph]);
      });
    },
    access: () => access,
    async saved() {
      while (pending.length > 0 && access === 'write') await new Promise(resolve => setTimeout(resolve, 2));
    },
    acknowledged: () => acknowledged,
    waiting: () => pending.length,
    connect: () => void socket.connect(),
    close: () => void socket.disconnect(),
  };
}
