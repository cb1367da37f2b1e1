import type { IncomingMessage } from 'node:http';
import { limits } from '@multaqa/shared/limits';
import { type EngineRefusal, type Goodbye, Handshake, protocol } from '@multaqa/shared/protocol';
import type { Admission } from './admission.ts';
import type { Dialogues } from './dialogues.ts';
import type { LiveDialogue } from './live-dialogue.ts';
import type { Presence } from './presence.ts';
import type { Rates } from './rates.ts';

export type IdentifyPorts = {
  dialogues: Dialogues;
  presence: Pick<Presence, 'count'>;
  rates: Rates;
  /** Identity comes from the request's cookie alone. */
  admit(request: IncomingMessage, dialogue: string): Promise<Admission | null>;
};

/** Who wants to enter which dialogue, or why they may not. */
export async function identify(
  { dialogues, presence, rates, admit }: IdentifyPorts,
  { request, handshake: { auth } }: { request: IncomingMessage; handshake: { auth: { [key: string]: unknown } } },
): Promise<{ live: LiveDialogue; admission: Admission } | Goodbye | EngineRefusal> {
  const handshake = Handshake.safeParse(auth);
  if (!handshake.success) return auth?.protocol === protocol ? 'malformed' : 'reload';
  if (handshake.data.protocol !== protocol) return 'reload';
  const admission = await admit(request, handshake.data.dialogue);
  if (!admission) return 'signed-out';
  const { dialogue, person } = admission;
  if (!rates.takeFor(`${dialogue} ${person}`, 'enter')) return 'too-fast';
  const live = await dialogues.open(dialogue);
  if (!live) return 'signed-out';
  if (typeof live === 'string') return live;
  const refusal = admission.refusedBy(live.runner.state());
  if (refusal) return refusal;
  return presence.count(dialogue, person) >= limits.socketsPerPerson ? 'too-many' : { live, admission };
}
