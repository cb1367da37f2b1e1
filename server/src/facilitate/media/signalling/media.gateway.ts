import type { Reach } from '@multaqa/shared/dialogue';
import { mediaNamespace, requests } from '@multaqa/shared/facilitate/media/signalling';
import type { State } from '@multaqa/shared/kernel/composition';
import type { PersonId, RoomId } from '@multaqa/shared/kernel/ids';
import type { Admission } from '../../../dialogue/admission.ts';
import { accountRoom, signInRoom } from '../../../dialogue/gateway.ts';
import { type IdentifyPorts, identifyAll } from '../../../dialogue/identify.ts';
import type { LiveDialogue } from '../../../dialogue/live-dialogue.ts';
import { background } from '../../../platform/background.ts';
import { newReference } from '../../../platform/logger.ts';
import { type ClientSocket, markKnown, type Sockets } from '../../../platform/sockets.ts';
import type { Media } from '../media.ts';
import { ownRoom } from '../session/standing.ts';
import { openLiveSockets } from './live-sockets.ts';
import type { SignallingPeer } from './peer.ts';
import { type Reply, type Request, refuse } from './requests.ts';
import type { SignallingConnection } from './signalling-connection.ts';

/** What the rules of a dialogue say of audio and video. */
export type MediaPolicy = {
  maySend(state: State, person: PersonId, source: 'microphone' | 'camera' | 'screen'): boolean;
  /** What a host hears and who hears them beyond their own room. */
  reach(state: State, person: PersonId): Reach;
  alwaysHeard(state: State, room: RoomId): readonly PersonId[];
  measures(state: State, room: RoomId): boolean;
  /** The parts of a state that roles, seats and the four above rest on; equal parts by reference mean equal answers. */
  reads(state: State): readonly unknown[];
};

/** What the gateway needs. */
export type MediaGatewayPorts = IdentifyPorts & {
  /** Null when this server has no media worker. */
  media: Media | null;
  policy: MediaPolicy;
};

/** What the app tells the gateway. */
export type MediaGateway = {
  /** To be called in the turn of each commit: applies the policy again when something that it reads has changed. */
  committed(dialogue: string): void;
  /** Ends the connections of a dialogue whose link was revoked or whose person was removed; to be called in the turn of that commit. */
  recheck(dialogue: string): void;
};

/** Media signalling over a namespace of the one connection: one listener, one answer to each request. */
export function openMediaGateway(io: Sockets, ports: MediaGatewayPorts): MediaGateway {
  const { media, dialogues, rates, logger } = ports;
  const live = openLiveSockets();
  const namespace = io.of(mediaNamespace);
  const stateOf = (dialogue: string) => dialogues.loaded(dialogue)?.runner.state() ?? null;

  const read = <Result>(dialogue: string, ask: (state: State) => Result, otherwise: Result): Result => {
    const state = stateOf(dialogue);
    return state ? ask(state) : otherwise;
  };

  const identified = identifyAll(io, mediaNamespace, ports, live.add);
  /** What the policy has read at the last commit of a dialogue. */
  const reads = new WeakMap<LiveDialogue, readonly unknown[]>();

  namespace.on('connection', socket => {
    const found = identified(socket);
    if (!found) return void socket.disconnect();
    const { admission } = found;
    markKnown(socket.conn);
    const doors = [signInRoom(admission.signIn), accountRoom(admission.account ?? '')];
    const { dialogue, person } = admission;
    const where = { dialogue, person };
    const inBackground = (promise: Promise<unknown>, what: string) => void background(logger, promise, what, where);
    inBackground(Promise.resolve(socket.join(doors)), 'a media socket joins no room');
    const entering = enter(socket, admission, doors).catch(error => {
      logger.error({ error, reference: newReference(), ...where }, 'media connection failed');
      // A fault of media leaves the other namespaces alone.
      socket.disconnect();
      return null;
    });
    socket.onAny((event: unknown, name: unknown, input: unknown, ack: unknown) => {
      const answering = receive(admission, entering, event === 'request' ? name : null, input);
      inBackground(
        answering.then(reply => typeof ack === 'function' && ack(reply)),
        'media answer failed',
      );
    });
    socket.on('disconnect', reason => {
      const closing = entering.then(connection => connection?.close(breaks.has(reason) ? 'lost' : 'gone'));
      inBackground(closing, 'media connection does not end');
    });
  });

  /** Reads the sign-in once more: it may have been revoked before the socket had joined the rooms that are emptied then. */
  async function enter(socket: ClientSocket, admission: Admission, doors: readonly string[]): Promise<Entered | null> {
    const isStillSignedIn = await admission.isStillSignedIn();
    const state = stateOf(admission.dialogue);
    if (!isStillSignedIn || (state && admission.refusedBy(state))) socket.disconnect(true);
    if (!socket.connected) return null;
    const peer = peerOf(socket, admission, doors);
    return media?.connect(peer) ?? noMedia(peer);
  }

  function peerOf(
    socket: ClientSocket,
    { dialogue, person, refusedBy }: Admission,
    doors: readonly string[],
  ): SignallingPeer {
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
      reach: () => read(dialogue, state => ports.policy.reach(state, person), ownRoom),
      alwaysHeard: room => read(dialogue, state => ports.policy.alwaysHeard(state, room), []),
      measures: room => read(dialogue, state => ports.policy.measures(state, room), false),
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
    committed(dialogue) {
      const loaded = dialogues.loaded(dialogue);
      if (!media || !loaded) return;
      const [before, now] = [reads.get(loaded), ports.policy.reads(loaded.runner.state())];
      reads.set(loaded, now);
      if (before?.length === now.length && now.every((part, at) => part === before[at])) return;
      media.policyChanged(dialogue);
    },
    recheck(dialogue) {
      const state = stateOf(dialogue);
      if (state) live.recheck(dialogue, state);
    },
  };
}

type Entered = Pick<SignallingConnection, 'request' | 'close'>;

/** What a server without a media worker answers. */
function noMedia(peer: SignallingPeer): Entered {
  peer.send('router', null);
  return { request: async () => refuse('media.unavailable'), close() {} };
}

function parse(name: unknown, input: unknown): Request | null {
  if (typeof name !== 'string' || !Object.hasOwn(requests, name)) return null;
  const parsed = requests[name as keyof typeof requests].safeParse(input);
  // The schema of this name has made this input.
  return parsed.success ? ({ name, input: parsed.data } as Request) : null;
}

/** Socket.IO's reasons for the end of a connection that nobody has wanted; one that was cut comes back as well. */
const breaks = new Set(['transport close', 'transport error', 'ping timeout', 'forced close']);
