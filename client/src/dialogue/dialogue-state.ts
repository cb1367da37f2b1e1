import type { Goodbye, Handshake } from '@multaqa/shared/protocol';
import type { DialogueHandlers, DialogueSocket } from '../platform/dialogue-socket.ts';
import type { OutboxItem } from './outbox.ts';
import type { PersonalPorts } from './personal.ts';
import type { DialogueSnapshot } from './snapshot.ts';

/** What screens know of a dialogue. */
export type DialogueState = {
  /** Null until the first welcome. */
  snapshot: DialogueSnapshot | null;
  /** True once what this device kept from an earlier visit is back, too. */
  isReady: boolean;
  /** `since` in ms by this device's clock. */
  connection: { status: 'on' | 'off'; since: number };
  /** Why the server ended the connection for good; the person has to do something. */
  goodbye: Exclude<Goodbye, 'resync'> | null;
  /** Under which the server's log tells more of the goodbye. */
  reference: string | null;
  outbox: readonly OutboxItem[];
};

/** The world around a dialogue; `now` in ms since the epoch. */
export type DialoguePorts = {
  openSocket(dialogue: string, handshake: () => Handshake, handlers: DialogueHandlers): DialogueSocket;
  stores: PersonalPorts['stores'];
  now(): number;
  /** Resolves after so many ms. */
  delay(ms: number): Promise<void>;
  /** A random number in [0, 1), so that a hall full of people does not reconnect in the same instant. */
  chance(): number;
};
