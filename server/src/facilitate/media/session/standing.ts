import type { Reach } from '@multaqa/shared/dialogue';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { PersonId } from '@multaqa/shared/kernel/ids';

/** Hears and is heard in the own room alone. */
export const ownRoom: Reach = { listens: null, addresses: null };

/** Where somebody is, and what they hear and who hears them beyond that. */
export type Standing = { person: PersonId; audience: Audience; reach: Reach };

/** Whom the rules can be asked about. */
type Asked = { person: PersonId; audience(): Audience | null; reach(): Reach };

/** The standing of a peer by the newest state; null for somebody who may no longer be here. */
export function standingOf(peer: Asked): Standing | null {
  const audience = peer.audience();
  return audience && { person: peer.person, audience, reach: peer.reach() };
}

/** True while somebody speaks to one person alone. */
export const isWhispering = ({ addresses }: Reach): boolean => addresses?.to === 'person';
