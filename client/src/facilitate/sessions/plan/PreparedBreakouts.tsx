import { Link } from 'react-router';
import { Listed } from '../../../design/Listed.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useView } from '../../../dialogue/use-dialogue.ts';
import styles from './PreparedBreakouts.module.css';
import { useText } from './texts.ts';

/** How many breakouts are named; the others are counted. */
const named = 3;

/** For hosts: which breakouts are prepared for a session, and the way to them. Nothing while there are none. */
export function PreparedBreakouts({ session }: { session: string }) {
  const text = useText();
  const { id } = useDialogue();
  const titles = useView(({ breakouts }) =>
    Object.values(breakouts.plan?.groupings ?? {})
      .filter(one => one.session === session)
      .sort((a, b) => (a.round ?? 0) - (b.round ?? 0) || a.madeAt - b.madeAt)
      .map(({ title }) => title),
  );
  if (titles.length === 0) return null;
  const more = titles.length - named;
  return (
    <p className={styles.line}>
      <Link className={styles.link} to={`/d/${id}/sessions/${session}/rooms`}>
        {text('sessions.prepared')}
      </Link>{' '}
      <Listed items={titles.slice(0, named)} />
      {more > 0 && ` ${text('sessions.prepared.more', { number: more })}`}
    </p>
  );
}
