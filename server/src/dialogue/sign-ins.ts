import { limits } from '@multaqa/shared/limits';
import { background } from '../platform/background.ts';
import type { Clock } from '../platform/clock.ts';
import type { Identity } from '../platform/identity.ts';
import type { Logger } from '../platform/logger.ts';
import { signInRoom } from './gateway.ts';

export type SignInPorts = {
  identity: Pick<Identity, 'living'>;
  clock: Clock;
  logger: Logger;
  /** The Socket.IO rooms in which somebody stands on this node. */
  rooms(): Iterable<string>;
  /** Ends everybody in a room. */
  end(room: string): void;
};

/**
 * Ends the connections of sign-ins that have ended. Whoever ends one tells all nodes at once, but a node that could not
 * be told then must find out by itself.
 */
export function watchSignIns({ identity, clock, logger, rooms, end }: SignInPorts): { close(): void } {
  let cancel = () => {};

  async function check(): Promise<void> {
    const prefix = signInRoom('');
    const connected = [...new Set(rooms())]
      .filter(room => room.startsWith(prefix))
      .map(room => room.slice(prefix.length));
    const living = await identity.living(connected);
    for (const signIn of connected) if (!living.has(signIn)) end(signInRoom(signIn));
  }

  const next = () => {
    cancel = clock.at(clock.now() + limits.signInCheck, () => {
      void background(logger, check(), 'sign-ins could not be read again').then(next);
    });
  };
  next();
  return { close: () => cancel() };
}
