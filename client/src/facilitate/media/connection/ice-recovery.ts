import type { Direction, MediaReply } from '@multaqa/shared/facilitate/media/signalling';
import type { Clock } from '../../../platform/clock.ts';
import { isDead, listen, type Silence, type TransportStats } from '../quality/stats.ts';
import type { MediaTransports } from './transports.ts';

/** Keeps the two connections on a path through the network that works. */
export type IceRecovery = {
  /** What the connections had carried at the last look. */
  read(reading: Pick<TransportStats, 'at' | 'traffic'>): void;
  /** Looks at the connections' own word. */
  look(): void;
  /** The network may be another than before: looks for new paths without waiting for the old ones to fail. */
  renew(): void;
  /** Both were just restarted by other means, and are given the time to heal. */
  restarted(): void;
  isBroken(): boolean;
  close(): void;
};

export type IceRecoveryPorts = {
  session: MediaTransports;
  clock: Clock;
  /** Asks the server for new parameters; null when nobody can be asked, and then the return of the line heals. */
  restart(direction: Direction): Promise<MediaReply<'restartIce'> | null>;
  changed(): void;
  /** A restart has not helped: only a new session can. */
  lost(): void;
};

const both = ['send', 'receive'] as const;
/** A restart that has not led to a connection after so long (ms) leads to none. */
const healing = 6_000;

export function openIceRecovery({ session, clock, restart, changed, lost }: IceRecoveryPorts): IceRecovery {
  const resting = new Map<Direction, () => void>();
  const silences = new Map<Direction, Silence>();
  let lastAt = 0;
  let isOpen = true;

  const isBroken = (direction: Direction) =>
    isSilent(direction) || ['disconnected', 'failed'].includes(session.stateOf(direction));

  function isSilent(direction: Direction): boolean {
    const silence = silences.get(direction);
    return silence !== undefined && isDead(silence, lastAt);
  }

  function rest(direction: Direction): void {
    resting.get(direction)?.();
    const end = () => {
      resting.delete(direction);
      if (isBroken(direction)) lost();
    };
    resting.set(direction, clock.after(healing, end));
  }

  async function heal(direction: Direction): Promise<void> {
    if (resting.has(direction)) return;
    resting.set(direction, () => {});
    const reply = await restart(direction).catch(() => null);
    if (!isOpen) return;
    resting.delete(direction);
    if (reply === null) return;
    if (!reply.ok) return lost();
    rest(direction);
    await session.restart(direction, reply.reply.iceParameters).catch(() => isOpen && lost());
  }

  function look(): void {
    const broken = both.filter(isBroken);
    for (const direction of broken) void heal(direction);
    // A break that is over before the next reading is not worth a word to anybody.
    if (broken.length === 0) changed();
  }

  return {
    read(reading) {
      lastAt = reading.at;
      for (const direction of both)
        silences.set(direction, listen(silences.get(direction) ?? null, reading, direction));
      look();
      changed();
    },
    look,
    renew: () => both.forEach(direction => void heal(direction)),
    restarted: () => both.forEach(rest),
    isBroken: () => both.some(isBroken),
    close() {
      isOpen = false;
      for (const callOff of resting.values()) callOff();
    },
  };
}
