import type { ShownItem } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import styles from './AgendaPanel.module.css';
import { ItemMenu } from './ItemMenu.tsx';
import { PersonName } from './PersonName.tsx';
import { useText } from './texts.ts';
import { useAgenda } from './use-agenda.ts';

/** What the session has no time for now, and what became of it. */
export function ParkingLot() {
  const text = useText();
  const items = Object.values(useAgenda()?.parked ?? {}).sort((a, b) => a.at - b.at);
  const settled = items.filter(({ status }) => status === 'settled');
  const waiting = items.filter(({ status }) => status === 'parked');
  return (
    <section className={styles.part} aria-label={text('agenda.parking')}>
      <h3 className={styles.subtitle}>{text('agenda.parking')}</h3>
      {waiting.length > 0 ? <Items of={waiting} /> : <p className={styles.quiet}>{text('agenda.parking.empty')}</p>}
      {settled.length > 0 && (
        <details>
          <summary className={styles.link}>{text('agenda.settled-list', { count: settled.length })}</summary>
          <Items of={settled} />
        </details>
      )}
    </section>
  );
}

function Items({ of }: { of: readonly ShownItem[] }) {
  return (
    <ul className={styles.items}>
      {of.map(item => (
        <li key={item.item} className={styles.item}>
          <div className={styles.words}>
            <p className={styles.parked} dir="auto">
              {item.text}
            </p>
            <p className={styles.quiet}>
              <PersonName person={item.by} />
              <Carry to={item.to} />
            </p>
          </div>
          <ItemMenu of={item} />
        </li>
      ))}
    </ul>
  );
}

/** The block in which something has its time. */
function Carry({ to }: { to: ShownItem['to'] }) {
  const text = useText();
  const { language } = useLanguage();
  const title = useView(({ agenda }) => (to ? agenda.sessions[to.session]?.blocks[to.block]?.title : undefined));
  if (!title) return null;
  return <> · {text('agenda.carried', { block: nameIn(title, language) })}</>;
}
