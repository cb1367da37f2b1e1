import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import { useState } from 'react';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Tabs } from '../../design/Tabs.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { DialList } from './DialList.tsx';
import styles from './ExchangePanel.module.css';
import { HeardList } from './HeardList.tsx';
import { OwnShare } from './OwnShare.tsx';
import { RuleMenu } from './RuleMenu.tsx';
import { useText } from './texts.ts';
import { WiderFigures } from './WiderFigures.tsx';

/** How the exchange in the room goes, for hosts; everybody else sees their own share alone. */
export function ExchangePanel() {
  const text = useText();
  const may = useMay();
  return (
    <section
      className={styles.panel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard.
      tabIndex={0}
      aria-label={text('exchange.tab')}
    >
      {may('exchange.rule') ? <ForHosts /> : <OwnShare />}
    </section>
  );
}

type Reach = 'room' | 'session' | 'dialogue';

function ForHosts() {
  const text = useText();
  const { room } = useRoom();
  const session = sessionOf(room);
  const [reach, setReach] = useState<Reach>('room');
  const isMeasured = useView(view => view.exchange.rooms[room] !== undefined);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.heading}>{text('exchange.heading')}</h2>
        <RuleMenu session={session} />
      </header>
      {isMeasured ? (
        <>
          <Tabs<Reach>
            label={text('exchange.reach')}
            tabs={[
              { id: 'room', label: text('exchange.reach.room') },
              { id: 'session', label: text('exchange.reach.session') },
              { id: 'dialogue', label: text('exchange.report.all') },
            ]}
            shown={reach}
            onShow={setReach}
          />
          <div className={styles.view} id="view" role="tabpanel" aria-labelledby={`tab-${reach}`}>
            {reach === 'room' ? (
              <OfRoom room={room} />
            ) : (
              <WiderFigures session={reach === 'session' ? session : null} />
            )}
          </div>
          <p className={styles.quiet}>{text('exchange.what')}</p>
        </>
      ) : (
        <EmptyState title={text('exchange.off.title')} text={text('exchange.off.text')} />
      )}
    </>
  );
}

function OfRoom({ room }: { room: RoomId }) {
  const figures = useView(view => view.exchange.rooms[room]);
  if (!figures) return null;
  return (
    <>
      <DialList dials={figures.dials} here={Object.keys(figures.people).length} />
      <HeardList room={room} people={figures.people} />
    </>
  );
}
