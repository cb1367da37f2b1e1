import type { CountedVote } from '@multaqa/shared/facilitate/board/board.state';
import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import type { ToldThing } from '@multaqa/shared/facilitate/board/table/told-things';
import { useMoments } from '../../../platform/moments.ts';
import { ClusterShares } from '../meeting/ClusterShares.tsx';
import { inOrder } from '../meeting/results.ts';
import styles from './BoardWords.module.css';
import { useText } from './texts.ts';
import { useToldWords } from './use-told-things.ts';

type Props = { vote: CountedVote; things: ReadonlyMap<ThingId, ToldThing> };

/** What a counted vote said: each thing with its dots, the most first, and how many came from each cluster that is told apart. */
export function DotTable({ vote: { frame, at, voted, result }, things }: Props) {
  const text = useText();
  const wordsOf = useToldWords();
  const { day, time } = useMoments();
  const title =
    frame === null
      ? text('board-report.votes')
      : text('board-report.votes.on', { frame: wordsOf(things.get(frame)).slice(0, 80) });
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>
        <span className={styles.heading}>{title}</span>
        <span className={styles.quiet}>
          {text('board-report.voted', { count: voted })} · {day(at)}, {time(at)}
        </span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{text('board-report.what')}</th>
          <th scope="col">{text('board-report.dots')}</th>
          <th scope="col">{text('board-report.people')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(result).map(({ id, dots, people, clusters }) => (
          <tr key={id}>
            <th scope="row">
              <span className={styles.words}>
                <bdi>{wordsOf(things.get(id))}</bdi>
              </span>
              <ClusterShares clusters={clusters} />
            </th>
            <td>{text('common.number', { number: dots })}</td>
            <td>{text('common.number', { number: people })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
