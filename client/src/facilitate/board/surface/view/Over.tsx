import { boundsOf, cornersOf, type Point, unionOf, widened } from '@multaqa/shared/facilitate/board/scene/geometry';
import { arrowEnds } from '@multaqa/shared/facilitate/board/scene/outline';
import { handleAt, handles } from '@multaqa/shared/facilitate/board/scene/resize';
import { type Box, isBoxed, type Thing, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { type Camera, toScreen } from '../camera/camera.ts';
import { pullable } from '../hand/resize.ts';
import { useCamera, useChosen, useDesk, useThing, useUi } from '../use-desk.ts';
import styles from './Over.module.css';
import viewport from './Viewport.module.css';

/** What lies over the board in the size of the screen: what is chosen with its handles, guides, what is drawn round things. */
export function Over() {
  const camera = useCamera();
  const { guides, lasso, target } = useUi(({ guides, lasso, target }) => ({ guides, lasso, target }));
  return (
    <svg className={viewport.over} aria-hidden="true" focusable="false">
      <Chosen camera={camera} />
      {target && <Target camera={camera} id={target} />}
      {guides.map(({ axis, at, from, to }) => {
        const [x1, y1] = toScreen(camera, axis === 'x' ? [at, from] : [from, at]);
        const [x2, y2] = toScreen(camera, axis === 'x' ? [at, to] : [to, at]);
        return <line key={`${axis}${at}`} className={styles.guide} x1={x1} y1={y1} x2={x2} y2={y2} />;
      })}
      {lasso && <polygon className={styles.lasso} points={pointsOf(camera, lasso)} />}
    </svg>
  );
}

const pointsOf = (camera: Camera, way: readonly Point[]): string =>
  way
    .map(point =>
      toScreen(camera, point)
        .map(value => Math.round(value * 10) / 10)
        .join(','),
    )
    .join(' ');

function Target({ camera, id }: { camera: Camera; id: ThingId }) {
  const thing = useThing(id);
  return thing && isBoxed(thing) ? (
    <polygon className={styles.target} points={pointsOf(camera, cornersOf(thing.at))} />
  ) : null;
}

/** Outlines that are drawn at most; of more things the one around all of them says enough. */
const outlined = 150;

function Chosen({ camera }: { camera: Camera }) {
  const desk = useDesk();
  const things = useChosen();
  const { writes, busy, access } = useUi(({ writes, busy, access, locked }) => ({ writes, busy, access, locked }));
  if (things.length === 0) return null;
  const own = pullable(desk);
  const hasHandles = access === 'write' && busy === 'no' && writes === null;
  return (
    <>
      {things.slice(0, outlined).map(thing => (
        <Outline key={thing.id} camera={camera} thing={thing} />
      ))}
      {hasHandles && own.length > 0 && <Handles camera={camera} boxes={own.map(({ at }) => at)} />}
      {hasHandles && things.length === 1 && things[0]?.kind === 'arrow' && <Ends camera={camera} arrow={things[0]} />}
    </>
  );
}

function Outline({ camera, thing }: { camera: Camera; thing: Thing }) {
  const desk = useDesk();
  const isStill = thing.fixed || !desk.mayChange(thing);
  if (isBoxed(thing))
    return (
      <polygon
        className={styles.chosen}
        data-still={isStill || undefined}
        points={pointsOf(camera, cornersOf(thing.at))}
      />
    );
  const [from, to] = arrowEnds(desk.look.scene(), thing);
  return <polyline className={styles.chosen} points={pointsOf(camera, [from, to])} />;
}

/** What is smaller on the screen has no handles: they would cover it. */
const tooSmall = 44;
/** How far from what is chosen its handles and the one that turns it are, in pixels. */
const turnAway = 28;

function Handles({ camera, boxes }: { camera: Camera; boxes: readonly Box[] }) {
  const [only] = boxes;
  const around = unionOf(boxes.map(boundsOf));
  if (!only || !around) return null;
  const box: Box = boxes.length === 1 ? only : [...around, 0];
  const [width, height] = [box[2] * camera.zoom, box[3] * camera.zoom];
  if (Math.max(width, height) < tooSmall) return null;
  const shown = handles.filter(
    handle => handle.length === 2 || (handle === 'e' || handle === 'w' ? height > 60 : width > 60),
  );
  const above: Box = [...widened([box[0], box[1], box[2], box[3]], turnAway / camera.zoom), box[4]];
  const [turnX, turnY] = toScreen(camera, handleAt(above, 's'));
  return (
    <>
      {boxes.length > 1 && <polygon className={styles.around} points={pointsOf(camera, cornersOf(box))} />}
      {shown.map(handle => {
        const [x, y] = toScreen(camera, handleAt(box, handle));
        return (
          <g key={handle} data-handle={handle} className={styles.handle} data-turned={Math.round(box[4] / 45) % 4}>
            <circle className={styles.reach} cx={x} cy={y} r="16" />
            <rect className={styles.grip} x={x - 5} y={y - 5} width="10" height="10" rx="3" />
          </g>
        );
      })}
      <g data-handle="turn" className={styles.handle}>
        <circle className={styles.reach} cx={turnX} cy={turnY} r="18" />
        <circle className={styles.grip} cx={turnX} cy={turnY} r="6" />
      </g>
    </>
  );
}

function Ends({ camera, arrow }: { camera: Camera; arrow: Extract<Thing, { kind: 'arrow' }> }) {
  const ends = arrowEnds(useDesk().look.scene(), arrow);
  return (['from', 'to'] as const).map((name, at) => {
    const [x, y] = toScreen(camera, ends[at] ?? [0, 0]);
    return (
      <g key={name} data-handle={name} className={styles.handle}>
        <circle className={styles.reach} cx={x} cy={y} r="18" />
        <circle className={styles.grip} cx={x} cy={y} r="6" />
      </g>
    );
  });
}
