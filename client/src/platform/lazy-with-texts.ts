import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { textsReady } from './languages.ts';

/** A component that is loaded when it is first drawn, and drawn when its texts are here too. */
export const lazyWithTexts = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> =>
  lazy(async () => {
    const component = await load();
    await textsReady();
    return { default: component };
  });
