import { EmptyState } from '../../design/EmptyState.tsx';
import { Scroller, TabBody } from '../../design/Scroller.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay } from '../../dialogue/use-dialogue.ts';
import styles from './FloorPanel.module.css';
import { Holder } from './Holder.tsx';
import { HostTools } from './HostTools.tsx';
import { OtherWays } from './OtherWays.tsx';
import { OwnSettings } from './OwnSettings.tsx';
import { Queue } from './Queue.tsx';
import { RoundCard } from './RoundCard.tsx';
import { useText } from './texts.ts';
import { useFloor, useRule } from './use-floor.ts';

/** Who has the floor, who waits for it and why in this order; for hosts all that they can do with it. */
export function FloorPanel() {
  const text = useText();
  const may = useMay();
  const { room } = useRoom();
  const { holder, queue, round } = useFloor(room);
  const { policy } = useRule(room);
  const isHost = may('floor.give', { room });
  const isEmpty = !holder && !round && queue.length === 0;
  return (
    <TabBody>
      <div className={styles.head}>
        <span className={styles.policy}>{text(`floor.policy.${policy}`)}</span>
        {isHost && <HostTools />}
      </div>
      <Scroller label={text('floor.tab')}>
        <div className={styles.list}>
          {isEmpty && (
            <EmptyState
              title={text('floor.empty.title')}
              text={text(
                isHost ? 'floor.empty.hosts' : may('floor.ask', { room }) ? 'floor.empty.text' : 'floor.empty.reading',
              )}
            />
          )}
          {holder && <Holder turn={holder} />}
          {may('floor.ask', { room }) && <OtherWays look="buttons" />}
          {round && <RoundCard round={round} />}
          {queue.length > 0 && <Queue queue={queue} />}
          {may('floor.ask', { room }) && <OwnSettings />}
        </div>
      </Scroller>
    </TabBody>
  );
}
