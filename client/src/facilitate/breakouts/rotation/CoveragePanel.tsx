import type { Pairs } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import type { CSSProperties } from 'react';
import { Panel } from '../../../design/Panel.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import styles from './CoveragePanel.module.css';
import { useText } from './texts.ts';
import type { Rounds } from './use-rounds.ts';

/** How many pairs of people and of towns meet: so far, as planned, by chance, and at most. */
export function CoveragePanel({ rounds }: { rounds: Rounds }) {
  const text = useText();
  const isPlanned = rounds.ahead.length > 0;
  return (
    <Panel title={text('rotation.coverage')}>
      <div className={styles.panel}>
        <Pairing of="people" rounds={rounds} />
        <Pairing of="towns" rounds={rounds} />
        <p className={styles.quiet}>{text(isPlanned ? 'rotation.coverage.hint' : 'rotation.coverage.none')}</p>
      </div>
    </Panel>
  );
}

function Pairing({ of, rounds: { coverage, yardsticks, ahead } }: { of: keyof Pairs; rounds: Rounds }) {
  const text = useText();
  const { locale } = useLanguage();
  const all = coverage.of[of];
  if (all === 0) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const share = (count: number) => count / all;
  const soFar = share(coverage.before[of]);
  const planned = share(coverage.met[of]);
  const marks = yardsticks && { random: share(yardsticks.random[of]), ceiling: share(yardsticks.ceiling[of]) };
  const isPlanned = ahead.length > 0;
  return (
    <div className={styles.pairing}>
      <div className={styles.line}>
        <span>{text(`rotation.pairs.${of}`)}</span>
        <strong>{percent.format(isPlanned ? planned : soFar)}</strong>
      </div>
      <Bar soFar={soFar} planned={planned} marks={marks} />
      <ul className={styles.legend}>
        <li data-kind="soFar">{text('rotation.so-far', { percent: percent.format(soFar) })}</li>
        {isPlanned && (
          <li data-kind="planned">
            {text('rotation.with-plan', {
              percent: percent.format(planned),
              met: coverage.met[of],
              all,
            })}
          </li>
        )}
        {marks && <li data-kind="random">{text('rotation.by-chance', { percent: percent.format(marks.random) })}</li>}
        {marks && <li data-kind="ceiling">{text('rotation.at-most', { percent: percent.format(marks.ceiling) })}</li>}
      </ul>
    </div>
  );
}

type BarProps = { soFar: number; planned: number; marks: { random: number; ceiling: number } | null };

function Bar({ soFar, planned, marks }: BarProps) {
  const at = (share: number) => ({ '--share': `${(100 * Math.min(1, share)).toFixed(1)}%` }) as CSSProperties;
  return (
    <div className={styles.bar} aria-hidden="true">
      <span className={styles.planned} style={at(planned)} />
      <span className={styles.soFar} style={at(soFar)} />
      {marks && <span className={styles.mark} data-kind="random" style={at(marks.random)} />}
      {marks && <span className={styles.mark} data-kind="ceiling" style={at(marks.ceiling)} />}
    </div>
  );
}
