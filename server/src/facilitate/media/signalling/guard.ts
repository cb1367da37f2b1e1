import { type Logger, newReference } from '../../../platform/logger.ts';
import { ownRoom } from '../session/standing.ts';
import type { SignallingPeer } from './peer.ts';

/** Runs `act` and returns its result; when it throws, writes the error to the log and returns `otherwise`. */
export function attempt<Result>(
  logger: Logger,
  what: string,
  act: () => Result,
  otherwise: Result,
  where: Record<string, unknown> = {},
): Result {
  try {
    return act();
  } catch (error) {
    logger.error({ error, reference: newReference(), ...where }, what);
    return otherwise;
  }
}

/** A peer whose functions never throw: where the rules fail for somebody, that person may do nothing; an event that cannot be sent is lost. */
export function guardPeer(peer: SignallingPeer, logger: Logger): SignallingPeer {
  const { dialogue, person, doors } = peer;
  const guarded = <Result>(what: string, act: () => Result, otherwise: Result): Result =>
    attempt(logger, what, act, otherwise, { dialogue, person });
  return {
    dialogue,
    person,
    doors,
    audience: () => guarded('media audience failed', () => peer.audience(), null),
    maySend: source => guarded('media permission failed', () => peer.maySend(source), false),
    reach: () => guarded('media reach failed', () => peer.reach(), ownRoom),
    alwaysHeard: room => guarded('media spotlight failed', () => peer.alwaysHeard(room), []),
    measures: room => guarded('media measure failed', () => peer.measures(room), false),
    send: (event, ...payload) => guarded('media message failed', () => peer.send(event, ...payload), undefined),
  };
}
