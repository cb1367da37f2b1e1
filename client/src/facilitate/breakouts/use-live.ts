import type { HarvestView, LiveView, RoomInside } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';

/** The breakouts that are open in the session one sits in; null while none are. */
export function useLive(): LiveView | null {
  const { place } = useMe();
  return useView(({ breakouts }) => (place && breakouts.live[place.session]) ?? null);
}

/** What is in the room one sits in while breakouts are open: its task, its results, what it was told. */
export function useInside(): RoomInside | null {
  const { place } = useMe();
  return useView(({ breakouts }) => (place && breakouts.live[place.session]?.inside[place.room]) ?? null);
}

/** The results that the plenary looks at; null while hosts show none. */
export function useHarvest(): HarvestView | null {
  const { place } = useMe();
  return useView(({ breakouts }) => (place && breakouts.harvests[place.session]) ?? null);
}

/** What the room is to do, in the language of the interface, else in another one; empty where nothing is written. */
export function useTask(): string {
  const { language } = useLanguage();
  const task = useInside()?.prepared.task ?? {};
  return (task[language] ?? Object.values(task).find(Boolean))?.text ?? '';
}
