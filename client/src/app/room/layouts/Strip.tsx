import { Avatar } from '../../../design/Avatar.tsx';
import type { Participant } from '../../../dialogue/room.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { Tile } from '../Tile.tsx';
import { useText } from '../texts.ts';
import { PageArrow } from './PageArrow.tsx';
import type { Page } from './pages.ts';
import styles from './Strip.module.css';

type Props = {
  page: Page<Participant>;
  total: number;
  /** Who is on the stage already; their places in the strip stay theirs. */
  onStage: readonly string[];
  onTurn(page: number): void;
  ref(element: HTMLElement | null): void;
};

/** Everybody in a row below the stage, page by page; who speaks changes nothing in it. */
export function Strip({ page, total, onStage, onTurn, ref }: Props) {
  const text = useText();
  const arrow = { page, onTurn };
  return (
    <div className={styles.strip} ref={ref} data-empty={total === 0} data-paged={page.pages > 1}>
      {page.pages > 1 && <PageArrow to="before" {...arrow} />}
      <ul className={styles.people} aria-label={text('room.others')}>
        {page.items.map(participant => (
          <li key={participant[0]}>
            {onStage.includes(participant[0]) ? (
              <Place person={participant[0]} />
            ) : (
              <Tile participant={participant} size="strip" />
            )}
          </li>
        ))}
      </ul>
      {page.pages > 1 && <PageArrow to="next" {...arrow} />}
    </div>
  );
}

/** The place of somebody who is on the stage. */
function Place({ person }: { person: string }) {
  const text = useText();
  const name = useView(view => view.people[person]?.name) ?? text('common.nameless');
  return (
    <div className={styles.place}>
      <Avatar id={person} name={name} size={32} />
      <span className={styles.words}>{text('room.on-stage')}</span>
    </div>
  );
}
