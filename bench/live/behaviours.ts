import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import { sayings } from './sayings.ts';
import type { Voice } from './voice.ts';

/** One simulated person in the session. `voice` is null while they are away, and where the server has no media. */
export type Simulated = {
  name: string;
  languages: readonly (keyof typeof sayings)[];
  client: Client;
  voice: Voice | null;
  openVoice(): Promise<Voice | null>;
};

/** What behaviours see of each other: the session, who is there, and a source of chance that can be repeated. */
export type Simulation = {
  session: string;
  people: readonly Simulated[];
  chance: Chance;
  /** Resolves after so many seconds, or as soon as the simulation ends. */
  wait(seconds: number): Promise<void>;
};

export type Chance = {
  /** One of these. */
  pick<Item>(items: readonly Item[]): Item;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
};

/** Something that simulated people do again and again, after pauses of so many seconds. A new feature adds one here. */
export type Behaviour = {
  name: string;
  pause: readonly [least: number, most: number];
  act(simulation: Simulation): Promise<void>;
};

const plenaryOf = ({ session }: Simulation) => `${session}/plenary`;

/** Somebody speaks for a while; now and then somebody else answers before they have ended. */
const talk: Behaviour = {
  name: 'talk',
  pause: [1, 3],
  async act({ people, chance, wait }) {
    const speaker = chance.pick(people).voice;
    if (!speaker) return;
    await speaker.talk();
    await wait(chance.between(4, 12));
    const other = chance.pick(people).voice;
    const interrupts = chance.between(1, 4) === 1 && other !== null && other !== speaker;
    if (interrupts) await other.talk();
    await wait(1);
    await speaker.stop();
    if (!interrupts) return;
    await wait(2);
    await other.stop();
  },
};

const chat: Behaviour = {
  name: 'chat',
  pause: [3, 9],
  async act(simulation) {
    const { client, languages } = simulation.chance.pick(simulation.people);
    const text = simulation.chance.pick(sayings[simulation.chance.pick(languages)]);
    client.socket.emit('signal', { kind: 'chat.writing', input: { room: plenaryOf(simulation), on: true } });
    await simulation.wait(2);
    await client.command('chat.say', { room: plenaryOf(simulation), message: newId(), text });
  },
};

const react: Behaviour = {
  name: 'react',
  pause: [2, 6],
  async act(simulation) {
    const { client } = simulation.chance.pick(simulation.people);
    const view = client.view() as unknown as { chat: Record<string, { messages: { message: string }[] } | undefined> };
    const messages = view.chat[plenaryOf(simulation)]?.messages.slice(-6) ?? [];
    if (messages.length === 0) return;
    const { message } = simulation.chance.pick(messages);
    const reaction = simulation.chance.pick(['👍', '💡', '🙏']);
    await client.command('chat.react', { room: plenaryOf(simulation), message, reaction, on: true });
  },
};

/** Somebody leaves the room and comes back. */
const move: Behaviour = {
  name: 'move',
  pause: [15, 40],
  async act(simulation) {
    // The host stays, so that somebody is always there.
    const person = simulation.chance.pick(simulation.people.slice(1));
    const { client, voice } = person;
    person.voice = null;
    await voice?.close();
    await client.command('sessions.leave', { room: plenaryOf(simulation) });
    await simulation.wait(simulation.chance.between(3, 10));
    await client.command('sessions.enter', { session: simulation.session });
    person.voice = await person.openVoice();
  },
};

const behaviours: readonly Behaviour[] = [talk, chat, react, move];

/** Lets people behave until `signal` aborts; what fails once is told and tried again later. Resolves when all have stopped. */
export async function behave(
  simulation: Simulation,
  signal: AbortSignal,
  report: (what: string, error: unknown) => void,
): Promise<void> {
  await Promise.all(
    behaviours.map(async ({ name, pause, act }) => {
      while (!signal.aborted) {
        await simulation.wait(simulation.chance.between(...pause));
        if (!signal.aborted) await act(simulation).catch(error => report(name, error));
      }
    }),
  );
}

/** Repeatable chance (mulberry32, public domain, by Tommy Ettinger). */
export function openChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return { between, pick: items => items[between(0, items.length - 1)] as never };
}
