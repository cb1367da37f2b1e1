import '@excalidraw/excalidraw/index.css';
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { openMeter } from './frames.ts';
import { type Item, itemsOf, side } from './things.ts';

/** What is used of Excalidraw's own interface. */
type Api = {
  updateScene(scene: object): void;
  scrollToContent(target: undefined, how: object): void;
};

const skeletonOf = (item: Item): object => {
  const { x, y } = item;
  const box = { x, y, width: side, height: side, roughness: 0 };
  if (item.kind === 'note')
    return { ...box, type: 'rectangle', backgroundColor: '#ffec99', fillStyle: 'solid', label: { text: item.text } };
  if (item.kind === 'shape') return { ...box, type: item.shape, backgroundColor: '#99e9f2', fillStyle: 'solid' };
  return { ...box, type: 'freedraw', points: item.points, pressures: [], simulatePressure: true };
};

const items = itemsOf(Number(new URLSearchParams(location.search).get('things') ?? 2_500));
const strokes = items.filter(({ kind }) => kind === 'stroke').map(skeletonOf);
const others = items.filter(({ kind }) => kind !== 'stroke').map(skeletonOf);
const convert = convertToExcalidrawElements as unknown as (skeletons: object[]) => object[];
window.meter = openMeter();
createRoot(document.getElementById('root') as HTMLElement).render(
  createElement(Excalidraw as unknown as (props: object) => null, {
    initialData: { elements: [...convert(others), ...convert(strokes)], appState: { zoom: { value: 1 } } },
    excalidrawAPI(api: Api) {
      window.board = {
        fit: () => api.scrollToContent(undefined, { fitToContent: true, animate: false }),
        atOne: () => api.updateScene({ appState: { zoom: { value: 1 }, scrollX: 0, scrollY: 0 } }),
      };
    },
  }),
);
