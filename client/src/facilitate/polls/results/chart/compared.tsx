import type { Change } from '@multaqa/shared/facilitate/polls/results/compare';
import { Bar } from '@visx/shape';
import { linesOf, placed } from './frame.ts';
import { hatched } from './Hatch.tsx';
import { ink } from './ink.ts';
import { measured } from './measure.ts';
import { stacked } from './stack.tsx';
import type { Drawing, Telling } from './telling.ts';
import { heightOf, Words } from './Words.tsx';

/** A value as it is told and drawn. */
export type Valued = {
  valued(value: number): { words: string; filled: number };
  /** How far a value has moved, never below 0. */
  moved(by: number): string;
};

/** Two runs, option by option: the earlier one hatched, the later one full, with the change beside the label. */
export const comparedOf = (changes: readonly Change[], words: Valued, telling: Telling): Drawing =>
  stacked(
    changes.map(change => ({ name: change.option, ...compared(change, words, telling) })),
    telling.frame.gap,
  );

function compared({ option, before, after, change }: Change, words: Valued, telling: Telling): Drawing {
  const { frame, text, nameOf } = telling;
  const { letters, width, bar } = frame;
  const { valued } = words;
  const told = change === null ? '' : changeWords(change, words);
  const lines = linesOf(nameOf(option), letters.label, width - measured(told, letters.label, 700) - letters.label);
  const top = heightOf(frame, lines, letters.label) + 4;
  const when = { before: text('poll-results.before'), after: text('poll-results.after') };
  const start = Math.max(...Object.values(when).map(word => measured(word, letters.small))) + letters.small;
  const end =
    Math.max(...[before, after].map(one => (one === null ? 0 : measured(valued(one).words, letters.small, 700)))) +
    letters.small * 0.8;
  const length = (value: number) => Math.max(0, Math.min(1, valued(value).filled)) * (width - start - end);
  const row = (which: 'before' | 'after', value: number | null, y: number) => (
    <>
      <Words
        frame={frame}
        x={0}
        y={y + (bar - letters.small * frame.leading) / 2}
        lines={[when[which]]}
        px={letters.small}
        tone="quiet"
      />
      <Bar
        className={ink('track')}
        x={placed(frame, start, width - start - end)}
        y={y}
        width={width - start - end}
        height={bar}
        rx={bar / 3}
      />
      {value !== null && length(value) > 0 && (
        <Bar
          {...(which === 'before' ? hatched : { className: ink('bar') })}
          x={placed(frame, start, length(value))}
          y={y}
          width={length(value)}
          height={bar}
          rx={Math.min(bar / 3, length(value) / 2)}
        />
      )}
      <Words
        frame={frame}
        x={width}
        y={y + (bar - letters.small * frame.leading) / 2}
        lines={[value === null ? '–' : valued(value).words]}
        px={letters.small}
        weight={which === 'after' ? 700 : 400}
        anchor="end"
      />
    </>
  );
  return {
    height: top + bar * 2 + 5,
    body: (
      <>
        <Words frame={frame} x={0} y={0} lines={lines} px={letters.label} weight={600} />
        <Words
          frame={frame}
          x={width}
          y={0}
          lines={[told]}
          px={letters.label}
          weight={700}
          anchor="end"
          tone={change === 0 ? 'quiet' : 'accent'}
        />
        {row('before', before, top)}
        {row('after', after, top + bar + 5)}
      </>
    ),
  };
}

/** "▲ 25 points": a sign that is read without colour, in every direction of writing. */
export const changeWords = (change: number, { moved }: Pick<Valued, 'moved'>): string => {
  const size = moved(Math.abs(change));
  if (change === 0) return `= ${size}`;
  return `${change > 0 ? '▲' : '▼'} ${size}`;
};
