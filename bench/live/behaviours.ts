import { outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { newId } from '../../server/src/app.samples.ts';
import { followIn } from './agenda.ts';
import { drawIn } from './board.ts';
import { queueIn } from './floor.ts';
import { writeOutcome } from './notes.ts';
import { askIn } from './questions.ts';
import { reactIn } from './reactions.ts';
import { sayings, wordsForHelp } from './sayings.ts';
import { type Behaviour, breakoutsOf, byRoom, roomOf, type Simulated, type Simulation, viewOf } from './simulation.ts';
import { voteIn } from './votes.ts';

/** From so many breakouts on, nobody speaks in the last of them, so that a silent room can be seen. */
const roomsWithASilentOne = 3;

/** In each room whoever has the floor speaks for a while, or somebody while it is free; now and then somebody else answers before they have ended. */
const talk: Behaviour = {
  name: 'talk',
  pause: [1, 3],
  async act(simulation) {
    const rooms = byRoom(simulation);
    const breakouts = breakoutsOf(rooms);
    const silent = breakouts.length >= roomsWithASilentOne ? breakouts.at(-1) : null;
    await Promise.all([...rooms].map(([room, people]) => (room === silent ? null : talkIn(people, simulation))));
  },
};

async function talkIn(people: readonly Simulated[], simulation: Simulation): Promise<void> {
  const { chance, wait } = simulation;
  const [first] = people;
  const room = first && roomOf(first, simulation);
  const holder = (room && first && viewOf(first).floor.rooms[room]?.holder?.person) ?? null;
  // Where a guest who is not simulated has the floor, everybody listens.
  const speaker = (holder ? people.find(({ client }) => client.me() === holder) : chance.pick(people))?.voice;
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
}

const chat: Behaviour = {
  name: 'chat',
  pause: [3, 9],
  async act(simulation) {
    const person = simulation.chance.pick(simulation.people);
    const { client, languages } = person;
    const text = simulation.chance.pick(sayings[simulation.chance.pick(languages)]);
    const room = roomOf(person, simulation);
    if (room === null) return;
    client.socket.emit('signal', { kind: 'chat.writing', input: { room, on: true } });
    await simulation.wait(2);
    await client.command('chat.say', { room, message: newId(), text });
  },
};

const react: Behaviour = {
  name: 'react',
  pause: [2, 6],
  async act(simulation) {
    const person = simulation.chance.pick(simulation.people);
    const { client } = person;
    const room = roomOf(person, simulation);
    const messages = (room && viewOf(person).chat[room]?.messages.slice(-6)) || [];
    if (messages.length === 0) return;
    const { message } = simulation.chance.pick(messages);
    const reaction = simulation.chance.pick(['👍', '💡', '🙏']);
    await client.command('chat.react', { room, message, reaction, on: true });
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
    const room = roomOf(person, simulation);
    if (room === null) return;
    person.voice = null;
    await voice?.close();
    await client.command('sessions.leave', { room });
    await simulation.wait(simulation.chance.between(3, 10));
    await client.command('sessions.enter', { session: simulation.session });
    person.voice = await person.openVoice();
  },
};

/** The first breakout asks for help; once that was answered, it asks again some time later. */
const askForHelp: Behaviour = {
  name: 'ask for help',
  pause: [25, 50],
  async act(simulation) {
    const rooms = byRoom(simulation);
    const [room = ''] = breakoutsOf(rooms);
    const [person] = rooms.get(room) ?? [];
    if (!person) return;
    const [language = 'en'] = person.languages;
    await person.client.command('breakouts.help', { room, text: wordsForHelp[language] });
  },
};

/** A breakout writes down something that it brings back. */
const report: Behaviour = {
  name: 'report',
  pause: [20, 45],
  async act(simulation) {
    const rooms = byRoom(simulation);
    const breakouts = breakoutsOf(rooms);
    if (breakouts.length === 0) return;
    const room = simulation.chance.pick(breakouts);
    const { client, languages } = simulation.chance.pick(rooms.get(room) ?? []);
    const text = simulation.chance.pick(sayings[simulation.chance.pick(languages)]);
    await client.command('breakouts.result', { room, result: newId(), text });
  },
};

/** Somebody writes an outcome into the notes of the room they are in. */
const takeNotes: Behaviour = {
  name: 'take notes',
  pause: [8, 25],
  async act(simulation) {
    const { dialogue, chance, wait } = simulation;
    const person = chance.pick(simulation.people);
    const room = roomOf(person, simulation);
    if (room === null) return;
    const title = chance.pick(sayings[chance.pick(person.languages)]);
    const kind = chance.pick(outcomeKinds);
    await writeOutcome({ browser: person.browser, dialogue, room, kind, title, wait });
  },
};

/** Somebody does something at the board of the room they are in. */
const draw: Behaviour = {
  name: 'draw',
  pause: [3, 9],
  async act(simulation) {
    const { dialogue, chance } = simulation;
    const person = chance.pick(simulation.people);
    const room = roomOf(person, simulation);
    if (room === null) return;
    const { browser, client, languages } = person;
    await drawIn({ browser, client, dialogue, room, words: chance.pick(sayings[chance.pick(languages)]), chance });
  },
};

/** Somebody votes in a poll that is open where they are. */
const vote: Behaviour = {
  name: 'vote',
  pause: [1, 2],
  async act(simulation) {
    const person = simulation.chance.pick(simulation.people);
    const room = roomOf(person, simulation);
    if (room !== null) await voteIn(person, room, simulation.chance);
  },
};

/** Somebody asks the hosts something, or supports what another has asked. */
const ask: Behaviour = {
  name: 'ask',
  pause: [6, 20],
  async act(simulation) {
    const person = simulation.chance.pick(simulation.people);
    const room = roomOf(person, simulation);
    if (room !== null) await askIn(person, room, simulation.chance);
  },
};

/** Somebody follows the agenda: they say that they are ready, or put something aside. */
const follow: Behaviour = {
  name: 'follow the agenda',
  pause: [5, 15],
  async act(simulation) {
    // Hosts move on; the others say when.
    const person = simulation.chance.pick(simulation.people.slice(1));
    const room = roomOf(person, simulation);
    if (room !== null) await followIn(person, room, simulation.chance);
  },
};

/** In every room somebody asks for the floor, or is done with it. */
const queue: Behaviour = {
  name: 'queue for the floor',
  pause: [4, 9],
  async act(simulation) {
    // Hosts listen.
    const hosted = new Set(simulation.people.slice(0, 1));
    await Promise.all(
      [...byRoom(simulation)].map(([room, people]) =>
        queueIn(
          people.filter(person => !hosted.has(person)),
          room,
          simulation.chance,
        ),
      ),
    );
  },
};

/** Somebody shows the room something without a word. */
const show: Behaviour = {
  name: 'show',
  pause: [2, 8],
  async act(simulation) {
    const person = simulation.chance.pick(simulation.people);
    const room = roomOf(person, simulation);
    if (room !== null) await reactIn(person.client, room, simulation.chance);
  },
};

const behaviours: readonly Behaviour[] = [
  talk,
  chat,
  react,
  move,
  askForHelp,
  report,
  takeNotes,
  draw,
  vote,
  ask,
  follow,
  queue,
  show,
];

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
