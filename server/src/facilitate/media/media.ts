import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { type Connection, type ConnectionPorts, openConnection } from './connection.ts';
import { attempt, guardGuest } from './guard.ts';
import type { Guest } from './guest.ts';
import { openListener } from './listener.ts';
import { openStages } from './stages.ts';
import type { Turn } from './turn.ts';
import { openWorkers, type WorkerOptions } from './workers.ts';

/** Voice and picture of all sessions on this node. */
export type Media = {
  /** Greets a connection; nothing is sent or received before it asks to `join`. */
  connect(guest: Guest): Connection;
  /**
   * To be called in the same turn in which seats or roles of a dialogue have changed: when it returns, nobody
   * receives any more what they may no longer receive.
   */
  seatsChanged(dialogue: string): void;
  /** Ends what came in by a door that was shut, also what has only lost its connection for a moment. */
  shut(door: string): void;
  figures(): MediaFigures;
  close(): void;
};

/** `workers`: the ids of the processes. `away`: people whose connection broke a moment ago. `differences`: how often streams were not what the policy says although nothing had changed; each one is a defect. */
export type MediaFigures = {
  workers: number[];
  deaths: number;
  /** How often the thread that listens has ended by itself. */
  deafened: number;
  people: number;
  away: number;
  streams: number;
  differences: number;
};

export type MediaOptions = Omit<WorkerOptions, 'changed'> & {
  clock: Clock;
  logger: Logger;
  turn: Turn | null;
  peoplePerHall: number;
  seatPatience: number;
};

const pauseBetweenChecks = 1_000;
/** So many people are held against the policy at each check, in turn: what it costs does not grow with the sessions. */
const peoplePerCheck = 20;

/** Opens the media server; null when its worker does not start, and then everything but voice and picture works. */
export async function openMedia({ turn: relay, ...options }: MediaOptions): Promise<Media | null> {
  const { clock, logger } = options;
  const connections = new Set<Connection>();
  let differences = 0;
  const workers = await openWorkers({
    ...options,
    changed() {
      for (const connection of connections) connection.greet();
    },
  });
  if (!workers) return null;
  const listener = openListener({ clock, logger });
  const { peoplePerHall, pictureCodecs } = options;
  const stages = openStages(workers, { clock, logger, listener, peoplePerHall, pictureCodecs });
  const { rtpCapabilities, probing } = workers;
  const { seatPatience } = options;
  const ports: ConnectionPorts = { stages, clock, logger, turn: relay, rtpCapabilities, probing, seatPatience };

  let callOff = () => {};
  let turn = 0;
  const failed = 'session of streams failed';
  const check = () => {
    const open = stages.open();
    const stage = open[turn % Math.max(1, open.length)];
    turn += 1;
    if (stage) differences += attempt(logger, failed, () => stage.check(peoplePerCheck), 0);
    attempt(logger, 'ending sessions of streams failed', () => stages.sweep(), undefined);
    callOff = clock.at(clock.now() + pauseBetweenChecks, check);
  };
  check();

  return {
    connect(guest) {
      const connection = openConnection(guardGuest(guest, logger), ports, () => connections.delete(connection));
      connections.add(connection);
      connection.greet();
      return connection;
    },
    seatsChanged(dialogue) {
      for (const stage of stages.open(dialogue)) attempt(logger, failed, () => stage.seatsChanged(), undefined);
      for (const connection of connections) if (connection.guest.dialogue === dialogue) connection.seatsChanged();
    },
    shut(door) {
      for (const stage of stages.open())
        for (const member of stage.members()) if (member.guest.doors.includes(door)) stage.leave(member);
    },
    figures() {
      const members = stages.open().flatMap(stage => stage.members());
      const streams = members.reduce((count, { incoming }) => count + incoming.size, 0);
      const away = members.filter(({ lostAt }) => lostAt !== null).length;
      return {
        workers: workers.pids(),
        deaths: workers.deaths(),
        deafened: listener.deaths(),
        people: members.length,
        away,
        streams,
        differences,
      };
    },
    close() {
      callOff();
      for (const connection of [...connections]) connection.close('gone');
      listener.close();
      workers.close();
    },
  };
}
