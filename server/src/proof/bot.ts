import type { Ack } from '@multaqa/shared/protocol';
import { retryable } from '@multaqa/shared/protocol';
import { type Browser, newId } from '../app.samples.ts';
import { type Client, connect } from '../client.samples.ts';
import type { Event } from './history.ts';

export type Bot = {
  person: string;
  /** Stops making new commands and has the waiting ones answered. */
  rest(): Promise<void>;
  /** Comes back and reads everything there is to read. */
  read(): Promise<void>;
};

type Pending = { id: string; kind: string; input: Record<string, unknown> };
type RoomChat = { room: string; messages: { message: string; seq: number; to: string }[]; more: boolean };

/** A busy participant: writes, reacts and describes itself without pause, sends again what was not answered, and writes down what it sees. */
export function startBot(
  browser: Browser,
  dialogue: string,
  session: string,
  record: (event: Event) => void,
  random: () => number,
): Bot {
  let client: Client | null = null;
  let person = '';
  let isBusy = true;
  const pending: Pending[] = [];
  const seen = new Set<string>();

  const chatOf = () => (client ? roomChat(client) : undefined);

  function look(): void {
    for (const { message } of chatOf()?.messages ?? []) {
      if (seen.has(message)) continue;
      seen.add(message);
      record({ what: 'shown', client: person, message });
    }
  }

  function next(): Pending | null {
    const room = chatOf()?.room;
    const dice = random();
    if (!room) return { id: newId(), kind: 'sessions.enter', input: { session } };
    if (dice < 0.3)
      return {
        id: newId(),
        kind: 'people.describe',
        input: { person, languages: ['ar'], needs: [`need ${Math.floor(random() * 9)}`], vision: '' },
      };
    const message = newId();
    if (dice < 0.9 || seen.size === 0)
      return { id: newId(), kind: 'chat.say', input: { room, message, text: `words ${random()}` } };
    const known = [...seen][Math.floor(random() * seen.size)] ?? message;
    return { id: newId(), kind: 'chat.react', input: { room, message: known, reaction: '👏', on: random() < 0.5 } };
  }

  async function settle(entry: Pending, ack: Ack): Promise<void> {
    if (ack.ok) record({ what: 'accepted', client: person, id: entry.id, seq: ack.seq });
    else if (retryable.includes(ack.refusal)) return pause(40);
    else record({ what: 'refused', client: person, id: entry.id });
    pending.shift();
  }

  async function work(): Promise<void> {
    while (isBusy || pending.length > 0) {
      client ??= await reconnect();
      if (!client) continue;
      let entry = pending[0];
      if (!entry) {
        entry = next() ?? undefined;
        if (!entry) continue;
        pending.push(entry);
        record({
          what: 'invoked',
          client: person,
          id: entry.id,
          ...(entry.kind === 'chat.say' && { message: String(entry.input.message) }),
        });
      }
      try {
        await settle(entry, await client.command(entry.kind, entry.input, entry.id));
      } catch {
        client?.close();
        client = null;
      }
    }
  }

  async function reconnect(): Promise<Client | null> {
    try {
      const fresh = await connect(browser, dialogue);
      person = fresh.me();
      fresh.socket.on('welcome', look);
      fresh.socket.on('patch', look);
      fresh.socket.on('disconnect', () => {
        if (client === fresh) client = null;
      });
      client = fresh;
      look();
      return fresh;
    } catch {
      await pause(30);
      return null;
    }
  }

  const worker = work();
  return {
    get person() {
      return person;
    },
    async rest() {
      isBusy = false;
      await worker;
    },
    async read() {
      client?.close();
      client = null;
      while (!client) client = await reconnect();
      record({ what: 'read', client: person, messages: await readAll(client) });
      client.close();
    },
  };
}

/** The chat of the one room that a participant sees into. */
const roomChat = (client: Client): RoomChat | undefined =>
  Object.values((client.view() as { chat?: Record<string, RoomChat> }).chat ?? {})[0];

async function readAll(client: Client): Promise<string[]> {
  const view = roomChat(client);
  if (!view) return [];
  const all = [...view.messages];
  for (let more = view.more; more; ) {
    const answer = await client.ask('chat.older', { room: view.room, before: all[0]?.seq });
    if (!answer.ok) {
      await pause(100);
      continue;
    }
    const page = answer.answer as { messages: typeof all; more: boolean };
    all.unshift(...page.messages);
    more = page.more;
  }
  return all.map(({ message }) => message);
}

// A reconnecting client waits between attempts; nothing is asserted about how long.
const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));
