import { audienceKey } from '@multaqa/shared/kernel/context';
import { apply, type Json } from '@multaqa/shared/kernel/patch';
import { unpacked, unpackedWelcome } from '@multaqa/shared/packed';
import {
  type Ack,
  type Answer,
  type ClientToServer,
  protocol,
  type ServerToClient,
  type Welcome,
} from '@multaqa/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import { type Browser, newId } from './app.samples.ts';
import { inflate } from './platform/packed.ts';

/** A participant's client without a screen: it keeps the view that the patches make. */
export type Client = {
  socket: Socket<ServerToClient, ClientToServer>;
  me(): string;
  view(): Record<string, never>;
  own(): Record<string, unknown>;
  seq(): number;
  audience(): string;
  /** How often a welcome came with a whole view, and how often with a tail. */
  welcomes: Welcome['kind'][];
  /** Patches that did not follow the ones before. */
  gaps(): number;
  goodbyes: string[];
  /** The position of the log up to which the server has told everything. */
  reached(): number;
  /** Everything that the server has told, as text. */
  told(): string;
  command(kind: string, input: unknown, id?: string): Promise<Ack>;
  ask(kind: string, input: unknown): Promise<Answer>;
  /** Resolves when the view satisfies a condition. */
  until(what: string, holds: (view: Record<string, never>) => boolean): Promise<void>;
  close(): void;
};

export type ConnectOptions = {
  known?: { epoch: string; audience: string; seq: number; view: Json };
  origin?: string;
  protocol?: number;
  /** Where it comes from, as a proxy in front of the server says. */
  address?: string;
  /** Called with how many bytes of text have arrived. */
  received?: (bytes: number) => void;
};

/** Connects and waits for the first welcome, or throws the code of the refusal. */
export async function connect(
  browser: Browser,
  dialogue: string,
  options: ConnectOptions = {},
): Promise<Client & { epoch(): string }> {
  const { known } = options;
  let view: Json = known?.view ?? {};
  let own = {};
  let seq = known?.seq ?? 0;
  let welcome: Welcome | null = null;
  let gaps = 0;
  const welcomes: Welcome['kind'][] = [];
  let reached = 0;
  const goodbyes: string[] = [];
  const told: string[] = [];
  const waiting = new Set<() => void>();
  const socket: Socket<ServerToClient, ClientToServer> = io(browser.url, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: {
      ...{ origin: options.origin ?? browser.url, cookie: browser.cookie },
      ...(options.address && { 'x-forwarded-for': options.address }),
    },
    auth: {
      protocol: options.protocol ?? protocol,
      dialogue,
      ...(known && { known: { epoch: known.epoch, audience: known.audience, seq: known.seq } }),
    },
  });
  socket.io.on('open', () =>
    socket.io.engine.on('packet', ({ data }) => options.received?.(Buffer.byteLength(String(data ?? '')))),
  );
  const changed = () => {
    for (const check of waiting) check();
  };
  const take = (from: number, to: number, patch: Parameters<typeof apply>[1]) => {
    if (from !== seq) gaps += 1;
    view = apply(view, patch);
    seq = to;
  };
  socket.on('welcome', packed => {
    const message = unpackedWelcome(packed, inflate);
    told.push(JSON.stringify(message));
    if (message.kind === 'moved' && (message.from.seq !== seq || message.from.audience !== client.audience()))
      gaps += 1;
    welcome = message;
    welcomes.push(message.kind);
    own = message.own;
    reached = message.reached;
    if (message.kind === 'snapshot') view = message.view as Json;
    if (message.kind === 'moved') view = apply(view, message.patch);
    if (message.kind !== 'tail') seq = message.seq;
    if (message.kind !== 'moved') for (const { from, to, patch } of message.patches) take(from, to, patch);
    changed();
  });
  socket.on('patch', packed => {
    const { from, to, patch } = unpacked(packed, inflate);
    told.push(JSON.stringify(patch));
    take(from, to, patch);
    changed();
  });
  socket.on('own', (changes, position) => {
    told.push(JSON.stringify(changes));
    own = { ...own, ...changes };
    reached = position;
    changed();
  });
  socket.on('goodbye', reason => {
    goodbyes.push(reason);
    changed();
  });
  socket.on('disconnect', changed);

  const client: Client & { epoch(): string } = {
    socket,
    me: () => welcome?.me ?? '',
    epoch: () => welcome?.epoch ?? '',
    view: () => view as Record<string, never>,
    own: () => own,
    seq: () => seq,
    audience: () => (welcome ? audienceKey(welcome.audience) : ''),
    welcomes,
    gaps: () => gaps,
    goodbyes,
    reached: () => Math.max(reached, seq),
    told: () => told.join('\n'),
    command: (kind, input, id = newId()) => socket.timeout(10_000).emitWithAck('command', { id, kind, input }),
    ask: (kind, input) => socket.timeout(10_000).emitWithAck('ask', { kind, input }),
    until: (what, holds) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(check);
          reject(new Error(`never saw: ${what}; the view is ${JSON.stringify(view).slice(0, 600)}`));
        }, 10_000);
        const check = () => {
          if (!holds(view as Record<string, never>)) return;
          clearTimeout(timer);
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () => socket.disconnect(),
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('welcome', () => resolve());
    socket.once('goodbye', reason => reject(new Error(reason)));
    socket.once('connect_error', reject);
    socket.once('disconnect', reason => reject(new Error(reason)));
  });
  return client;
}
