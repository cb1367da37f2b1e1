import 'tldraw/tldraw.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { b64Vecs, createShapeId, type Editor, Tldraw, toRichText } from 'tldraw';
import { openMeter } from './frames.ts';
import { type Item, itemsOf, side } from './things.ts';

const shapeOf = (item: Item): object => {
  const place = { id: createShapeId(), x: item.x, y: item.y };
  if (item.kind === 'note') return { ...place, type: 'note', props: { richText: toRichText(item.text) } };
  if (item.kind === 'shape')
    return { ...place, type: 'geo', props: { w: side, h: side, geo: item.shape, fill: 'solid', color: 'blue' } };
  const path = b64Vecs.encodePoints(item.points.map(([x, y]) => ({ x, y, z: 0.5 })));
  return { ...place, type: 'draw', props: { segments: [{ type: 'free', path }], isComplete: true } };
};

window.meter = openMeter();
const start = (editor: Editor) => {
  const items = itemsOf(Number(new URLSearchParams(location.search).get('things') ?? 2_500));
  editor.createShapes(items.map(shapeOf) as never);
  window.board = { fit: () => void editor.zoomToFit(), atOne: () => void editor.setCamera({ x: 0, y: 0, z: 1 }) };
};
createRoot(document.getElementById('root') as HTMLElement).render(
  createElement('div', { style: { position: 'fixed', inset: 0 } }, createElement(Tldraw, { onMount: start })),
);
