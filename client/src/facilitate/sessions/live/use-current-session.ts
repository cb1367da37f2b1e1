import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { useMe, useView } from '../../../dialogue/use-dialogue.ts';

/** The open session in which this person sits; null when they sit in none. */
export function useCurrentSession(): OpenSessionView | null {
  const { place } = useMe();
  return useView(({ sessions }) => {
    const found = place && sessions[place.session];
    return found?.status === 'open' ? found : null;
  });
}
