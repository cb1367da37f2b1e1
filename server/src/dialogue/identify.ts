import type { IncomingMessage } from 'node:http';
import { type EngineRefusal, type Goodbye, Handshake, protocol } from '@multaqa/shared/protocol';
import type { Logger } from '../platform/logger.ts';
import type { ClientSocket, Sockets } from '../platform/sockets.ts';
import type { Admission } from './admission.ts';
import type { Dialogues } from './dialogues.ts';
import type { LiveDialogue } from './live-dialogue.ts';
import type { Rates } from './rates.ts';

/** Who stands behind a socket, and the dialogue that they have entered. */
export type Identified = { live: LiveDialogue; admission: Admission };

export type IdentifyPorts = {
  dialogues: Dialogues;
  rates: Rates;
  logger: Logger;
  /** Identity comes from the request's cookie alone. */
  admit(request: IncomingMessage, dialogue: string): Promise<Admission | null>;
};

/**
 * The one way into a namespace: nobody is let in who is not identified, and who is not is told why. `hasPlace` says
 * whether this person may have one more socket here. Returns who a socket was let in as.
 */
export function identifyAll(
  io: Sockets,
  namespace: string,
  ports: IdentifyPorts,
  hasPlace: (socket: ClientSocket, admission: Admission) => boolean,
): (socket: ClientSocket) => Identified | null {
  const identified = new WeakMap<ClientSocket, Identified>();
  io.of(namespace).use((socket, next) => {
    identify(namespace, ports, socket)
      .then(result => {
        if (typeof result === 'string') return next(refusalOf(result, ports.dialogues, socket));
        if (!hasPlace(socket, result.admission)) return next(new Error('too-many'));
        identified.set(socket, result);
        next();
      })
      .catch(error => {
        ports.logger.error({ error, namespace }, 'connection failed');
        next(new Error('fault'));
      });
  });
  return socket => identified.get(socket) ?? null;
}

/** Who wants to enter which dialogue, or why they may not. */
async function identify(
  namespace: string,
  { dialogues, rates, admit }: IdentifyPorts,
  { request, handshake: { auth } }: ClientSocket,
): Promise<Identified | Goodbye | EngineRefusal> {
  const handshake = Handshake.safeParse(auth);
  if (!handshake.success) return auth?.protocol === protocol ? 'malformed' : 'reload';
  if (handshake.data.protocol !== protocol) return 'reload';
  const admission = await admit(request, handshake.data.dialogue);
  if (!admission) return 'signed-out';
  const { dialogue, person } = admission;
  if (!rates.takeFor(`${namespace} ${dialogue} ${person}`, 'enter')) return 'too-fast';
  const live = await dialogues.open(dialogue);
  if (!live) return 'signed-out';
  if (typeof live === 'string') return live;
  return admission.refusedBy(live.runner.state()) ?? { live, admission };
}

/** What a client is told that may not enter; the operator finds the reason in the log under the reference. */
function refusalOf(code: string, dialogues: Dialogues, { handshake: { auth } }: ClientSocket): Error {
  const reference = code === 'quarantined' ? dialogues.quarantineOf(String(auth.dialogue)) : null;
  return Object.assign(new Error(code), reference && { data: { reference } });
}
