import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { createContext, use, useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Camera } from './camera/camera.ts';
import type { Desk, DeskState } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

/** The desk around this component. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('no desk around this component');
  return desk;
}

/** A part of what this person has in hand. */
export const useUi = <Part>(select: (state: DeskState) => Part): Part => useStore(useDesk().ui, useShallow(select));

/** A thing as it is drawn now; whoever asks is drawn again when this one changes, or what it holds on to. */
export function useThing(id: ThingId): Thing | undefined {
  const { look } = useDesk();
  const subscribe = useCallback((changed: () => void) => look.subscribe(id, changed), [look, id]);
  useSyncExternalStore(subscribe, () => look.version(id));
  return look.scene().get(id);
}

/** The camera; whoever asks is drawn again with each of its movements. */
export function useCamera(): Camera {
  const { camera } = useDesk();
  return useSyncExternalStore(camera.subscribe, camera.now);
}

/** The things that are chosen, as they are drawn now. */
export function useChosen(): readonly Thing[] {
  const desk = useDesk();
  const chosen = useUi(state => state.chosen);
  const subscribe = useCallback(
    (changed: () => void) =>
      desk.look.subscribeAll(touched => {
        if (chosen.some(id => touched.has(id))) changed();
      }),
    [desk, chosen],
  );
  useSyncExternalStore(subscribe, () => desk.look.scene());
  return chosen.flatMap(id => desk.look.scene().get(id) ?? []);
}

/** Below so many pixels a board is low, as on a phone above an open sheet. */
const low = 280;

/** Whether there is room for what one works with alone. */
export function useIsLow(): boolean {
  const { camera } = useDesk();
  return useSyncExternalStore(camera.subscribe, () => camera.size()[1] < low);
}

/** Below so many pixels a board is narrow, as on a phone or in a panel. */
const narrow = 680;

/** From so many pixels on there is room for a map beside the tools. */
const wide = 1_000;

/** Whether a map has room. */
export function useIsWide(): boolean {
  const { camera } = useDesk();
  return useSyncExternalStore(camera.subscribe, () => camera.size()[0] >= wide);
}

/** Whether there is little room beside each other. */
export function useIsNarrow(): boolean {
  const { camera } = useDesk();
  return useSyncExternalStore(camera.subscribe, () => camera.size()[0] < narrow);
}

/** How wide a board is on the screen, in pixels. */
export function useWidth(): number {
  const { camera } = useDesk();
  return useSyncExternalStore(camera.subscribe, () => camera.size()[0]);
}
