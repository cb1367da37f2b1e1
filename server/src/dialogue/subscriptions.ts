import type { State } from '@multaqa/shared/kernel/composition';
import { type Audience, audienceKey } from '@multaqa/shared/kernel/context';
import type { Goodbye, PackedWelcome, View } from '@multaqa/shared/protocol';

/** One browser tab in one dialogue. */
export type Connection = {
  person: string;
  /** Why this connection may not go on under this state; null while it may. */
  refusedBy(state: State): Goodbye | null;
  /** True when it takes in less than it is sent. */
  isClogged(): boolean;
  welcome(welcome: PackedWelcome): void;
  /** What this person alone sees of the slices that have changed, and the position of the log up to which everything has been told to them. */
  own(own: View, seq: number): void;
  join(audience: string): void;
  leave(audience: string): void;
  close(reason: Goodbye): void;
};

/** The audience that a connection listens to, and what it was last sent of its own part. */
export type Subscription = { key: string; audience: Audience; own: View };

export type Subscriptions = {
  size(): number;
  get(connection: Connection): Subscription | undefined;
  /** Every connection with its subscription, as they are at this moment. */
  all(): [Connection, Subscription][];
  add(connection: Connection, subscription: Subscription): void;
  remove(connection: Connection): void;
  /** The audiences that somebody listens to. */
  audiences(): Iterable<string>;
  hasListeners(audience: string): boolean;
  people(): Iterable<string>;
  tabsOf(person: string): Iterable<Connection>;
};

/** Which connection listens to which audience, looked up from each side. */
export function openSubscriptions(): Subscriptions {
  const subscriptions = new Map<Connection, Subscription>();
  const listeners = new Map<string, Set<Connection>>();
  const tabs = new Map<string, Set<Connection>>();
  return {
    size: () => subscriptions.size,
    get: connection => subscriptions.get(connection),
    all: () => [...subscriptions],
    add(connection, subscription) {
      subscriptions.set(connection, subscription);
      put(listeners, subscription.key, connection);
      put(tabs, connection.person, connection);
      connection.join(subscription.key);
    },
    remove(connection) {
      const subscription = subscriptions.get(connection);
      if (!subscription) return;
      subscriptions.delete(connection);
      take(listeners, subscription.key, connection);
      take(tabs, connection.person, connection);
      connection.leave(subscription.key);
    },
    audiences: () => listeners.keys(),
    hasListeners: audience => listeners.has(audience),
    people: () => tabs.keys(),
    tabsOf: person => tabs.get(person) ?? [],
  };
}

function put(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  index.set(key, (index.get(key) ?? new Set()).add(connection));
}

function take(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const found = index.get(key);
  found?.delete(connection);
  if (found?.size === 0) index.delete(key);
}

/** Since which position each person has belonged to their audience without a break: they are sent nothing from before it. */
export type Memberships = {
  /** The position since which this person belongs to this audience: an earlier one that still holds, or `now`. */
  since(person: string, key: string, now: number): number;
  /** Drops those whose audience is another one now, or none. */
  prune(audienceOf: (person: string) => Audience | null): void;
};

/** Remembers memberships; nobody belongs to anything at first. */
export function openMemberships(): Memberships {
  const members = new Map<string, { key: string; since: number }>();
  return {
    since(person, key, now) {
      const known = members.get(person);
      if (known?.key === key) return known.since;
      members.set(person, { key, since: now });
      return now;
    },
    prune(audienceOf) {
      for (const [person, { key }] of members) {
        const audience = audienceOf(person);
        if (!audience || audienceKey(audience) !== key) members.delete(person);
      }
    },
  };
}
