import { create } from 'zustand';

/** The dialogs of hosts about the floor, of which one is open at most. */
type FloorDialog = 'give' | 'round' | 'rule';

/** Which dialog is open; the strip of hosts, the panel and a menu open the same ones. */
export const useOpenDialog = create<{ open: FloorDialog | null }>(() => ({ open: null }));

/** Opens a dialog of hosts, or closes the one that is open. */
export const openDialog = (open: FloorDialog | null): void => useOpenDialog.setState({ open });
