/** How a picture lies in its frame: `scale` times its fitted size, its centre moved by `x` and `y` px from the frame's. */
export type Zoom = { scale: number; x: number; y: number };
/** A point in px. */
export type Point = { x: number; y: number };
/** A size in px. */
export type Size = { width: number; height: number };

/** The whole picture, as large as it fits. */
export const fitted: Zoom = { scale: 1, x: 0, y: 0 };

/** The largest scale. */
export const mostScale = 8;

/** The size of a picture that is shown whole. */
export function fittedSize(frame: Size, picture: Size): Size {
  if (picture.width <= 0 || picture.height <= 0) return frame;
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

/** Holds a picture in its frame: no edge comes further in than the frame's, and what fits stays in the middle. */
export function held({ scale, x, y }: Zoom, frame: Size, picture: Size): Zoom {
  const bounded = Math.min(mostScale, Math.max(1, scale));
  const whole = fittedSize(frame, picture);
  const reach = (length: number, room: number) => Math.max(0, (length * bounded - room) / 2);
  const within = (at: number, most: number) => Math.min(most, Math.max(-most, at)) + 0;
  return {
    scale: bounded,
    x: within(x, reach(whole.width, frame.width)),
    y: within(y, reach(whole.height, frame.height)),
  };
}

/** Zooms by a factor; what lies under the point, measured from the frame's centre, stays under it as far as the edges allow. */
export function zoomedAt(zoom: Zoom, factor: number, point: Point, frame: Size, picture: Size): Zoom {
  const scale = Math.min(mostScale, Math.max(1, zoom.scale * factor));
  const grown = scale / zoom.scale;
  return held(
    { scale, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown },
    frame,
    picture,
  );
}

/** Moves the picture under its frame. */
export const panned = (zoom: Zoom, by: Point, frame: Size, picture: Size): Zoom =>
  held({ ...zoom, x: zoom.x + by.x, y: zoom.y + by.y }, frame, picture);

/** Follows two fingers from where they were to where they are. */
export function pinched(
  zoom: Zoom,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
  frame: Size,
  picture: Size,
): Zoom {
  const [from, to] = [middle(before), middle(after)];
  const [apart, wider] = [distance(before), distance(after)];
  const moved = { ...zoom, x: zoom.x + to.x - from.x, y: zoom.y + to.y - from.y };
  return zoomedAt(moved, apart > 0 ? wider / apart : 1, to, frame, picture);
}

const middle = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const distance = ([a, b]: readonly [Point, Point]): number => Math.hypot(a.x - b.x, a.y - b.y);
