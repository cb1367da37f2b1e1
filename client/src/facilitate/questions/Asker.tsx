import { PersonClusterMark } from '../../dialogue/PersonCluster.tsx';
import { useMe, useView } from '../../dialogue/use-dialogue.ts';
import styles from './QuestionCard.module.css';
import { useText } from './texts.ts';

/** Who asked: name, cluster and town; without a name nothing of these. `isMine` for one's own question. */
export function Asker({ asker, isMine }: { asker: string | null; isMine: boolean }) {
  const text = useText();
  const { person } = useMe();
  const card = useView(({ people }) => (asker ? people[asker] : undefined));
  if (asker === null) return <span>{text(isMine ? 'questions.nameless.mine' : 'questions.nameless')}</span>;
  return (
    <span className={styles.asker}>
      <bdi className={styles.name}>
        {asker === person ? text('common.you') : (card?.name ?? text('common.nameless'))}
      </bdi>
      <PersonClusterMark person={asker} />
      {card?.municipality && <bdi>{card.municipality}</bdi>}
    </span>
  );
}
