import { background } from '../platform/report-fault.ts';
import type { KeyValueStore } from '../platform/storage.ts';

/** Text that is being typed; it survives a reload and a crash of the tab. */
export type Drafts = {
  read(name: string): string;
  /** The drafts whose names begin so, by name; the same object while nothing changes. */
  under(prefix: string): Readonly<Record<string, string>>;
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
  const lists = new Map<string, Readonly<Record<string, string>>>();
  const tell = () => {
    lists.clear();
    changed();
  };
  const keyOf = (name: string) => `${owner}/${name}`;
  return {
    read: name => texts.get(name) ?? '',
    under(prefix) {
      const known = lists.get(prefix);
      if (known) return known;
      const list = Object.fromEntries([...texts].filter(([name]) => name.startsWith(prefix)));
      lists.set(prefix, list);
      return list;
    },
    write(name, text) {
      if (text) texts.set(name, text);
      else texts.delete(name);
      tell();
      background(text ? store.put(keyOf(name), text) : store.remove(keyOf(name)), 'drafts');
    },
    async restore() {
      for (const [key, text] of await store.list(keyOf(''))) {
        const name = key.slice(keyOf('').length);
        if (typeof text === 'string' && !texts.has(name)) texts.set(name, text);
      }
      tell();
    },
  };
}
