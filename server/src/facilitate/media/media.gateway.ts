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
import { type ClientSocket, markKnown, type Sockets } from '../../platform/sockets.ts';
import type { Connection, Reply, Request } from './connection.ts';
import type { Guest } from './guest.ts';
import { openLiveSockets } from './live-sockets.ts';
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

export type MediaGateway = {
  /** Ends the connections of a dialogue whose link was revoked or whose person was removed; to be called in the turn of that commit. */
  recheck(dialogue: string): void;
};

/** Signalling of voice and picture over its own namespace of the one connection: one listener, one answer to each request. */
export function openMediaGateway(io: Sockets, ports: MediaGatewayPorts): MediaGateway {
  const { media, dialogues, rates, logger } = ports;
  const live = openLiveSockets();
  const namespace = io.of(mediaNamespace);
  const stateOf = (dialogue: string) => dialogues.loaded(dialogue)?.runner.state() ?? null;

  namespace.use((socket, next) => {
    admit(socket)
      .then(refusal => next(refusal === null ? undefined : new Error(refusal)))
      .catch(error => {
        logger.error({ error }, 'media connection failed');
        next(new Error('fault'));
      });
  });

  async function admit(socket: ClientSocket): Promise<Goodbye | EngineRefusal | null> {
    const { auth } = socket.handshake;
    const handshake = Handshake.safeParse(auth);
    if (!handshake.success) return auth?.protocol === protocol ? 'malformed' : 'reload';
    if (handshake.data.protocol !== protocol) return 'reload';
    const admission = await ports.admit(socket.request, handshake.data.dialogue);
    if (!admission) return 'signed-out';
    if (!rates.takeFor(`media ${admission.dialogue} ${admission.person}`, 'enter')) return 'too-fast';
    const found = await dialogues.open(admission.dialogue);
    if (!found) return 'signed-out';
    if (typeof found === 'string') return found;
    return admission.refusedBy(found.runner.state()) ?? (live.add(socket, admission) ? null : 'too-many');
  }

  namespace.on('connection', socket => {
    const admission = live.of(socket);
    if (!admission) return void socket.disconnect(true);
    markKnown(socket.conn);
    const doors = [signInRoom(admission.signIn), accountRoom(admission.account ?? '')];
    void socket.join(doors);
    const entering = enter(socket, admission, doors).catch(error => {
      logger.error({ error }, 'media connection failed');
      socket.disconnect(true);
      return null;
    });
    socket.onAny((event: unknown, name: unknown, input: unknown, ack: unknown) => {
      receive(admission, entering, event === 'request' ? name : null, input)
        .then(reply => typeof ack === 'function' && ack(reply))
        .catch(error => logger.error({ error }, 'media answer failed'));
    });
    socket.on('disconnect', reason => {
      entering
        .then(connection => connection?.close(breaks.has(reason) ? 'lost' : 'gone'))
        .catch(error => logger.error({ error }, 'media connection does not end'));
    });
  });

  /** Whose door was shut before the socket stood in the rooms that are then emptied is found by reading once more. */
  async function enter(socket: ClientSocket, admission: Admission, doors: readonly string[]): Promise<Entered | null> {
    const isStillSignedIn = await admission.isStillSignedIn();
    const state = stateOf(admission.dialogue);
    if (!isStillSignedIn || (state && admission.refusedBy(state))) socket.disconnect(true);
    if (!socket.connected) return null;
    const guest = guestOf(socket, admission, doors);
    return media?.connect(guest) ?? noMedia(guest);
  }

  function guestOf(socket: ClientSocket, { dialogue, person, refusedBy }: Admission, doors: readonly string[]): Guest {
    return {
      dialogue,
      person,
      doors,
      audience() {
        const state = stateOf(dialogue);
        return state && !refusedBy(state) ? dialogues.rules.audienceOf(state, person) : null;
      },
      maySend(source) {
        const state = stateOf(dialogue);
        return state !== null && ports.policy.maySend(state, person, source);
      },
      alwaysHeard() {
        const state = stateOf(dialogue);
        const place = state && dialogues.rules.placeOf(state, person);
        return state && place ? ports.policy.alwaysHeard(state, place.room) : [];
      },
      // The namespace carries messages of its own; the server's type knows those of the main one alone.
      send: (event, ...payload) =>
        void (socket as { emit(event: string, ...payload: unknown[]): boolean }).emit(event, ...payload),
    };
  }

  async function receive(
    admission: Admission,
    entering: Promise<Entered | null>,
    name: unknown,
    input: unknown,
  ): Promise<Reply> {
    if (!rates.take(admission.dialogue, admission.person, 'media')) return refuse('too-fast');
    const request = parse(name, input);
    if (!request) return refuse('malformed');
    const connection = await entering;
    return connection ? connection.request(request) : refuse('media.unavailable');
  }

  return {
    recheck(dialogue) {
      const state = stateOf(dialogue);
      if (state) live.recheck(dialogue, state);
    },
  };
}

type Entered = Pick<Connection, 'request' | 'close'>;

/** What a server without a media worker answers. */
function noMedia(guest: Guest): Entered {
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
