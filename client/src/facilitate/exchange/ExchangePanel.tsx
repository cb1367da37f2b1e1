import { sessionOf } from '@multaqa/shared/kernel/ids';
import { EmptyState } from '../../design/EmptyState.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { DialList } from './DialList.tsx';
import styles from './ExchangePanel.module.css';
import { HeardList } from './HeardList.tsx';
import { OwnShare } from './OwnShare.tsx';
import { RuleMenu } from './RuleMenu.tsx';
import { useText } from './texts.ts';

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

function ForHosts() {
  const text = useText();
  const { room } = useRoom();
  const figures = useView(view => view.exchange.rooms[room]);
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.heading}>{text('exchange.heading')}</h2>
        <RuleMenu session={sessionOf(room)} />
      </header>
      {figures ? (
        <>
          <DialList dials={figures.dials} here={Object.keys(figures.people).length} />
          <HeardList room={room} people={figures.people} />
          <p className={styles.quiet}>{text('exchange.what')}</p>
        </>
      ) : (
        <EmptyState title={text('exchange.off.title')} text={text('exchange.off.text')} />
      )}
    </>
  );
}
