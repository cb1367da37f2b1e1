import type { IncomingMessage } from 'node:http';
import { opensFor } from '@multaqa/shared/dialogue';
import type { State } from '@multaqa/shared/kernel/composition';
import { Id } from '@multaqa/shared/kernel/ids';
import type { Goodbye } from '@multaqa/shared/protocol';
import { Refused } from '../platform/http.ts';
import type { Identity } from '../platform/identity.ts';
import type { Dialogues } from './dialogues.ts';

/** Who a browser is in one dialogue, and whether that still holds. */
export type Admission = {
  dialogue: string;
  person: string;
  signIn: string;
  account: string | null;
  refusedBy(state: State): Goodbye | null;
  /** Reads the sign-in again: it may have ended while the connection was being made, or where nobody could tell of it. */
  isStillSignedIn(): Promise<boolean>;
};

type AdmissionPorts = { identity: Identity; rules: Dialogues['rules'] };
type WithCookie = Pick<IncomingMessage, 'headers'>;

/** The person behind a request, by its cookie alone; null for strangers. */
export async function admissionOf(
  { identity, rules }: AdmissionPorts,
  request: WithCookie,
  dialogue: unknown,
): Promise<Admission | null> {
  const id = Id.safeParse(dialogue);
  const found = id.success ? await grantOf(identity, request, id.data) : null;
  if (!found) return null;
  const { signIn, grant } = found;
  const { person, version } = grant;
  return {
    dialogue: grant.dialogue,
    person,
    signIn: signIn.signIn,
    account: signIn.account,
    refusedBy(state) {
      if (!rules.audienceOf(state, person)) return 'removed';
      return version === null || opensFor(state, person, version) ? null : 'revoked';
    },
    async isStillSignedIn() {
      const now = await grantOf(identity, request, grant.dialogue);
      return now?.signIn.signIn === signIn.signIn && now.grant.person === person && now.grant.version === version;
    },
  };
}

async function grantOf(identity: Identity, request: WithCookie, dialogue: string) {
  const signIn = await identity.of(request);
  const grant = signIn && (await identity.grantFor(signIn, dialogue));
  return grant ? { signIn, grant } : null;
}

/** The same for a route, with the newest state; null when the door is shut, whatever the reason. */
export async function visitorOf(
  ports: { identity: Identity; dialogues: Dialogues },
  request: WithCookie,
  dialogue: unknown,
): Promise<(Admission & { state: State }) | null> {
  const admission = await admissionOf({ identity: ports.identity, rules: ports.dialogues.rules }, request, dialogue);
  const state = admission && (await ports.dialogues.peek(admission.dialogue));
  if (state === 'quarantined') throw new Refused('quarantined');
  return admission && state && !admission.refusedBy(state) ? { ...admission, state } : null;
}
