import { coverageOf } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { metBefore } from '@multaqa/shared/facilitate/breakouts/rotation/rounds';
import { guestsOf } from '@multaqa/shared/guests';
import { Meter } from '../../../design/Meter.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { useText } from '../texts.ts';
import { useVisits } from '../use-visits.ts';
import styles from './ControlRoom.module.css';

/** How many pairs of towns have met in breakouts of this dialogue, those who are together now among them. */
export function TownsMet() {
  const text = useText();
  const people = useView(view => view.people);
  const published = useView(({ cluster }) => cluster.published);
  const visits = useVisits();
  const { locale } = useLanguage();
  const { met, of } = coverageOf(guestsOf(people, published), metBefore(visits.of, [], visits.at), []);
  if (of.towns === 0) return null;
  const share = met.towns / of.towns;
  return (
    <p className={styles.met}>
      <span className={styles.quiet}>
        {text('breakouts.towns-met', { share: new Intl.NumberFormat(locale, { style: 'percent' }).format(share) })}
      </span>
      <Meter value={share} />
    </p>
  );
}
