import type { Icon } from '@tabler/icons-react';
import IconCircleDotted from '@tabler/icons-react/dist/esm/icons/IconCircleDotted.mjs';
import IconLayoutBottombar from '@tabler/icons-react/dist/esm/icons/IconLayoutBottombar.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import type { ComponentType } from 'react';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';

const layout = (icon: Icon, load: () => Promise<ComponentType>) => ({ icon, View: lazyWithTexts(load) });

/** Every way to see a room: round a table; all equal, page by page; one large with a strip of the others; names only. A new one is a line here. */
export const layouts = {
  table: layout(IconCircleDotted, async () => (await import('../table/TableLayout.tsx')).TableLayout),
  grid: layout(IconLayoutGrid, async () => (await import('./GridLayout.tsx')).GridLayout),
  stage: layout(IconLayoutBottombar, async () => (await import('./StageLayout.tsx')).StageLayout),
  list: layout(IconListDetails, async () => (await import('./ListLayout.tsx')).ListLayout),
};

export type LayoutName = keyof typeof layouts;
export const layoutNames = Object.keys(layouts) as LayoutName[];

/** Whether a layout has a place for what a feature shows. */
export const hasStage = (name: LayoutName): boolean => name === 'table' || name === 'stage';
