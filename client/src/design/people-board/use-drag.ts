import {
  type Announcements,
  type CollisionDetection,
  type DndContextProps,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useMemo, useState } from 'react';
import type { Column } from './board.ts';
import { useText } from './texts.ts';

/** Carrying a card by mouse, finger or keyboard: what the library is told, and whose card is in the air. */
export function useDrag(columns: readonly Column[], onDrop: (person: string, to: string) => void) {
  const [carried, setCarried] = useState<string | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, byMouse),
    useSensor(TouchSensor, byFinger),
    useSensor(KeyboardSensor, byKeys),
  );
  const accessibility = useSpoken(columns);
  const context: DndContextProps = {
    sensors,
    accessibility,
    collisionDetection: columnUnder,
    onDragStart: ({ active }) => setCarried(String(active.id)),
    onDragCancel: () => setCarried(null),
    onDragEnd({ active, over }) {
      setCarried(null);
      if (over && over.id !== active.data.current?.column) onDrop(String(active.id), String(over.id));
    },
  };
  return { carried, context };
}

/** What a screen reader says while a card is carried. */
function useSpoken(columns: readonly Column[]): NonNullable<DndContextProps['accessibility']> {
  const text = useText();
  return useMemo(() => {
    const column = (id: unknown) => columns.find(one => one.id === id)?.name ?? '';
    const name = (id: unknown) =>
      columns.flatMap(({ members }) => members).find(({ person }) => person === id)?.name ?? '';
    const announcements: Announcements = {
      onDragStart: ({ active }) => text('board.drag.taken', { name: name(active.id) }),
      onDragOver: ({ active, over }) =>
        over ? text('board.drag.over', { name: name(active.id), group: column(over.id) }) : undefined,
      onDragEnd: ({ active, over }) =>
        over
          ? text('board.drag.dropped', { name: name(active.id), group: column(over.id) })
          : text('board.drag.put-back', { name: name(active.id) }),
      onDragCancel: ({ active }) => text('board.drag.put-back', { name: name(active.id) }),
    };
    return { announcements, screenReaderInstructions: { draggable: text('board.drag.how') }, restoreFocus: false };
  }, [columns, text]);
}

/** The column under the pointer; by keyboard the one in which the card's corner is. */
const columnUnder: CollisionDetection = args => {
  if (args.pointerCoordinates) return pointerWithin(args);
  const { left, right, top } = args.collisionRect;
  const middle = (left + right) / 2;
  const found = [...args.droppableRects].find(
    ([, rect]) => rect.left <= middle && middle <= rect.right && rect.top <= top && top <= rect.bottom,
  );
  return found ? [{ id: found[0] }] : [];
};

/** Arrow keys lead from column to column in the order of reading; into the top of each. */
const toNextColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = stepOf(event.code);
  const { over, active, collisionRect, droppableRects, droppableContainers } = context;
  if (step === 0 || !collisionRect) return undefined;
  event.preventDefault();
  const order = droppableContainers.getEnabled().map(({ id }) => id);
  const now = order.indexOf(over?.id ?? active?.data.current?.column);
  const next = order[(now + step + order.length) % order.length];
  const rect = next === undefined ? undefined : droppableRects.get(next);
  if (!rect) return currentCoordinates;
  return { x: rect.left + (rect.width - collisionRect.width) / 2, y: rect.top + 8 };
};

function stepOf(code: string): -1 | 0 | 1 {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  if (code === forward || code === 'ArrowDown') return 1;
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp'].includes(code) ? -1 : 0;
}

// Other objects each time would have every card drawn again.
/** A press that does not move is a click. */
const byMouse = { activationConstraint: { distance: 6 } };
/** A finger that moves at once scrolls the page. */
const byFinger = { activationConstraint: { delay: 220, tolerance: 8 } };
const byKeys = { coordinateGetter: toNextColumn };
