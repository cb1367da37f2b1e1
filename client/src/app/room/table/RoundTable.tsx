import { type CSSProperties, type ReactNode, useCallback, useState } from 'react';
import { useRoom } from '../../../dialogue/room.ts';
import { useSize } from '../layouts/use-size.ts';
import { useText } from '../texts.ts';
import type { Table } from './arrange.ts';
import type { Point } from './curve.ts';
import { OtherSeats } from './OtherSeats.tsx';
import type { TablePlan } from './plan-table.ts';
import styles from './RoundTable.module.css';
import { SeatMenu } from './SeatMenu.tsx';
import type { Sitter } from './sitting.ts';
import { TableClusters } from './TableClusters.tsx';
import { TableSeat } from './TableSeat.tsx';
import { TableTop } from './TableTop.tsx';
import { useRound } from './use-round.ts';
import { useTable } from './use-table.ts';

type Props = {
  /** At least so many chairs; those that nobody has show that others are expected. */
  chairs?: number;
  /** What lies on the table, which may depend on how large faces are drawn. */
  children(table: Table): ReactNode;
};

/** Everybody round a table. For a screen reader it is a list; arrow keys go round it. */
export function RoundTable({ chairs = 0, children }: Props) {
  const [ref, box] = useSize();
  const table = useTable(box, chairs);
  return (
    <div className={styles.frame}>
      <div className={styles.box} ref={ref}>
        {table && (
          <>
            <TableTop table={table.plan.table} box={box} />
            <TableClusters table={table} box={box} />
            <div className={styles.middle} style={middleStyle(table.plan)}>
              {children(table)}
            </div>
            {table.free.map(spot => (
              <span key={`${spot.inline} ${spot.block}`} className={styles.free} style={cellStyle(table.plan, spot)} />
            ))}
            <Seats table={table} />
          </>
        )}
      </div>
    </div>
  );
}

function Seats({ table: { seats, plan, others } }: { table: Table }) {
  const text = useText();
  const { showPanel } = useRoom();
  const [open, setOpen] = useState<string | null>(null);
  const { current, ...round } = useRound(seats.map(({ seated }) => seated.sitter.key));
  const openSeat = useCallback(
    (sitter: Sitter) => (sitter.kind === 'town' ? showPanel('people') : setOpen(sitter.key)),
    [showPanel],
  );
  return (
    <ul className={styles.seats} aria-label={text('room.everybody')} {...round}>
      {seats.map(({ spot, label, seated }) => {
        const { key } = seated.sitter;
        return (
          <li key={key} className={styles.cell} style={cellStyle(plan, spot)}>
            <TableSeat
              seated={seated}
              label={label}
              disc={plan.cell.disc}
              lines={plan.cell.lines}
              isOpen={open === key}
              tabIndex={current === key ? 0 : -1}
              onOpen={openSeat}
            />
            {open === key && <SeatMenu person={key} onClose={() => setOpen(null)} />}
          </li>
        );
      })}
      {others && (
        <li className={styles.cell} style={cellStyle(plan, others.spot)}>
          <OtherSeats count={others.count} disc={plan.cell.disc} />
        </li>
      )}
    </ul>
  );
}

function cellStyle({ cell }: TablePlan, { inline, block }: Point): CSSProperties {
  const place = { insetInlineStart: inline, insetBlockStart: block, inlineSize: cell.width, blockSize: cell.height };
  return { ...place, '--disc': `${cell.disc}px` } as CSSProperties;
}

const middleStyle = ({ middle }: TablePlan): CSSProperties => ({ inlineSize: middle.width, blockSize: middle.height });
