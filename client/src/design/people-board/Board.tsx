import { DndContext, DragOverlay } from '@dnd-kit/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import styles from './Board.module.css';
import type { BoardProps, Column } from './board.ts';
import { ColumnOf } from './ColumnOf.tsx';
import { ColumnStrip } from './ColumnStrip.tsx';
import { Face } from './MemberCard.tsx';
import type { Moving } from './moving.ts';
import { useDrag } from './use-drag.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** Columns of cards, a column for each group of people; on a phone one at a time. */
export function Board<Shown extends Column>(props: BoardProps<Shown>) {
  const { columns, moving } = props;
  const isNarrow = useMediaQuery('(max-width: 640px)', false, { getInitialValueInEffect: false }) ?? false;
  const [open, setOpen] = useState<string | null>(null);
  const keepFocus = useKeptFocus(columns);
  const shown = columns.find(({ id }) => id === open) ?? columns[0];
  const movingHere = useMemo<Moving | null>(
    () =>
      moving && {
        ...moving,
        // One group at a time is on a small screen: the menu leads to the others.
        by: isNarrow && moving.by === 'grip' ? 'menu' : moving.by,
        onMove(person, to) {
          keepFocus(person);
          moving.onMove(person, to);
        },
      },
    [moving, keepFocus, isNarrow],
  );
  const drag = useDrag(columns, (person, to) => movingHere?.onMove(person, to));
  const carried = columns.flatMap(({ members }) => members).find(({ person }) => person === drag.carried);
  const columnOf = (column: Shown) => <ColumnOf key={column.id} {...props} column={column} moving={movingHere} />;
  if (isNarrow)
    return (
      <>
        <ColumnStrip
          label={props.words.strip}
          columns={columns}
          notes={props.notes}
          shown={shown?.id ?? ''}
          onShow={setOpen}
        />
        {shown && columnOf(shown)}
      </>
    );
  return (
    <DndContext {...drag.context}>
      <div className={styles.columns}>{columns.map(columnOf)}</div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={styles.carried}>
            <Face
              member={carried}
              person={carried.person}
              isChosen={false}
              isOpened={false}
              isOnTheWay={false}
              breaks=""
              onLook={null}
            />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
