/** Those who are told of something. */
export type Listeners<Value> = {
  /** Adds a listener; returns how to remove it. */
  add(listener: (value: Value) => void): () => void;
  /** Tells everybody who listens. */
  tell(value: Value): void;
};

/** Begins with nobody who listens. */
export function openListeners<Value = void>(): Listeners<Value> {
  const listeners = new Set<(value: Value) => void>();
  return {
    add(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(value) {
      for (const listener of listeners) listener(value);
    },
  };
}
