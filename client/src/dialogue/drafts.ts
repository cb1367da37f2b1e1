import { background } from '../platform/report-fault.ts';
import type { KeyValueStore } from '../platform/storage.ts';

/** Text that is being typed; it survives a reload and a crash of the tab. */
export type Drafts = {
  read(name: string): string;
  write(name: string, text: string): void;
  restore(): Promise<void>;
};

/** Makes drafts that are empty until they are restored; `changed` is called after every change. */
export function openDrafts({
  store,
  owner,
  changed,
}: {
  store: KeyValueStore;
  owner: string;
  changed(): void;
}): Drafts {
  const texts = new Map<string, string>();
  const keyOf = (name: string) => `${owner}/${name}`;
  return {
    read: name => texts.get(name) ?? '',
    write(name, text) {
      if (text) texts.set(name, text);
      else texts.delete(name);
      changed();
      background(text ? store.put(keyOf(name), text) : store.remove(keyOf(name)), 'drafts');
    },
    async restore() {
      for (const [key, text] of await store.list(keyOf(''))) {
        const name = key.slice(keyOf('').length);
        if (typeof text === 'string' && !texts.has(name)) texts.set(name, text);
      }
      changed();
    },
  };
}
