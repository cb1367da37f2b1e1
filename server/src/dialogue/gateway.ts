import { limits } from '@multaqa/shared/limits';
import { type Ack, type Answer, type EngineRefusal, type Goodbye, Handshake } from '@multaqa/shared/protocol';
import { type ClientSocket, cutLine, isClogged, markKnown, type Sockets } from '../platform/sockets.ts';
import type { Admission } from './admission.ts';
import { dialogueRoom } from './audience-room.ts';
import { openCommands } from './commands.ts';
import type { EngineMetrics } from './engine-metrics.ts';
import { openFaults } from './faults.ts';
import { type IdentifyPorts, identifyAll } from './identify.ts';
import type { LiveDialogue } from './live-dialogue.ts';
import type { Presence } from './presence.ts';
import { type Listener, openSignals } from './signals.ts';
import type { Connection } from './subscriptions.ts';

export type GatewayPorts = IdentifyPorts & { presence: Presence; metrics: EngineMetrics };

/** The one door for everything that happens in a dialogue: identify, limit, parse, hand on, acknowledge. Features add no listeners. */
export function openGateway(io: Sockets, ports: GatewayPorts): void {
  const { dialogues, presence, rates, logger } = ports;
  const commands = openCommands(ports);
  const signals = openSignals({ dialogues, rates, clock: dialogues.clock });
  const hasPlace = (_socket: ClientSocket, { dialogue, person }: Admission) =>
    presence.count(dialogue, person) < limits.socketsPerPerson;
  const identified = identifyAll(io, '/', ports, hasPlace);

  io.on('connection', socket => {
    const found = identified(socket);
    if (!found) return void socket.disconnect();
    const { live, admission } = found;
    const { dialogue } = live;
    const faults = openFaults(logger, dialogue);
    const connection = connectionOf(socket, dialogue, admission);
    // Asked here and in one turn: connections that were made at once all saw a free place before.
    if (!presence.arrived(dialogue, admission.person)) return connection.close('too-many');
    markKnown(socket.conn);
    const listener = listenerOf(socket, admission);
    signals.enter(dialogue, listener);
    socket.onAny((event: unknown, body: unknown, ack: unknown) => {
      const answer = typeof ack === 'function' ? (value: Ack | Answer) => ack(value) : () => {};
      receive(found, socket, event, body)
        .then(answer)
        .catch(error => {
          const reference = faults.log(error, 'a command failed');
          answer({ ok: false, refusal: 'fault', reference });
        });
    });
    socket.on('disconnect', () => {
      dialogues.loaded(dialogue)?.publisher.exit(connection);
      signals.exit(dialogue, listener);
      presence.departed(dialogue, admission.person);
    });
    void socket.join([signInRoom(admission.signIn), accountRoom(admission.account ?? '')]);
    const handshake = Handshake.safeParse(socket.handshake.auth);
    live.publisher.enter(connection, handshake.data?.known);
    // What ended this sign-in before the socket stood in its rooms could not end the socket.
    void endUnlessSignedIn(admission, connection);
  });

  async function endUnlessSignedIn(admission: Admission, connection: Connection): Promise<boolean> {
    try {
      if (await admission.isStillSignedIn()) return true;
    } catch (error) {
      logger.error({ error, dialogue: admission.dialogue }, 'a sign-in could not be read again');
      return false;
    }
    connection.close('signed-out');
    return false;
  }

  async function receive(
    { live, admission }: { live: LiveDialogue; admission: Admission },
    socket: ClientSocket,
    event: unknown,
    body: unknown,
  ): Promise<Ack | Answer> {
    if (isClogged(socket)) {
      cutLine(socket);
      return refuse('busy');
    }
    // A dialogue that was unloaded and loaded again has a new runner; the old one answers nothing but "elsewhere".
    const current = dialogues.loaded(live.dialogue) ?? (await dialogues.open(live.dialogue));
    if (!current || typeof current === 'string') {
      // Whoever comes back is told why; what they were sending waits with them.
      if (current === 'quarantined') socket.disconnect(true);
      return refuse('elsewhere');
    }
    if (admission.refusedBy(current.runner.state())) return refuse('not-permitted');
    switch (event) {
      case 'command':
        return commands.command(current, admission.person, body, () =>
          endUnlessSignedIn(admission, connectionOf(socket, live.dialogue, admission)),
        );
      case 'ask':
        return commands.ask(current, admission.person, body);
      case 'signal':
        // Nobody waits for an answer.
        signals.send(current, admission.person, body);
        return refuse('unknown');
      default:
        return refuse('unknown');
    }
  }
}

/** The Socket.IO room of all tabs of one browser, so that signing out ends them all. */
export const signInRoom = (signIn: string): string => `sign-in/${signIn}`;

/** The Socket.IO room of all browsers of one organiser. */
export const accountRoom = (account: string): string => `account/${account}`;

const refuse = (refusal: EngineRefusal): { ok: false; refusal: EngineRefusal } => ({ ok: false, refusal });

/** Signals are the first thing that a slow connection does without. */
const listenerOf = (socket: ClientSocket, { person, refusedBy }: Admission): Listener => ({
  person,
  refusedBy,
  tell: signals => void socket.volatile.emit('signals', signals),
});

function connectionOf(socket: ClientSocket, dialogue: string, { person, refusedBy }: Admission): Connection {
  const close = (reason: Goodbye) => {
    socket.emit('goodbye', reason);
    if (reason === 'resync') cutLine(socket);
    // What else the tab does over its line goes on where only this socket is one too many.
    else socket.disconnect(reason !== 'too-many');
  };
  return {
    person,
    refusedBy,
    isClogged: () => isClogged(socket),
    welcome: welcome => void socket.emit('welcome', welcome),
    own: (own, seq) => void socket.emit('own', own, seq),
    join: audience => void socket.join(dialogueRoom(dialogue, audience)),
    leave: audience => void socket.leave(dialogueRoom(dialogue, audience)),
    close,
  };
}
