import { type CSSProperties, useRef, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useMe } from '../../../dialogue/use-dialogue.ts';
import { Tile } from '../Tile.tsx';
import { useText } from '../texts.ts';
import styles from './GridLayout.module.css';
import { planGrid, tilesPerPage } from './grid.ts';
import { PageArrow } from './PageArrow.tsx';
import { pageOf } from './pages.ts';
import { useShownVideos } from './use-shown-videos.ts';
import { useSize } from './use-size.ts';
import { videosOf } from './videos.ts';

const gap = 10;

/** Everybody equally large, as large as a page of them can be. */
export function GridLayout() {
  const text = useText();
  const { person: me } = useMe();
  const { participants } = useRoom();
  const layout = useRef<HTMLDivElement>(null);
  const [ref, box] = useSize();
  const [wanted, setWanted] = useState(0);
  const most = tilesPerPage(box);
  const page = pageOf(participants, most, wanted);
  // The last page keeps the size of the others: nothing grows when somebody turns to it.
  const { columns, tile } = planGrid(Math.min(most, participants.length), box, gap);
  useShownVideos(
    layout,
    videosOf(
      page.items.map(([person]) => ({ person, width: tile.width })),
      me,
    ),
  );
  const style = {
    '--columns': columns,
    '--tile-width': `${tile.width}px`,
    '--tile-height': `${tile.height}px`,
    '--gap': `${gap}px`,
  } as CSSProperties;
  const arrow = { page, onTurn: setWanted };
  return (
    <div className={styles.layout} ref={layout} data-paged={page.pages > 1}>
      <div className={styles.frame} ref={ref}>
        <ul className={styles.grid} style={style} aria-label={text('room.everybody')}>
          {page.items.map(participant => (
            <li key={participant[0]} className={styles.cell}>
              <Tile participant={participant} size="grid" face={Math.round(Math.min(120, tile.height * 0.4))} />
            </li>
          ))}
        </ul>
      </div>
      {page.pages > 1 && (
        <nav className={styles.pages} aria-label={text('room.pages')}>
          <PageArrow to="before" {...arrow} />
          <span className={styles.page}>{text('room.page', { page: page.page + 1, pages: page.pages })}</span>
          <PageArrow to="next" {...arrow} />
        </nav>
      )}
    </div>
  );
}
