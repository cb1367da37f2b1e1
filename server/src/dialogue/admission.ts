import type { IncomingMessage } from 'node:http';
import { opensFor } from '@multaqa/shared/dialogue';
import { Id } from '@multaqa/shared/kernel/ids';
import type { State } from '@multaqa/shared/kernel/rules';
import type { Goodbye } from '@multaqa/shared/protocol';
import type { Identity } from '../platform/identity.ts';
import type { Dialogues } from './dialogues.ts';

/** Who a browser is in one dialogue, and whether that still holds under a later state. */
export type Admission = {
  dialogue: string;
  person: string;
  signIn: string;
  account: string | null;
  refusedBy(state: State): Goodbye | null;
};

/** The person behind a request, by its cookie alone; null for strangers. */
export async function admissionOf(
  { identity, rules }: { identity: Identity; rules: Dialogues['rules'] },
  request: Pick<IncomingMessage, 'headers'>,
  dialogue: unknown,
): Promise<Admission | null> {
  const id = Id.safeParse(dialogue);
  const signIn = await identity.of(request);
  const grant = signIn && id.success ? await identity.grantFor(signIn, id.data) : null;
  if (!signIn || !grant) return null;
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
  };
}

/** The same for a route, with the newest state; null when the door is shut, whatever the reason. */
export async function visitorOf(
  ports: { identity: Identity; dialogues: Dialogues },
  request: Pick<IncomingMessage, 'headers'>,
  dialogue: unknown,
): Promise<(Admission & { state: State }) | null> {
  const admission = await admissionOf({ identity: ports.identity, rules: ports.dialogues.rules }, request, dialogue);
  const state = admission && (await ports.dialogues.peek(admission.dialogue));
  return admission && state && !admission.refusedBy(state) ? { ...admission, state } : null;
}
