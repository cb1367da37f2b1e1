import { createStore } from 'zustand/vanilla';
import { recallDevice } from '../devices/device-choice.ts';

/** The id of the chosen audio output; empty for the browser's default. */
export const audioOutput = createStore<{ id: string }>(() => ({ id: recallDevice('speaker') }));
