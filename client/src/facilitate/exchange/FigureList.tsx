import type { Interval } from '@multaqa/shared/facilitate/exchange/figures/confidence';
import { pairsOf } from '@multaqa/shared/facilitate/exchange/figures/exposure';
import type { Figures, Measured } from '@multaqa/shared/facilitate/exchange/figures/figures';
import styles from './FigureList.module.css';
import { useText } from './texts.ts';

/** The figures of a session or of all; what they rest on stands above. */
export function FigureList({ of: { n, window, speech, heard, towns, lack, measured } }: { of: Figures }) {
  const text = useText();
  const minutes = (seconds: number) => text('common.minutes', { count: Math.round(seconds / 60) });
  return (
    <>
      <p className={styles.basis}>
        {[
          text('exchange.line', { heard, all: n }),
          text('exchange.report.towns', { heard: towns.heard, all: towns.all }),
          text('exchange.window', { minutes: minutes(window) }),
          text('exchange.speech', { minutes: minutes(speech) }),
        ].join(' · ')}
      </p>
      {lack && (
        <p className={styles.quiet}>
          {text('exchange.lack')} {text(`exchange.lack.${lack}`)}
        </p>
      )}
      {measured && <Rows of={measured} />}
    </>
  );
}

/** Each figure with its words. */
function Rows({ of }: { of: Measured }) {
  const text = useText();
  const none = text('exchange.no-value');
  const told = (value: number | null, words: (value: number) => string) => (value === null ? none : words(value));
  const within = (value: string, interval: Interval | undefined, words: (value: number) => string) =>
    interval ? text('exchange.report.range', { value, low: words(interval.low), high: words(interval.high) }) : value;
  const percent = (share: number) => text('exchange.percent', { number: Math.round(share * 100) });
  const number = (value: number) => text('common.number', { number: Math.round(value * 100) / 100 });
  const minutes = (seconds: number) => text('common.minutes', { count: Math.round(seconds / 60) });
  const seconds = (value: number) => text('exchange.seconds', { number: Math.round(value) });
  const { groups, either, both, assortativity } = of.across.municipality;
  const shareOfPairs = (count: number) => (groups < 2 ? null : count / pairsOf(groups));
  const rows = [
    [text('exchange.dial.evenness'), within(told(of.evenness, percent), of.intervals?.evenness, percent)],
    [text('exchange.report.gini'), within(told(of.gini, number), of.intervals?.gini, number)],
    [text('exchange.report.effective'), told(of.voices, number)],
    [text('exchange.dial.reach'), percent(of.reachAny)],
    [text('exchange.dial.hosts'), percent(of.hostShare)],
    [text('exchange.report.one-way'), told(shareOfPairs(either), percent)],
    [text('exchange.dial.both-ways'), told(shareOfPairs(both), percent)],
    [text('exchange.report.reciprocity'), told(of.reciprocity, number)],
    [text('exchange.report.mixing'), told(assortativity, number)],
    [text('exchange.report.first'), told(of.firstVoice.median, minutes)],
    [text('exchange.report.turn'), told(of.turns.medianLength, seconds)],
  ] as const;
  return (
    <dl className={styles.figures}>
      {rows.map(([name, value]) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
