import { createStore } from 'zustand/vanilla';
import { recallDevice } from '../devices/device-choice.ts';

/** The loudspeaker that everybody is heard from; empty for the browser's own choice. */
export const audioOutput = createStore<{ id: string }>(() => ({ id: recallDevice('speaker') }));
