import { type Ack, type Envelope, retryable } from '@multaqa/shared/protocol';
import { unanswered } from '../platform/connection.ts';
import { newId } from '../platform/ids.ts';
import { background, resultOrNull } from '../platform/report-fault.ts';
import type { KeyValueStore } from '../platform/storage.ts';

/**
 * One command on its way: `waiting` until it is acknowledged, `sent` until the view shows it, `refused` until somebody
 * has read why. `at` in ms since the epoch, by this device's clock.
 */
export type OutboxItem = Envelope & { order: number; at: number } & (
    | { state: 'waiting' }
    | { state: 'sent'; seq: number }
    | { state: 'refused'; refusal: string; reference: string | null }
  );

/** The commands of one person that are on their way. */
export type Outbox = {
  items(): readonly OutboxItem[];
  /** Keeps a command on this device, then sends it when its turn comes. With `forgetRefusal` the caller shows a refusal itself. */
  add(kind: string, input: unknown, options?: { forgetRefusal?: boolean }): Promise<Ack>;
  /** Brings back what an earlier visit could not send. */
  restore(): Promise<void>;
  /** The connection is up: sends what waits, oldest first, each after the answer to the one before. */
  resume(): void;
  /** The connection is down: what waits keeps waiting. */
  pause(): void;
  /** The view has reached this position of the log. */
  reached(seq: number): void;
  /** Forgets a refused command. */
  dismiss(id: string): void;
};

/** What an outbox needs; `now` in ms since the epoch. */
export type OutboxPorts = {
  store: KeyValueStore;
  /** Names the dialogue and the person, so that nobody sends in another's name on a shared device. */
  owner: string;
  submit(envelope: Envelope): Promise<Ack>;
  changed(): void;
  now(): number;
  /** Resolves after this many ms. */
  delay(ms: number): Promise<void>;
};

/** Who waits for the answer to a command; `stored` resolves when the command is kept on this device. */
type Waiter = { stored: Promise<void>; forgetRefusal: boolean; tell(ack: Ack): void };

/** ms before a command is sent again; the pause doubles with each failure in a row. */
const pauses = { first: 500, longest: 8_000 };

/** Makes an outbox. Commands survive a lost connection and a reload; they are sent in the order of their making, and each has one effect. */
export function openOutbox({ store, owner, submit, changed, now, delay }: OutboxPorts): Outbox {
  let items: readonly OutboxItem[] = [];
  const waiters = new Map<string, Waiter>();
  let isUp = false;
  let isSending = false;
  /** The position of the log that the view has reached. */
  let seen = 0;

  const keyOf = ({ order, id }: OutboxItem) => `${owner}/${String(order).padStart(15, '0')}-${id}`;
  const put = (item: OutboxItem) => store.put(keyOf(item), item);
  const become = (next: readonly OutboxItem[]) => {
    items = next;
    changed();
  };
  const replace = (item: OutboxItem) => become(items.map(other => (other.id === item.id ? item : other)));
  const drop = (item: OutboxItem) => become(items.filter(({ id }) => id !== item.id));

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    let retries = 0;
    for (let next = firstWaiting(); isUp && next; next = firstWaiting()) {
      const ack = await attempt(next);
      if (ack?.ok || (ack && !retryable.includes(ack.refusal))) {
        retries = 0;
        await complete(next, ack);
      } else {
        retries += 1;
        if (isUp) await delay(Math.min(pauses.longest, pauses.first * 2 ** (retries - 1)));
      }
    }
    isSending = false;
  }

  const startSending = () => background(send(), 'outbox');
  const firstWaiting = () => items.find(({ state }) => state === 'waiting');

  async function attempt(item: OutboxItem): Promise<Ack | null> {
    await waiters.get(item.id)?.stored;
    const { id, kind, input } = item;
    return isUp ? resultOrNull(submit({ id, kind, input }), 'outbox', ...unanswered) : null;
  }

  async function complete(item: OutboxItem, ack: Ack): Promise<void> {
    const waiter = waiters.get(item.id);
    waiters.delete(item.id);
    if (ack.ok ? ack.seq <= seen : waiter?.forgetRefusal) drop(item);
    else replace(answered(item, ack));
    if (ack.ok || waiter?.forgetRefusal) await store.remove(keyOf(item));
    else await put(answered(item, ack));
    waiter?.tell(ack);
  }

  return {
    items: () => items,
    add(kind, input, options = {}) {
      // By time, so that it also comes after what an earlier visit kept and this one has not restored yet.
      const order = Math.max(now(), (items.at(-1)?.order ?? 0) + 1);
      const item: OutboxItem = { id: newId(), kind, input, order, at: now(), state: 'waiting' };
      const answer = new Promise<Ack>(tell => {
        waiters.set(item.id, { stored: put(item), forgetRefusal: options.forgetRefusal ?? false, tell });
      });
      become([...items, item]);
      startSending();
      return answer;
    },
    async restore() {
      const kept = (await store.list(`${owner}/`)).map(([, item]) => item as OutboxItem);
      const known = new Set(items.map(({ id }) => id));
      become([...kept.filter(({ id }) => !known.has(id)), ...items]);
      startSending();
    },
    resume() {
      isUp = true;
      startSending();
    },
    pause() {
      isUp = false;
    },
    reached(position) {
      // What was sent to this person only may be ahead of what was sent to all.
      const seq = Math.max(seen, position);
      seen = seq;
      if (items.some(item => item.state === 'sent' && item.seq <= seq))
        become(items.filter(item => item.state !== 'sent' || item.seq > seq));
    },
    dismiss(id) {
      const item = items.find(other => other.id === id);
      if (item?.state !== 'refused') return;
      drop(item);
      background(store.remove(keyOf(item)), 'outbox');
    },
  };
}

/** A command after its answer. */
function answered({ id, kind, input, order, at }: OutboxItem, ack: Ack): OutboxItem {
  const item = { id, kind, input, order, at };
  return ack.ok
    ? { ...item, state: 'sent', seq: ack.seq }
    : { ...item, state: 'refused', refusal: ack.refusal, reference: ack.reference ?? null };
}
