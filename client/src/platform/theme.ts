import { useSyncExternalStore } from 'react';
import { recall, remember } from './preferences.ts';

/** The themes; `device` follows the device's colour scheme. */
export const themes = ['light', 'dark', 'device'] as const;
/** One of the themes. */
export type Theme = (typeof themes)[number];

const paper = { light: '#FBF8F3', dark: '#12181C' };
const device = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme = themes.find(theme => theme === recall('theme')) ?? 'device';

/** The colour scheme in use. */
const currentColours = (): 'light' | 'dark' => (chosen === 'device' ? (device().matches ? 'dark' : 'light') : chosen);

/** Applies a theme and remembers it on this device. */
export function chooseTheme(theme: Theme): void {
  chosen = theme;
  remember('theme', theme);
  paint();
}

/** Applies the chosen theme, and follows the device's colour scheme when it changes. */
export function startTheme(): void {
  device().addEventListener('change', paint);
  paint();
}

function paint(): void {
  const colours = currentColours();
  document.documentElement.dataset.mantineColorScheme = colours;
  document.documentElement.style.backgroundColor = '';
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper[colours]);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The chosen theme. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);
/** The colour scheme in use; rerenders when it changes. */
export const useColours = (): 'light' | 'dark' => useSyncExternalStore(subscribe, currentColours);
