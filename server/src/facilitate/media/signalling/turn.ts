import { createHmac } from 'node:crypto';

/** The operator's TURN relay, with the secret it shares with this server. */
export type Turn = { urls: string[]; secret: string };

const lifetime = 3_600_000;

/**
 * ICE servers for a person whose network blocks the direct path, with a password that is valid for one hour
 * (coturn's `use-auth-secret`: HMAC-SHA1 of `expiry:person`). `now` is ms since the epoch. Empty without a relay.
 */
export function iceServersFor(
  turn: Turn | null,
  person: string,
  now: number,
): { urls: string[]; username: string; credential: string }[] {
  if (!turn || turn.urls.length === 0) return [];
  const username = `${Math.floor((now + lifetime) / 1_000)}:${person}`;
  return [{ urls: turn.urls, username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') }];
}
