import type { Dials } from '@multaqa/shared/facilitate/exchange/figures/dials';
import { Meter } from '../../design/Meter.tsx';
import styles from './DialList.module.css';
import { useText } from './texts.ts';

type Dial = { name: 'evenness' | 'reach' | 'both-ways' | 'hosts'; value: number | null };

/** The four dials of a room, with what each one means and what it rests on; where there is too little data, why. `here`: how many voices are in the room. */
export function DialList({ dials, here }: { dials: Dials; here: number }) {
  const text = useText();
  const all: Dial[] = [
    { name: 'evenness', value: dials.evenness },
    { name: 'reach', value: dials.reachAny },
    { name: 'both-ways', value: dials.bothWays },
    { name: 'hosts', value: dials.hostShare },
  ];
  const minutes = (seconds: number) => text('common.minutes', { count: Math.floor(seconds / 60) });
  return (
    <div className={styles.part}>
      {dials.lack ? (
        <p className={styles.lack}>
          <strong>{text('exchange.lack')}</strong> {text(`exchange.lack.${dials.lack}`)}
        </p>
      ) : (
        <ul className={styles.dials}>
          {all.map(dial => (
            <OneDial key={dial.name} {...dial} />
          ))}
        </ul>
      )}
      <p className={styles.basis}>
        {(dials.lack
          ? [text('exchange.voices', { count: here }), text('exchange.speech', { minutes: minutes(dials.speech) })]
          : [
              text('exchange.voices', { count: dials.n }),
              text('exchange.window', { minutes: minutes(dials.window) }),
              text('exchange.speech', { minutes: minutes(dials.speech) }),
            ]
        ).join(' · ')}
      </p>
    </div>
  );
}

function OneDial({ name, value }: Dial) {
  const text = useText();
  return (
    <li className={styles.dial}>
      <span className={styles.name}>{text(`exchange.dial.${name}`)}</span>
      <strong className={styles.value}>
        {value === null ? text('exchange.no-value') : text('exchange.percent', { number: Math.round(value * 100) })}
      </strong>
      {value !== null && <Meter value={value} />}
      <span className={styles.meaning}>{text(value === null ? 'exchange.one-town' : `exchange.meaning.${name}`)}</span>
    </li>
  );
}
