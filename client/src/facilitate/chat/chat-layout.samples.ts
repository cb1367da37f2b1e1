import { above } from './use-scroll.ts';

/** Every message is so many px high. */
const line = 100;

/** The height of a chat with so many messages. */
export const heightOf = (messages: number): number => above + messages * line;

/** A document without layout gets one for the chat: `sight` px of it are in sight. Returns how to take it away again. */
export function giveLayout(sight: number): () => void {
  const tops = new WeakMap<object, number>();
  const isEntry = (element: Element) => element.hasAttribute('data-entry');
  const heightOfBox = (box: Element) => {
    const thread = box.querySelector<HTMLElement>('[data-thread]');
    return Math.max(sight, above + Number.parseFloat(thread?.style.getPropertyValue('block-size') || '0'));
  };
  const given: Record<string, PropertyDescriptor & ThisType<HTMLElement>> = {
    offsetWidth: { get: () => sight },
    offsetHeight: {
      get() {
        return isEntry(this) ? line : sight;
      },
    },
    clientHeight: { get: () => sight },
    scrollHeight: {
      get() {
        return heightOfBox(this);
      },
    },
    scrollTop: {
      get() {
        return Math.min(tops.get(this) ?? 0, heightOfBox(this) - sight);
      },
      set(top: number) {
        tops.set(this, Math.max(0, Math.min(top, heightOfBox(this) - sight)));
        // Browsers tell of it with the next frame.
        requestAnimationFrame(() => this.dispatchEvent(new Event('scroll')));
      },
    },
    scrollTo: {
      value({ top }: ScrollToOptions) {
        this.scrollTop = top ?? 0;
      },
    },
  };
  const observerBefore = globalThis.ResizeObserver;
  globalThis.ResizeObserver = class {
    readonly #changed: (entries: ResizeObserverEntry[], observer: ResizeObserver) => void;
    constructor(changed: ResizeObserverCallback) {
      this.#changed = changed;
    }
    observe(target: Element): void {
      const [box] = [{ blockSize: (target as HTMLElement).offsetHeight, inlineSize: sight }];
      queueMicrotask(() => this.#changed([{ target, borderBoxSize: [box] } as never], this));
    }
    unobserve(): void {}
    disconnect(): void {}
  };
  const before = Object.keys(given).map(
    name => [name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name)] as const,
  );
  for (const [name, property] of Object.entries(given))
    Object.defineProperty(HTMLElement.prototype, name, { ...property, configurable: true });
  return () => {
    globalThis.ResizeObserver = observerBefore;
    for (const [name, property] of before) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
      if (property) Object.defineProperty(HTMLElement.prototype, name, property);
    }
  };
}
