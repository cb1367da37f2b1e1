import { create } from 'zustand';
import { recall, remember } from '../../../platform/preferences.ts';

/** One person large with a strip of the others; everybody equal, page by page; names alone. */
export const layouts = ['stage', 'grid', 'list'] as const;
export type Layout = (typeof layouts)[number];

type Choice = {
  chosen: Layout;
  /** A screen is being shared that its viewer has not turned away from: a grid makes room for it. */
  isForScreen: boolean;
};

const useChoice = create<Choice>(() => ({
  chosen: layouts.find(layout => layout === recall('layout')) ?? 'stage',
  isForScreen: false,
}));

/** How the room is laid out on this device now. */
export const useLayout = (): Layout =>
  useChoice(({ chosen, isForScreen }) => (isForScreen && chosen === 'grid' ? 'stage' : chosen));

/** Changes the layout of the room and remembers it on this device; also while somebody shares a screen. */
export function chooseLayout(layout: Layout): void {
  remember('layout', layout);
  useChoice.setState({ chosen: layout, isForScreen: false });
}

/** Makes room for a screen that begins, and goes back to what was chosen when it ends. */
export const makeRoomForScreen = (isShared: boolean): void => useChoice.setState({ isForScreen: isShared });
