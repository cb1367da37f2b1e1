import { create } from 'zustand';

/** Whether this host looks at every room at once. */
export const useControlRoom = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

export const showControlRoom = (isOpen: boolean): void => useControlRoom.setState({ isOpen });
