import { EmptyState } from '../../design/EmptyState.tsx';
import { useMay, useMe } from '../../dialogue/use-dialogue.ts';
import { RoomPlan } from './manage/RoomPlan.tsx';
import styles from './PollsPanel.module.css';
import { RunCard } from './RunCard.tsx';
import { useText } from './texts.ts';
import { useRunsHere } from './use-runs.ts';

/** The polls of a room: what can be voted in now, and what came of the others; for hosts what is prepared. */
export function PollsPanel() {
  const text = useText();
  const may = useMay();
  const { place } = useMe();
  const runs = useRunsHere();
  if (!place) return null;
  const mayLaunch = may('polls.launch');
  return (
    <div className={styles.panel}>
      {runs.length === 0 && (
        <EmptyState title={text('polls.empty')} text={text(mayLaunch ? 'polls.empty.host' : 'polls.empty.text')} />
      )}
      {runs.map(run => (
        <RunCard key={run.run} run={run} room={place.room} />
      ))}
      {mayLaunch && <RoomPlan room={place.room} />}
    </div>
  );
}
