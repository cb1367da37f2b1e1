import type { Icon } from '@tabler/icons-react';
import IconCircleDotted from '@tabler/icons-react/dist/esm/icons/IconCircleDotted.mjs';
import IconLayoutBottombar from '@tabler/icons-react/dist/esm/icons/IconLayoutBottombar.mjs';
import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconListDetails from '@tabler/icons-react/dist/esm/icons/IconListDetails.mjs';
import type { ComponentType } from 'react';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import type { LayoutName } from './layout-names.ts';

const layout = (icon: Icon, load: () => Promise<ComponentType>) => ({ icon, View: lazyWithTexts(load) });

/** Every way to see a room: round a table; all equal, page by page; one large with a strip of the others; names only. */
export const layouts = {
  table: layout(IconCircleDotted, async () => (await import('../table/TableLayout.tsx')).TableLayout),
  grid: layout(IconLayoutGrid, async () => (await import('./GridLayout.tsx')).GridLayout),
  stage: layout(IconLayoutBottombar, async () => (await import('./StageLayout.tsx')).StageLayout),
  list: layout(IconListDetails, async () => (await import('./ListLayout.tsx')).ListLayout),
} satisfies Record<LayoutName, unknown>;
