import { type Settings, usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand, useView } from '../../../dialogue/use-dialogue.ts';

/** How long (ms) nothing changes before what is asked for is kept. */
const rest = 700;

/** What is asked for: begins with what was asked for last, and is kept a moment after each change. */
export function useSettings(): [settings: Settings, change: (settings: Settings) => void] {
  const kept = useView(({ cluster }) => cluster.plan?.settings) ?? usualSettings;
  const send = useCommand();
  const [draft, setDraft] = useState<Settings | null>(null);
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; settings: Settings } | null>(null);
  const keep = useCallback(() => {
    if (waiting.current) void send('cluster.set', { settings: waiting.current.settings });
    waiting.current = null;
  }, [send]);
  // Whoever leaves the page before the pause is over loses nothing.
  useEffect(
    () => () => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      keep();
    },
    [keep],
  );
  const change = useCallback(
    (settings: Settings) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = { settings, timer: setTimeout(keep, rest) };
      setDraft(settings);
    },
    [keep],
  );
  return [draft ?? kept, change];
}
