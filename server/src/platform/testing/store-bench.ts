import type { StoreAddress } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';

/** One empty database of a test. */
export type Place = {
  address: StoreAddress;
  /** Everything that is in the database, as text. */
  dump(): string;
  /** Another process that has begun to read and keeps what it saw. */
  openReader(): Promise<{ close(): Promise<void> }>;
  /** Runs one statement past the store. */
  run(sql: string): void;
  remove(): void;
};

/** What a test of the suite works with: the store of the moment, and the place under it. */
export type Bench = { readonly store: Store; readonly place: Place; reopen(): Promise<Store> };
