import { create } from 'zustand';
import { recall, remember } from '../../../platform/preferences.ts';
import { type LayoutName, layoutNames } from './layout-names.ts';

type Choice = {
  chosen: LayoutName;
  /** A feature has the stage, and its viewer has not turned away from it: a grid makes room for it. */
  isForStage: boolean;
};

const useChoice = create<Choice>(() => ({
  chosen: layoutNames.find(layout => layout === recall('layout')) ?? 'table',
  isForStage: false,
}));

/** How the room is laid out on this device now. */
export const useLayout = (): LayoutName =>
  useChoice(({ chosen, isForStage }) => (isForStage && chosen === 'grid' ? 'table' : chosen));

/** Changes the layout of the room and remembers it on this device; also while a feature has the stage. */
export function chooseLayout(layout: LayoutName): void {
  remember('layout', layout);
  useChoice.setState({ chosen: layout, isForStage: false });
}

/** Makes room for a feature that takes the stage, and goes back to what was chosen when it leaves it. */
export const makeRoomForStage = (isTaken: boolean): void => useChoice.setState({ isForStage: isTaken });
