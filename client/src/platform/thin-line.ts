import { create } from 'zustand';
import { recall } from './preferences.ts';

type Connection = { saveData?: boolean; effectiveType?: string };

/** What the browser itself knows of its line, where it says so (https://wicg.github.io/netinfo). */
function browserSaysThin(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}

/** Whether the line of this device carries little: its owner saves data, or it carries audio alone. */
export const useThinLine = create<{ isThin: boolean }>(() => ({
  isThin: recall('quality') === 'audio-only' || browserSaysThin(),
}));

/** To be told by who measures the line. */
export const tellLine = (isThin: boolean): void => useThinLine.setState({ isThin: isThin || browserSaysThin() });
