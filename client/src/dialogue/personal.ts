import type { Ack, Envelope } from '@multaqa/shared/protocol';
import type { KeyValueStore } from '../platform/storage.ts';
import { type Drafts, openDrafts } from './drafts.ts';
import { type Outbox, type OutboxItem, openOutbox } from './outbox.ts';

/** What this device keeps of one person in one dialogue. */
export type Personal = {
  /** The dialogue and the person. */
  owner: string;
  outbox: Outbox;
  drafts: Drafts;
  /** Resolves when what an earlier visit kept is back; nothing is sent before. */
  restored: Promise<unknown>;
};

/** What the things of a person need; `now` in ms since the epoch. */
export type PersonalPorts = {
  stores: { outbox: KeyValueStore; drafts: KeyValueStore };
  submit(envelope: Envelope): Promise<Ack>;
  outboxChanged(items: readonly OutboxItem[]): void;
  draftsChanged(): void;
  now(): number;
  delay(ms: number): Promise<void>;
};

/** Opens what this device keeps of a person, and begins to restore it. */
export function openPersonal(owner: string, ports: PersonalPorts): Personal {
  const { stores, submit, outboxChanged, draftsChanged, now, delay } = ports;
  const outbox: Outbox = openOutbox({
    store: stores.outbox,
    owner,
    submit,
    changed: () => outboxChanged(outbox.items()),
    now,
    delay,
  });
  const drafts = openDrafts({ store: stores.drafts, owner, changed: draftsChanged });
  return { owner, outbox, drafts, restored: Promise.all([outbox.restore(), drafts.restore()]) };
}
