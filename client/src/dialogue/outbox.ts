import { type Ack, type Envelope, retryable } from '@multaqa/shared/protocol';
import { newId } from '../platform/ids.ts';
import type { KeyValueStore } from '../platform/storage.ts';

/** One command on its way: `waiting` until it is acknowledged, `sent` until the view shows it, `refused` until somebody has read why. */
export type OutboxItem = Envelope & { order: number; at: number } & (
    | { state: 'waiting' }
    | { state: 'sent'; seq: number }
    | { state: 'refused'; refusal: string; reference: string | null }
  );

export type Outbox = {
  items(): readonly OutboxItem[];
  /** Keeps a command on this device, then sends it when its turn comes. With `forgetRefusal` the caller shows a refusal itself. */
  add(kind: string, input: unknown, options?: { forgetRefusal?: boolean }): Promise<Ack>;
  /** Brings back what an earlier visit could not send. */
  restore(): Promise<void>;
  /** The line is up: sends what waits, oldest first, each after the answer to the one before. */
  resume(): void;
  /** The line is down: what waits keeps waiting. */
  pause(): void;
  /** The view has reached this position of the log. */
  reached(seq: number): void;
  /** Forgets a refused command. */
  dismiss(id: string): void;
};

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

type Waiter = { stored: Promise<void>; forgetRefusal: boolean; tell(ack: Ack): void };

const longestPause = 8_000;

/** Commands survive a lost connection and a reload; they are sent in the order of their making and each has one effect. */
export function openOutbox({ store, owner, submit, changed, now, delay }: OutboxPorts): Outbox {
  let items: readonly OutboxItem[] = [];
  const waiters = new Map<string, Waiter>();
  let isUp = false;
  let isSending = false;
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
        await settle(next, ack);
      } else {
        retries += 1;
        if (isUp) await delay(Math.min(longestPause, 500 * 2 ** (retries - 1)));
      }
    }
    isSending = false;
  }

  const firstWaiting = () => items.find(({ state }) => state === 'waiting');

  async function attempt(item: OutboxItem): Promise<Ack | null> {
    await waiters.get(item.id)?.stored;
    const { id, kind, input } = item;
    return isUp ? submit({ id, kind, input }).catch(() => null) : null;
  }

  async function settle(item: OutboxItem, ack: Ack): Promise<void> {
    const waiter = waiters.get(item.id);
    waiters.delete(item.id);
    const { id, kind, input, order, at } = item;
    if (ack.ok) {
      if (ack.seq <= seen) drop(item);
      else replace({ id, kind, input, order, at, state: 'sent', seq: ack.seq });
    } else if (waiter?.forgetRefusal) drop(item);
    else {
      const refused: OutboxItem = {
        id,
        kind,
        input,
        order,
        at,
        state: 'refused',
        refusal: ack.refusal,
        reference: ack.reference ?? null,
      };
      replace(refused);
      await put(refused);
    }
    if (ack.ok || waiter?.forgetRefusal) await store.remove(keyOf(item));
    waiter?.tell(ack);
  }

  return {
    items: () => items,
    add(kind, input, options = {}) {
      const order = (items.at(-1)?.order ?? 0) + 1;
      const item: OutboxItem = { id: newId(), kind, input, order, at: now(), state: 'waiting' };
      const answered = new Promise<Ack>(tell => {
        waiters.set(item.id, { stored: put(item), forgetRefusal: options.forgetRefusal ?? false, tell });
      });
      become([...items, item]);
      void send();
      return answered;
    },
    async restore() {
      const kept = (await store.list(`${owner}/`)).map(([, item]) => item as OutboxItem);
      const known = new Set(items.map(({ id }) => id));
      become([...kept.filter(({ id }) => !known.has(id)), ...items]);
      void send();
    },
    resume() {
      isUp = true;
      void send();
    },
    pause() {
      isUp = false;
    },
    reached(position) {
      // What was told to this person alone may be ahead of what was told to all.
      const seq = Math.max(seen, position);
      seen = seq;
      if (items.some(item => item.state === 'sent' && item.seq <= seq))
        become(items.filter(item => item.state !== 'sent' || item.seq > seq));
    },
    dismiss(id) {
      const item = items.find(other => other.id === id);
      if (item?.state !== 'refused') return;
      drop(item);
      void store.remove(keyOf(item));
    },
  };
}
