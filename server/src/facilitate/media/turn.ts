import { createHmac } from 'node:crypto';

export type Turn = { urls: string[]; secret: string };

const lifetime = 3_600_000;

/**
 * Relays for a person whose network blocks the direct way, with a password that holds for an hour
 * (the scheme of coturn's `use-auth-secret`). Empty when the operator runs no relay.
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
