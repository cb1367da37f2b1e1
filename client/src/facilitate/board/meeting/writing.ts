import { create } from 'zustand';

/** Whether one's own private notes are open above the room. They stay open while the board comes and goes. */
export const useWriting = create<{ isOpen: boolean }>(() => ({ isOpen: false }));

/** Opens the private notes, or closes them. */
export const openWriting = (isOpen: boolean): void => useWriting.setState({ isOpen });
