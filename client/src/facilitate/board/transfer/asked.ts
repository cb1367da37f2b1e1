import { create } from 'zustand';

/** What was asked for in a menu that has closed since: the part that draws it over the board listens. */
type Asked = { what: 'list' | 'images' | 'templates' | null };

export const useAsked = create<Asked>(() => ({ what: null }));

export const ask = (what: Asked['what']): void => useAsked.setState({ what });
