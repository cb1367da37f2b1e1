import { type DialogueView, dialogueRules as rules } from '@multaqa/shared/dialogue';
import { beginning, play, type Sent } from '@multaqa/shared/dialogue.samples';
import { ada, sampleSessions } from '@multaqa/shared/kernel/messages.samples';
import { noAnswers } from '@multaqa/shared/people/form/form.state';
import type { Ack, Envelope, Handshake, Signal, Welcome } from '@multaqa/shared/protocol';
import type { DialogueHandlers, DialogueSocket } from '../platform/dialogue-socket.ts';
import { memoryStore } from '../platform/storage.ts';
import { type Dialogue, openDialogue } from './dialogue.ts';
import type { DialoguePorts } from './dialogue-state.ts';
import { traced } from './trace.ts';

export { ada };
export const [session = ''] = sampleSessions;
export const lobby = `${session}/lobby`;

/** What a server tells one person after Ada began a dialogue with Ben, Cleo and Dina, and then these commands. */
export function seenAfter(person: string, sent: readonly Sent[] = []) {
  const { state } = play(rules, [...beginning, ...sent]);
  const audience = rules.audienceOf(state, person);
  if (!audience) throw new Error('nobody is looking');
  const views = rules.slices.map(slice => [slice.name, rules.viewOf(state, slice, audience)]);
  return { me: person, audience, view: Object.fromEntries(views) as DialogueView, own: rules.ownOf(state, person) };
}

export const viewOf = (person: string): DialogueView => seenAfter(person).view;

/** A server's greeting with everything in it. */
export const snapshotWelcome = (more: Partial<Extract<Welcome, { kind: 'snapshot' }>> = {}): Welcome => ({
  kind: 'snapshot',
  epoch: 'first',
  me: ada,
  audience: { role: 'organiser', place: null, watches: [] },
  now: 5_000,
  own: {
    people: { email: 'ada@example.org', needs: [], vision: '' },
    form: noAnswers,
    sessions: { sentOut: {}, attended: [] },
    media: { asked: null },
    questions: { asked: [], supported: [] },
    exchange: { dial: null, nudges: {} },
    agenda: { ready: null },
    reactions: [],
  },
  seq: 10,
  reached: more.seq ?? 10,
  view: viewOf(ada),
  patches: [],
  ...more,
});

/** A connection whose other end the test plays. */
export function openTestDialogue(stores = { outbox: memoryStore(), drafts: memoryStore() }) {
  const sent: Envelope[] = [];
  const signals: Signal[] = [];
  const handshakes: Handshake[] = [];
  const answers: ((ack: Ack | null) => void)[] = [];
  const waits: (() => void)[] = [];
  let handlers: DialogueHandlers | null = null;
  let answer: unknown = null;
  const ports: DialoguePorts = {
    stores,
    now: () => 1_000,
    chance: () => 0,
    delay: () => new Promise(resolve => waits.push(resolve)),
    openSocket: traced((_, handshake, listener): DialogueSocket => {
      handlers = listener;
      return {
        connect: () => void handshakes.push(handshake()),
        disconnect: () => listener.disconnected(null),
        reconnect() {
          listener.disconnected(null);
          handshakes.push(handshake());
        },
        command(envelope) {
          sent.push(envelope);
          return new Promise((resolve, reject) => {
            answers.push(ack => (ack ? resolve(ack) : reject(new DOMException('no answer', 'TimeoutError'))));
          });
        },
        ask: () => Promise.resolve({ ok: true, answer }),
        signal: signal => void signals.push(signal),
        ping: () => Promise.resolve(),
      };
    }),
  };
  const dialogue: Dialogue = openDialogue('dialogue', ports);
  return {
    dialogue,
    stores,
    sent,
    signals,
    handshakes,
    server: {
      get handlers(): DialogueHandlers {
        if (!handlers) throw new Error('nobody listens');
        return handlers;
      },
      /** Answers the oldest command that waits; null lets it time out. */
      answer: (ack: Ack | null) => answers.shift()?.(ack),
    },
    /** What the server answers to every question from now on. */
    answerAsks(given: unknown) {
      answer = given;
    },
    /** Lets the pause before the next attempt end. */
    wait: () => waits.shift()?.(),
    state: () => dialogue.store.getState(),
  };
}
