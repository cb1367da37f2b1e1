import type { IncomingMessage } from 'node:http';
import { limits } from '@multaqa/shared/limits';
import {
  type Ack,
  type Answer,
  type EngineRefusal,
  Envelope,
  type Goodbye,
  Handshake,
  protocol,
  Question,
} from '@multaqa/shared/protocol';
import { type Logger, newReference } from '../platform/logger.ts';
import { type ClientSocket, isClogged, type Sockets } from '../platform/sockets.ts';
import type { Admission } from './admission.ts';
import { dialogueRoom } from './audience-room.ts';
import type { Dialogues, LiveDialogue } from './dialogues.ts';
import type { Presence } from './presence.ts';
import type { Connection } from './publisher.ts';
import type { Rates } from './rates.ts';

export type GatewayPorts = {
  dialogues: Dialogues;
  presence: Presence;
  rates: Rates;
  logger: Logger;
  /** Identity comes from the request's cookie alone. */
  admit(request: IncomingMessage, dialogue: string): Promise<Admission | null>;
};

type Joined = { live: LiveDialogue; admission: Admission; handshake: Handshake };

/** The one door for everything that happens in a dialogue: parse, identify, limit, hand on, acknowledge. Features add no listeners. */
export function openGateway(io: Sockets, ports: GatewayPorts): void {
  const { dialogues, presence, rates, logger } = ports;
  const joined = new WeakMap<ClientSocket, Joined>();

  io.use((socket, next) => {
    identify(socket)
      .then(result => {
        if (typeof result === 'string') return next(new Error(result));
        joined.set(socket, result);
        next();
      })
      .catch(error => {
        logger.error({ error }, 'connection failed');
        next(new Error('fault'));
      });
  });

  async function identify(socket: ClientSocket): Promise<Joined | Goodbye | EngineRefusal> {
    const handshake = Handshake.safeParse(socket.handshake.auth);
    if (!handshake.success) return socket.handshake.auth?.protocol === protocol ? 'malformed' : 'reload';
    if (handshake.data.protocol !== protocol) return 'reload';
    const admission = await ports.admit(socket.request, handshake.data.dialogue);
    if (!admission) return 'signed-out';
    const live = await dialogues.open(handshake.data.dialogue);
    if (live === 'elsewhere') return 'elsewhere';
    if (!live) return 'signed-out';
    const refusal = admission.refusedBy(live.runner.state());
    if (refusal) return refusal;
    if (presence.count(live.dialogue, admission.person) >= limits.socketsPerPerson) return 'too-many';
    return { live, admission, handshake: handshake.data };
  }

  io.on('connection', socket => {
    const found = joined.get(socket);
    if (!found) return void socket.disconnect(true);
    const { live, admission, handshake } = found;
    const { dialogue } = live;
    const connection = connectionOf(socket, dialogue, admission);
    socket.onAny((event: unknown, body: unknown, ack: unknown) => {
      const answer = typeof ack === 'function' ? (value: Ack | Answer) => ack(value) : () => {};
      receive(found, event, body)
        .then(answer)
        .catch(error => {
          const reference = newReference();
          logger.error({ error, reference, dialogue }, 'command failed');
          answer({ ok: false, refusal: 'fault' });
        });
    });
    socket.on('disconnect', () => {
      dialogues.loaded(dialogue)?.publisher.exit(connection);
      presence.departed(dialogue, admission.person);
    });
    void socket.join([signInRoom(admission.signIn), accountRoom(admission.account ?? '')]);
    presence.arrived(dialogue, admission.person);
    live.publisher.enter(connection, handshake.known);
  });

  async function receive({ live, admission }: Joined, event: unknown, body: unknown): Promise<Ack | Answer> {
    // A dialogue that was unloaded and loaded again has a new runner; the old one answers nothing but "elsewhere".
    const current = dialogues.loaded(live.dialogue) ?? (await dialogues.open(live.dialogue));
    if (!current || current === 'elsewhere') return refuse('elsewhere');
    if (admission.refusedBy(current.runner.state())) return refuse('not-permitted');
    if (event === 'command') return command(current, admission.person, body);
    if (event === 'ask') return ask(current, admission.person, body);
    return refuse('unknown');
  }

  async function command({ runner }: LiveDialogue, person: string, body: unknown): Promise<Ack> {
    const envelope = Envelope.safeParse(body);
    if (!envelope.success) return refuse('malformed');
    const { id, kind, input } = envelope.data;
    const parsed = dialogues.rules.parse(kind, input, Buffer.byteLength(JSON.stringify(input) ?? ''));
    if (!parsed.ok) return rates.take(person, 'light') ? parsed : refuse('too-fast');
    if (!rates.take(person, parsed.command.spec.rate)) return refuse('too-fast');
    return runner.submit(person, id, parsed.command);
  }

  async function ask({ runner }: LiveDialogue, person: string, body: unknown): Promise<Answer> {
    const question = Question.safeParse(body);
    if (!question.success) return refuse('malformed');
    if (!rates.take(person, 'read')) return refuse('too-fast');
    return dialogues.rules.ask(runner.state(), person, question.data.kind, question.data.input, dialogues.clock.now());
  }
}

/** The Socket.IO room of all tabs of one browser, so that signing out ends them all. */
export const signInRoom = (signIn: string): string => `sign-in/${signIn}`;

/** The Socket.IO room of all browsers of one organiser. */
export const accountRoom = (account: string): string => `account/${account}`;

const refuse = (refusal: EngineRefusal): { ok: false; refusal: EngineRefusal } => ({ ok: false, refusal });

function connectionOf(socket: ClientSocket, dialogue: string, { person, refusedBy }: Admission): Connection {
  const close = (reason: Goodbye) => {
    socket.emit('goodbye', reason);
    socket.disconnect(true);
  };
  return {
    person,
    refusedBy: state => (isClogged(socket) ? 'resync' : refusedBy(state)),
    welcome: welcome => void socket.emit('welcome', welcome),
    own: own => void socket.emit('own', own),
    join: audience => void socket.join(dialogueRoom(dialogue, audience)),
    leave: audience => void socket.leave(dialogueRoom(dialogue, audience)),
    close,
  };
}
