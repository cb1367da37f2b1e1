import { Meter } from '../../design/Meter.tsx';
import { useOwn } from '../../dialogue/use-dialogue.ts';
import styles from './OwnShare.module.css';
import { useText } from './texts.ts';

/** What somebody has said of an even share, told to them alone. */
export function OwnShare() {
  const text = useText();
  const dial = useOwn(own => own.exchange.dial);
  const time = (seconds: number) =>
    seconds < 60
      ? text('exchange.seconds', { number: seconds })
      : text('common.minutes', { count: Math.round(seconds / 60) });
  if (!dial) return null;
  const { spoken, even, wrote } = dial;
  return (
    <div className={styles.share}>
      <h2 className={styles.heading}>{text('exchange.own')}</h2>
      <p className={styles.spoken}>
        {spoken === 0 ? text('exchange.own.none') : text('exchange.own.spoken', { time: time(spoken) })}
      </p>
      {even !== null && even > 0 && (
        <>
          <Meter value={spoken / (2 * even)} />
          <p className={styles.quiet}>{text('exchange.own.even', { time: time(even) })}</p>
        </>
      )}
      {wrote && <p className={styles.quiet}>{text('exchange.own.wrote')}</p>}
      <p className={styles.quiet}>
        {text('exchange.own.private')} {text('exchange.what')}
      </p>
    </div>
  );
}
