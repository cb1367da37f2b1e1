import type { Logger } from '../../../platform/logger.ts';
import type { SignallingPeer } from './peer.ts';

/** Runs `act` and returns its result; when it throws, writes the error to the log and returns `otherwise`. */
export function attempt<Result>(logger: Logger, what: string, act: () => Result, otherwise: Result): Result {
  try {
    return act();
  } catch (error) {
    logger.error({ error }, what);
    return otherwise;
  }
}

/** A peer whose functions never throw: where the rules fail for somebody, that person may do nothing; an event that cannot be sent is lost. */
export const guardPeer = (peer: SignallingPeer, logger: Logger): SignallingPeer => ({
  dialogue: peer.dialogue,
  person: peer.person,
  doors: peer.doors,
  audience: () => attempt(logger, 'media audience failed', () => peer.audience(), null),
  maySend: source => attempt(logger, 'media permission failed', () => peer.maySend(source), false),
  alwaysHeard: () => attempt(logger, 'media spotlight failed', () => peer.alwaysHeard(), []),
  send: (event, ...payload) => attempt(logger, 'media message failed', () => peer.send(event, ...payload), undefined),
});
