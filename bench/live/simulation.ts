import type { Browser } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';
import type { Chance } from './chance.ts';
import type { sayings } from './sayings.ts';
import type { Voice } from './voice.ts';

/** One simulated person in the session. `voice` is null while they are away, and where the server has no media. */
export type Simulated = {
  name: string;
  languages: readonly (keyof typeof sayings)[];
  browser: Browser;
  client: Client;
  voice: Voice | null;
  openVoice(): Promise<Voice | null>;
};

/** What behaviours see of each other: the session, who is there, and a source of chance that can be repeated. */
export type Simulation = {
  dialogue: string;
  session: string;
  people: readonly Simulated[];
  chance: Chance;
  /** Resolves after so many seconds, or as soon as the simulation ends. */
  wait(seconds: number): Promise<void>;
};

/** Something that simulated people do again and again, after pauses of so many seconds. A new feature adds one to `behaviours.ts`. */
export type Behaviour = {
  name: string;
  pause: readonly [least: number, most: number];
  act(simulation: Simulation): Promise<void>;
};

type View = {
  floor: { rooms: Record<string, { holder: { person: string } | null } | undefined> };
  sessions: Record<string, { seats?: Record<string, { room: string }> } | undefined>;
  chat: Record<string, { messages: { message: string }[] } | undefined>;
};
/** What somebody sees, as far as behaviours ask. */
export const viewOf = ({ client }: Simulated) => client.view() as unknown as View;

/** Where somebody sits; null while they are away. Hosts move people, and they go on where they are. */
export const roomOf = (person: Simulated, { session }: Simulation): string | null =>
  viewOf(person).sessions[session]?.seats?.[person.client.me()]?.room ?? null;

/** The people who are there, by room. */
export const byRoom = (simulation: Simulation): ReadonlyMap<string, Simulated[]> =>
  Map.groupBy(
    simulation.people.filter(person => roomOf(person, simulation) !== null),
    person => roomOf(person, simulation) ?? '',
  );

/** The breakouts among rooms, always in the same order. */
export const breakoutsOf = (rooms: ReadonlyMap<string, unknown>) => [...rooms.keys()].filter(isBreakout).sort();
const isBreakout = (room: string) => !room.endsWith('/plenary') && !room.endsWith('/lobby');
