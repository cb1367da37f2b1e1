/** The views of an arrangement, in their order. */
export const tabs = ['cards', 'map', 'plot'] as const;
export type Tab = (typeof tabs)[number];
