import { create } from 'zustand';

/** Whether the menu of reactions is open: its button opens it, and a key does. */
export const useReactMenu = create<{ isOpen: boolean; setOpen(isOpen: boolean): void }>(set => ({
  isOpen: false,
  setOpen: isOpen => set({ isOpen }),
}));
