import { type ComponentType, lazy, useState } from 'react';
import { textsReady } from './languages.ts';
import { triedAgain } from './tried-again.ts';

/** A component that is loaded later; `preload` loads it before it is drawn, so that nothing stands in its place. */
export type LazyComponent<Props extends object> = ComponentType<Props> & { preload(): Promise<void> };

/** A component that is loaded when it is first drawn, or before, and drawn when its texts are here too. */
export function lazyWithTexts<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyComponent<Props> {
  let loaded: ComponentType<Props> | null = null;
  const loadAll = () =>
    triedAgain(async () => {
      const component = await load();
      await textsReady();
      loaded = component;
      return { default: component };
    });
  const Lazy = lazy(loadAll) as ComponentType<Props>;
  function WithTexts(props: Props) {
    // What was begun as one of the two stays that: another component would lose what the first one knows.
    const [Component] = useState(() => loaded ?? Lazy);
    return <Component {...props} />;
  }
  return Object.assign(WithTexts, { preload: async () => void (await loadAll()) });
}
