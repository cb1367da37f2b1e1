/** The ways to see a room, in the order in which a key goes round them. A new one is a line here and in `layouts.ts`. */
export const layoutNames = ['table', 'grid', 'stage', 'list'] as const;
export type LayoutName = (typeof layoutNames)[number];

/** Whether a layout has a place for what a feature shows. */
export const hasStage = (name: LayoutName): boolean => name === 'table' || name === 'stage';
