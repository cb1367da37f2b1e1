import type { Direction, MediaReply } from '@multaqa/shared/facilitate/media/signalling';
import type { Clock } from '../../../platform/clock.ts';
import { background, resultOrNull } from '../../../platform/report-fault.ts';
import type { TransportStats } from '../quality/stats.ts';
import { disconnectErrors } from './disconnect-errors.ts';
import { isDead, type Liveness, nextLiveness } from './liveness.ts';
import type { MediaTransports } from './transports.ts';

/** Keeps the two transports on paths through the network that work, by ICE restarts. */
export type IceRecovery = {
  /** Takes the newest counters of the transports. */
  read(stats: Pick<TransportStats, 'at' | 'traffic'>): void;
  /** Looks at the states of the transports. */
  check(): void;
  /** The network may be another one: looks for new paths without waiting for the old ones to fail. */
  restart(): void;
  /** Both transports have just been restarted by a rejoin, and are given time to connect. */
  restarted(): void;
  isBroken(): boolean;
  close(): void;
};

/** What ICE recovery needs. */
export type IceRecoveryPorts = {
  transports: Pick<MediaTransports, 'stateOf' | 'restartIce'>;
  clock: Clock;
  /** Asks the server for new parameters; null when it cannot be asked, and then the rejoin restarts ICE. Never rejects. */
  requestRestart(direction: Direction): Promise<MediaReply<'restartIce'> | null>;
  changed(): void;
  /** A restart has not helped: only joining again can. */
  lost(): void;
};

const directions = ['send', 'receive'] as const;
/** A restart that has not led to a connection after so long (ms) never will. */
const restartTimeout = 6_000;

/** Begins to watch two transports that have just been made. */
export function openIceRecovery({ transports, clock, requestRestart, changed, lost }: IceRecoveryPorts): IceRecovery {
  /** The directions for which the server has been asked and has not answered. */
  const asking = new Set<Direction>();
  /** The restarts that are to connect, and how to cancel the end of their time. */
  const restarts = new Map<Direction, () => void>();
  const liveness = new Map<Direction, Liveness>();
  let lastAt = 0;
  let isOpen = true;

  const isSilent = (direction: Direction) => {
    const known = liveness.get(direction);
    return known !== undefined && isDead(known, lastAt);
  };
  const isBroken = (direction: Direction) =>
    isSilent(direction) || ['disconnected', 'failed'].includes(transports.stateOf(direction));

  /** Gives a transport the time to connect; one that is still broken afterwards is lost. */
  function awaitConnection(direction: Direction): void {
    restarts.get(direction)?.();
    const end = () => {
      restarts.delete(direction);
      if (isBroken(direction)) lost();
    };
    restarts.set(direction, clock.after(restartTimeout, end));
  }

  async function restart(direction: Direction): Promise<void> {
    if (restarts.has(direction) || asking.has(direction)) return;
    asking.add(direction);
    const reply = await requestRestart(direction);
    asking.delete(direction);
    if (!isOpen || reply === null) return;
    if (!reply.ok) return lost();
    awaitConnection(direction);
    const restarted = transports.restartIce(direction, reply.reply.iceParameters).then(() => true);
    if (!(await resultOrNull(restarted, 'ice-restart', ...disconnectErrors)) && isOpen) lost();
  }

  const start = (direction: Direction) => background(restart(direction), 'ice-restart');

  function check(): void {
    const broken = directions.filter(isBroken);
    broken.forEach(start);
    // A break that is over before the next reading is not worth telling anybody.
    if (broken.length === 0) changed();
  }

  return {
    read(stats) {
      lastAt = stats.at;
      for (const direction of directions)
        liveness.set(direction, nextLiveness(liveness.get(direction) ?? null, stats, direction));
      check();
      changed();
    },
    check,
    restart: () => directions.forEach(start),
    restarted: () => directions.forEach(awaitConnection),
    isBroken: () => directions.some(isBroken),
    close() {
      isOpen = false;
      for (const cancel of restarts.values()) cancel();
    },
  };
}
