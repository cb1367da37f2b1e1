import type { IncomingMessage } from 'node:http';
import { type MediaRefusal, mediaNamespace, requests } from '@multaqa/shared/facilitate/media/signalling';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { State } from '@multaqa/shared/kernel/rules';
import { type EngineRefusal, type Goodbye, Handshake, protocol } from '@multaqa/shared/protocol';
import type { Admission } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { accountRoom, signInRoom } from '../../dialogue/gateway.ts';
import type { Rates } from '../../dialogue/rates.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Sockets } from '../../platform/sockets.ts';
import type { Connection, Reply, Request } from './connection.ts';
import type { Guest } from './guest.ts';
import type { Media } from './media.ts';

/** What the rules of a dialogue say of voice and picture. */
export type MediaPolicy = {
  maySend(state: State, person: PersonId, source: 'microphone' | 'camera' | 'screen'): boolean;
  alwaysHeard(state: State, room: RoomId): readonly PersonId[];
};

export type MediaGatewayPorts = {
  /** Null when this server has no media worker. */
  media: Media | null;
  dialogues: Dialogues;
  policy: MediaPolicy;
  rates: Rates;
  logger: Logger;
  /** Identity comes from the request's cookie alone. */
  admit(request: IncomingMessage, dialogue: string): Promise<Admission | null>;
};

/** Signalling of voice and picture over its own namespace of the one connection: one listener, one answer to each request. */
export function openMediaGateway(
  io: Sockets,
  { media, dialogues, policy, rates, logger, admit }: MediaGatewayPorts,
): void {
  const admitted = new WeakMap<object, Admission>();
  const namespace = io.of(mediaNamespace);

  namespace.use((socket, next) => {
    identify(socket.request, socket.handshake.auth)
      .then(admission => {
        if (typeof admission === 'string') return next(new Error(admission));
        admitted.set(socket, admission);
        next();
      })
      .catch(error => {
        logger.error({ error }, 'media connection failed');
        next(new Error('fault'));
      });
  });

  async function identify(
    request: IncomingMessage,
    auth: { protocol?: unknown },
  ): Promise<Admission | Goodbye | EngineRefusal> {
    const handshake = Handshake.safeParse(auth);
    if (!handshake.success) return auth?.protocol === protocol ? 'malformed' : 'reload';
    if (handshake.data.protocol !== protocol) return 'reload';
    const admission = await admit(request, handshake.data.dialogue);
    const live = admission && (await dialogues.open(admission.dialogue));
    if (typeof live === 'string') return live;
    return admission && live ? (admission.refusedBy(live.runner.state()) ?? admission) : 'signed-out';
  }

  namespace.on('connection', socket => {
    const admission = admitted.get(socket);
    if (!admission) return void socket.disconnect();
    const { dialogue, person, signIn, account } = admission;
    const doors = [signInRoom(signIn), accountRoom(account ?? '')];
    void socket.join(doors);
    const guest: Guest = {
      dialogue,
      person,
      doors,
      audience() {
        const state = dialogues.loaded(dialogue)?.runner.state();
        return state && !admission.refusedBy(state) ? dialogues.rules.audienceOf(state, person) : null;
      },
      maySend(source) {
        const state = dialogues.loaded(dialogue)?.runner.state();
        return state !== undefined && policy.maySend(state, person, source);
      },
      alwaysHeard() {
        const state = dialogues.loaded(dialogue)?.runner.state();
        const place = state && dialogues.rules.placeOf(state, person);
        return state && place ? policy.alwaysHeard(state, place.room) : [];
      },
      // The namespace carries messages of its own; the server's type knows those of the main one alone.
      send: (event, ...payload) =>
        void (socket as { emit(event: string, ...payload: unknown[]): boolean }).emit(event, ...payload),
    };
    const connection = media?.connect(guest) ?? noMedia(guest);
    socket.onAny((event: unknown, name: unknown, input: unknown, ack: unknown) => {
      const answer = typeof ack === 'function' ? (reply: Reply) => ack(reply) : () => {};
      if (!rates.take(dialogue, person, 'media')) return answer(refuse('too-fast'));
      const request = event === 'request' ? parse(name, input) : null;
      if (!request) return answer(refuse('malformed'));
      connection.request(request).then(answer, error => {
        logger.error({ error }, 'media answer failed');
      });
    });
    socket.on('disconnect', reason => connection.close(breaks.has(reason) ? 'lost' : 'gone'));
  });
}

/** What a server without a media worker answers. */
function noMedia(guest: Guest): Pick<Connection, 'request' | 'close'> {
  guest.send('hello', null);
  return { request: async () => refuse('media.unavailable'), close() {} };
}

function parse(name: unknown, input: unknown): Request | null {
  if (typeof name !== 'string' || !Object.hasOwn(requests, name)) return null;
  const parsed = requests[name as keyof typeof requests].safeParse(input);
  // The schema of this name has made this input.
  return parsed.success ? ({ name, input: parsed.data } as Request) : null;
}

/** Socket.IO's reasons for the end of a connection that nobody has wanted. */
const breaks = new Set(['transport close', 'transport error', 'ping timeout']);

const refuse = (refusal: MediaRefusal): Reply => ({ ok: false, refusal });
