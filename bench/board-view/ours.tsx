import '../../client/src/design/styles.ts';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { addThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { packInk } from '@multaqa/shared/facilitate/board/scene/ink';
import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { createRoot } from 'react-dom/client';
import * as Y from 'yjs';
import { theme } from '../../client/src/design/theme.ts';
import { openBoard } from '../../client/src/facilitate/board/scene/open-board.ts';
import { BoardSurface } from '../../client/src/facilitate/board/surface/BoardSurface.tsx';
import type { Desk } from '../../client/src/facilitate/board/surface/desk.ts';
import type { FarMarks } from '../../client/src/facilitate/board/surface/parts.ts';
import { startLanguages } from '../../client/src/platform/languages.ts';
import { openMeter } from './frames.ts';
import { cell, columns, type Item, itemsOf, side } from './things.ts';

const common = { group: null, frame: null, into: null, outcome: null, fixed: false, tags: [] };

function thingOf(item: Item, z: number): ThingData | null {
  const { x, y } = item;
  const at: [number, number, number, number, number] = [x, y, side, side, 0];
  if (item.kind === 'note') return { ...common, kind: 'note', z, at, colour: 'yellow', text: item.text, says: null };
  if (item.kind === 'shape')
    return {
      ...{ ...common, kind: 'shape', z, at, colour: 'teal', text: '', says: null, fill: 'filled' },
      shape: item.shape,
    };
  const packed = packInk(item.points.map(([left, top]) => [x + left, y + top, 0.5]));
  return packed && { ...common, kind: 'stroke', z, colour: 'ink', pen: 'pen', thickness: 'm', ...packed };
}

const asked = new URLSearchParams(location.search);
const things = Number(asked.get('things') ?? 2_500);
const doc = new Y.Doc();
doc.transact(() => {
  for (const [z, item] of itemsOf(things).entries()) {
    const thing = thingOf(item, z);
    if (thing) addThing(doc, z.toString(36).padStart(10, '0'), thing);
  }
});
const board = openBoard(doc);
window.meter = openMeter();
await startLanguages();

/** As after a vote with names shown: the others have nothing of the kind. */
const marks: FarMarks = ({ kind, z }) =>
  kind === 'note' ? { dots: z % 3 === 0 ? { of: 'all', count: z % 9 } : null, signs: [], names: 'Ada Lovelace' } : null;

const nothing: FarMarks = () => null;

const ready = (desk: Desk | null) => {
  if (!desk) return;
  const { camera } = desk;
  const rows = Math.ceil(things / columns);
  window.board = {
    fit: () => camera.set(camera.fitFor([0, 0, columns * cell, rows * cell])),
    atOne: () => camera.set({ x: 0, y: 0, zoom: 1 }),
  };
};
createRoot(document.getElementById('root') as HTMLElement).render(
  <DirectionProvider detectDirection={false}>
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <BoardSurface
        board={board}
        document={null}
        access="write"
        farMarks={asked.get('board') === 'bare' ? nothing : marks}
        onDesk={ready}
      />
    </MantineProvider>
  </DirectionProvider>,
);
