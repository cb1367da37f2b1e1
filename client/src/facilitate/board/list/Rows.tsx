import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import styles from './BoardList.module.css';
import { ListRow } from './ListRow.tsx';
import { type ListProps, mayChange } from './list-context.ts';
import type { Row } from './rows.ts';
import { useText } from './texts.ts';
import type { Acts } from './use-acts.ts';

type Props = ListProps & {
  rows: readonly Row[];
  /** The thing that is to have the focus next. */
  wanted: ThingId | null;
  acts: Acts;
  nameOf(thing: Thing): string;
  onEdit(thing: Thing): void;
};

/** Rows beyond those in sight that are drawn as well. */
const overscan = 8;

/** The rows of the list, as many as are in sight; one of them is reached by Tab, the others from it by arrow keys. */
export function Rows({ rows, wanted, acts, nameOf, onEdit, ...props }: Props) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<ThingId | null>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    getItemKey: useCallback((index: number) => rows[index]?.thing.id ?? index, [rows]),
    estimateSize: () => 62,
    overscan,
    useFlushSync: false,
  });
  const at = Math.max(
    0,
    rows.findIndex(({ thing }) => thing.id === current),
  );
  const go = (place: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, place))];
    if (!row) return;
    setCurrent(row.thing.id);
    virtualizer.scrollToIndex(rows.indexOf(row));
    focusSoon(box.current, row.thing.id);
  };
  useLostFocus(box.current, rows, current, at, go);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there once, when the thing has come into the list.
  useEffect(() => {
    const place = rows.findIndex(({ thing }) => thing.id === wanted);
    if (place >= 0) go(place);
  }, [wanted, rows.some(({ thing }) => thing.id === wanted)]);
  const keys = (event: KeyboardEvent) => {
    const place = event.altKey ? null : placeBy(event.key, at, rows.length);
    if (place === null || !(event.target as HTMLElement).matches('[role=row]')) return;
    event.preventDefault();
    go(place);
  };
  return (
    <div
      ref={box}
      className={styles.rows}
      role="treegrid"
      aria-label={text('board.list.title')}
      aria-rowcount={rows.length}
      tabIndex={-1}
      onKeyDown={keys}
    >
      <div className={styles.all} role="presentation" style={{ blockSize: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map(item => {
          const row = rows[item.index];
          if (!row) return null;
          const { thing } = row;
          return (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              role="presentation"
              data-index={item.index}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ListRow
                row={row}
                place={item.index + 1}
                name={nameOf(thing)}
                frameName={frameNameOf(rows, row, nameOf)}
                isCurrent={item.index === at}
                isLocked={props.locked.has(thing.id)}
                mayChange={mayChange(props, thing)}
                Mark={props.Mark ?? null}
                acts={acts}
                onEdit={onEdit}
                onShow={props.onShow ?? null}
                onFocus={setCurrent}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function frameNameOf(rows: readonly Row[], { frame }: Row, nameOf: (thing: Thing) => string): string | null {
  const found = frame === null ? undefined : rows.find(({ thing }) => thing.id === frame);
  return found ? nameOf(found.thing) : null;
}

function placeBy(key: string, at: number, count: number): number | null {
  const places: Record<string, number> = {
    ...{ ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1, PageDown: at + 10, PageUp: at - 10 },
  };
  return places[key] ?? null;
}

/** Focuses a row as soon as it is drawn. */
function focusSoon(box: HTMLElement | null, id: ThingId, tries = 20): void {
  const row = box?.querySelector<HTMLElement>(`[data-row="${id}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusSoon(box, id, tries - 1));
}

/** Where the row that had the focus is gone, the one in its place has it. */
function useLostFocus(
  box: HTMLElement | null,
  rows: readonly Row[],
  current: ThingId | null,
  at: number,
  go: (place: number) => void,
): void {
  const last = useRef({ place: 0, wasFocused: false });
  const isThere = rows.some(({ thing }) => thing.id === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it goes there once, when the row has gone.
  useEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body || !activeElement.isConnected;
    if (!isThere && current !== null && last.current.wasFocused && isLost) go(last.current.place);
  }, [isThere]);
  useEffect(() => {
    if (isThere) last.current = { place: at, wasFocused: box?.contains(document.activeElement) ?? false };
  });
}
