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
export type Stage = {
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
  act(stage: Stage): Promise<void>;
};

const plenaryOf = ({ session }: Stage) => `${session}/plenary`;

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
  async act(stage) {
    const { client, languages } = stage.chance.pick(stage.people);
    const text = stage.chance.pick(sayings[stage.chance.pick(languages)]);
    client.socket.emit('signal', { kind: 'chat.writing', input: { room: plenaryOf(stage), on: true } });
    await stage.wait(2);
    await client.command('chat.say', { room: plenaryOf(stage), message: newId(), text });
  },
};

const react: Behaviour = {
  name: 'react',
  pause: [2, 6],
  async act(stage) {
    const { client } = stage.chance.pick(stage.people);
    const view = client.view() as unknown as { chat: Record<string, { messages: { message: string }[] } | undefined> };
    const messages = view.chat[plenaryOf(stage)]?.messages.slice(-6) ?? [];
    if (messages.length === 0) return;
    const { message } = stage.chance.pick(messages);
    const reaction = stage.chance.pick(['👍', '💡', '🙏']);
    await client.command('chat.react', { room: plenaryOf(stage), message, reaction, on: true });
  },
};

/** Somebody leaves the room and comes back. */
const move: Behaviour = {
  name: 'move',
  pause: [15, 40],
  async act(stage) {
    // The host stays, so that somebody is always there.
    const person = stage.chance.pick(stage.people.slice(1));
    const { client, voice } = person;
    person.voice = null;
    await voice?.close();
    await client.command('sessions.leave', { room: plenaryOf(stage) });
    await stage.wait(stage.chance.between(3, 10));
    await client.command('sessions.enter', { session: stage.session });
    person.voice = await person.openVoice();
  },
};

const behaviours: readonly Behaviour[] = [talk, chat, react, move];

/** Lets people behave until `signal` aborts; what fails once is told and tried again later. Resolves when all have stopped. */
export async function behave(
  stage: Stage,
  signal: AbortSignal,
  report: (what: string, error: unknown) => void,
): Promise<void> {
  await Promise.all(
    behaviours.map(async ({ name, pause, act }) => {
      while (!signal.aborted) {
        await stage.wait(stage.chance.between(...pause));
        if (!signal.aborted) await act(stage).catch(error => report(name, error));
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
