import { type Bounds, encloses, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useColours } from '../../../../platform/theme.ts';
import { useSaid } from '../../said.ts';
import type { Desk } from '../desk.ts';
import type { FarMarks } from '../parts.ts';
import { useDesk } from '../use-desk.ts';
import { paintThings, paletteOf } from './paint.ts';
import { paintMarks, tonesOf } from './paint-marks.ts';
import styles from './Viewport.module.css';

/** Everything as a picture, while one looks from so far that nothing could be read. */
export function FarCanvas({ marks }: { marks: FarMarks | null }) {
  const desk = useDesk();
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useColours();
  const said = useSaid();
  const distance = useSyncExternalStore(desk.sight.subscribe, () => desk.sight.now().distance);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other colours are painted again.
  useEffect(() => {
    if (distance === 'far' && canvas.current) return keepPainted(desk, canvas.current, { said, marks });
  }, [desk, distance, theme, said, marks]);
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a canvas without an index has no focus.
  return <canvas ref={canvas} className={styles.far} hidden={distance === 'near'} aria-hidden="true" />;
}

type Shown = { said(key: string): string; marks: FarMarks | null };

/** How much around the view is painted in advance, as a part of its longer side. */
const advance = 0.35;
/** How far the picture may be stretched before it is painted again, and how long after a movement it is made sharp, in ms. */
const stretch = 1.7;
const rest = 140;

/**
 * Paints a picture of more than the view, and moves it with the camera. It is painted again when the view leaves it, when
 * it is stretched too far, when the board has changed, and when the camera rests.
 */
function keepPainted(desk: Desk, canvas: HTMLCanvasElement, shown: Shown): () => void {
  const { camera, sight } = desk;
  const look = { ...shown, palette: paletteOf(canvas), tones: tonesOf(canvas) };
  let painted: { region: Bounds; zoom: number } | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const place = () => {
    if (!painted) return;
    const { x, y, zoom } = camera.now();
    const [left, top] = painted.region;
    canvas.style.transform = `translate(${(left - x) * zoom}px, ${(top - y) * zoom}px) scale(${zoom / painted.zoom})`;
  };
  const paint = () => {
    frame = 0;
    painted = paintRegion(desk, canvas, look);
    place();
  };
  const later = () => {
    frame ||= requestAnimationFrame(paint);
  };
  const moved = () => {
    place();
    clearTimeout(timer);
    const { zoom } = camera.now();
    if (!painted || !encloses(painted.region, camera.view())) return later();
    const ratio = zoom / painted.zoom;
    if (ratio > stretch || ratio < 1 / stretch) return later();
    if (ratio !== 1) timer = setTimeout(later, rest);
  };
  paint();
  const ends = [camera.subscribe(moved), desk.look.subscribeAll(later), sight.subscribe(later)];
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    for (const end of ends) end();
  };
}

function paintRegion(
  { camera, look, index, sight }: Desk,
  canvas: HTMLCanvasElement,
  { palette, tones, said, marks }: Shown & { palette: ReturnType<typeof paletteOf>; tones: ReturnType<typeof tonesOf> },
): { region: Bounds; zoom: number } | null {
  const context = canvas.getContext('2d');
  const { zoom } = camera.now();
  const view = camera.view();
  if (!context || view[2] <= 0) return null;
  const region = widened(view, advance * Math.max(view[2], view[3]));
  const sharpness = Math.min(devicePixelRatio || 1, 2);
  const [width, height] = [Math.ceil(region[2] * zoom), Math.ceil(region[3] * zoom)];
  canvas.width = width * sharpness;
  canvas.height = height * sharpness;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const scale = zoom * sharpness;
  context.setTransform(scale, 0, 0, scale, -region[0] * scale, -region[1] * scale);
  const scene = look.scene();
  const elements = new Set(sight.now().things.map(({ id }) => id));
  const things = index.within(region).flatMap(id => (elements.has(id) ? [] : (scene.get(id) ?? [])));
  things.sort((one, other) => look.rank(one.id) - look.rank(other.id));
  paintThings({ context, palette, scene, zoom, said }, things);
  if (marks) paintMarks({ context, tones, zoom }, things, marks);
  return { region, zoom };
}
