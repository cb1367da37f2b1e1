import type { Logger } from '../../platform/logger.ts';
import type { Guest } from './guest.ts';

/** Runs `act` where nobody could catch what it throws: that is written to the log, and the process goes on. */
export function attempt<Result>(logger: Logger, what: string, act: () => Result, otherwise: Result): Result {
  try {
    return act();
  } catch (error) {
    logger.error({ error }, what);
    return otherwise;
  }
}

/** A guest that never throws: when the rules fail for somebody, that person alone may do nothing; when a message cannot be sent, it alone is missed. */
export const guardGuest = (guest: Guest, logger: Logger): Guest => ({
  dialogue: guest.dialogue,
  person: guest.person,
  doors: guest.doors,
  audience: () => attempt(logger, 'media audience failed', () => guest.audience(), null),
  maySend: source => attempt(logger, 'media permission failed', () => guest.maySend(source), false),
  alwaysHeard: () => attempt(logger, 'media spotlight failed', () => guest.alwaysHeard(), []),
  send: (event, ...payload) => attempt(logger, 'media message failed', () => guest.send(event, ...payload), undefined),
});
