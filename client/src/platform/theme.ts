import { useSyncExternalStore } from 'react';
import { recall, remember } from './preferences.ts';

export const themes = ['light', 'dark', 'device'] as const;
export type Theme = (typeof themes)[number];

const paper = { light: '#FBF8F3', dark: '#12181C' };
const device = () => matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let chosen: Theme = themes.find(theme => theme === recall('theme')) ?? 'device';

/** Light or dark as it is drawn now. */
const currentColours = (): 'light' | 'dark' => (chosen === 'device' ? (device().matches ? 'dark' : 'light') : chosen);

export function chooseTheme(theme: Theme): void {
  chosen = theme;
  remember('theme', theme);
  paint();
}

/** Draws the chosen colours and follows the device when it changes its mind. */
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

export const useTheme = (): Theme => useSyncExternalStore(subscribe, () => chosen);
export const useColours = (): 'light' | 'dark' => useSyncExternalStore(subscribe, currentColours);
