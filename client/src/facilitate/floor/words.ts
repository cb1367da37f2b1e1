import { sessionOf } from '@multaqa/shared/kernel/ids';
import { useCallback, useMemo } from 'react';
import { useRoom } from '../../dialogue/room.ts';
import { useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useTick } from '../../platform/use-tick.ts';
import { type Why, waitOf } from './standing.ts';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';

/** "3rd": a place, counted from 0, in the words of the language. */
export function useNth(): (place: number) => string {
  const text = useText();
  const { locale } = useLanguage();
  const rules = useMemo(() => new Intl.PluralRules(locale, { type: 'ordinal' }), [locale]);
  return useCallback(
    place => {
      const number = place + 1;
      const form = rules.select(number);
      const known = form === 'one' || form === 'two' || form === 'few' ? form : 'rest';
      return text(`floor.nth.${known}`, { number });
    },
    [text, rules],
  );
}

/** Why somebody stands where they do, in a few words. */
export function useWhy(): (why: Why) => string {
  const text = useText();
  const { room } = useRoom();
  const isByTown = useView(view => (view.floor.rules[sessionOf(room)]?.policy ?? 'municipality') === 'municipality');
  return ({ why, count }) => {
    if (why === 'hosts' || why === 'alone') return text(`floor.why.${why}`);
    if (why === 'less' && isByTown) return text('floor.why.less-by-town', { count });
    return text(`floor.why.${why}`, { count });
  };
}

const half = 45;
const minute = 60;

/** "about 4 min", for somebody at a place of the queue of the room on the screen; told again every ten seconds. */
export function useWait(place: number): string {
  const text = useText();
  const { room } = useRoom();
  const floor = useFloor(room);
  const now = useServerClock();
  useTick(10_000);
  const seconds = waitOf(floor, place, now());
  if (seconds < half) return text('floor.wait.soon');
  return text('floor.wait', { minutes: text('common.minutes', { count: Math.max(1, Math.round(seconds / minute)) }) });
}

/** Returns the name of a person. */
export function useNameOf(): (person: string) => string {
  const text = useText();
  const people = useView(view => view.people);
  return person => people[person]?.name ?? text('common.nameless');
}
