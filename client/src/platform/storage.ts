import { createStore, del, entries, set, type UseStore } from 'idb-keyval';
import { reportFault } from './report-fault.ts';

/** Keeps values on this device across reloads. Keys sort as text. */
export type KeyValueStore = {
  put(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  list(prefix: string): Promise<[key: string, value: unknown][]>;
};

/** A store in the device's IndexedDB. Private windows of some browsers have none; then the values are kept in memory. */
export function deviceStore(name: string): KeyValueStore {
  const instead = memoryStore();
  let store: UseStore | null = null;
  const within = async <T>(work: (store: UseStore) => Promise<T>, otherwise: () => Promise<T>): Promise<T> => {
    try {
      store ??= createStore(`multaqa-${name}`, 'kept');
      return await work(store);
    } catch (error) {
      reportFault('storage', 'ReferenceError', 'InvalidStateError')(error);
      return otherwise();
    }
  };
  return {
    put: (key, value) =>
      within(
        database => set(key, value, database),
        () => instead.put(key, value),
      ),
    remove: key =>
      within(
        database => del(key, database),
        () => instead.remove(key),
      ),
    list: prefix =>
      within(
        async database => sorted(await entries<string, unknown>(database), prefix),
        () => instead.list(prefix),
      ),
  };
}

/** A store in memory. */
export function memoryStore(): KeyValueStore {
  const kept = new Map<string, unknown>();
  return {
    async put(key, value) {
      kept.set(key, value);
    },
    async remove(key) {
      kept.delete(key);
    },
    list: async prefix => sorted([...kept], prefix),
  };
}

const sorted = (all: [string, unknown][], prefix: string) =>
  all.filter(([key]) => key.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
