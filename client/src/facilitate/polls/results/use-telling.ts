import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { nameIn } from '@multaqa/shared/name-in';
import { useMemo } from 'react';
import { useLanguage } from '../../../platform/languages.ts';
import { frameOf, type Size } from './chart/frame.ts';
import type { Telling } from './chart/telling.ts';
import { useText } from './texts.ts';

/** How the results of a sheet are told to whoever looks at this screen, in a picture so many px wide. */
export function useTelling(sheet: Sheet, width: number, size: Size, room: number | null = null): Telling {
  const text = useText();
  const { language, locale, direction } = useLanguage();
  return useMemo(() => {
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    const names = new Map(sheet.options.map(({ option, names }) => [option, nameIn(names, language)]));
    return {
      frame: frameOf(width, size, direction, room),
      text,
      nameOf: option => names.get(option) || option,
      labelOf: label => nameIn(sheet.labels[label] ?? {}, language),
      percent: share => percent.format(share),
      // Numbers that count up are whole on their way, too.
      count: ballots => number.format(sheet.weight === 'person' ? Math.round(ballots) : ballots),
      counted: text(sheet.weight === 'person' ? 'poll-results.votes' : 'poll-results.municipalities'),
      number: value => number.format(value),
    };
  }, [text, language, locale, direction, sheet, width, size, room]);
}
