export type Point = { x: number; y: number };

const rounds = 60;

/** Points in a box of this size, moved apart a little where they would be nearer to each other than `room`. All in one unit. */
export function apart(points: readonly Point[], box: { width: number; height: number }, room: number): Point[] {
  const set = points.map(point => ({ ...point }));
  const inside = (value: number, length: number) => Math.min(length - room, Math.max(room, value));
  for (let round = 0; round < rounds && part(set, room); round += 1) {
    for (const point of set) {
      point.x = inside(point.x, box.width);
      point.y = inside(point.y, box.height);
    }
  }
  return set;
}

/** Moves each pair that is too near apart by what is missing; false when none was. */
function part(points: Point[], room: number): boolean {
  let isMoved = false;
  points.forEach((one, at) => {
    for (let next = at + 1; next < points.length; next += 1) {
      const other = points[next] as Point;
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const distance = Math.hypot(dx, dy);
      if (distance >= room - 0.01) continue;
      isMoved = true;
      // Those on one point part each in a direction of their own.
      const angle = distance > 0.01 ? Math.atan2(dy, dx) : next * 2.4;
      const step = (room - distance) / 2;
      one.x -= Math.cos(angle) * step;
      one.y -= Math.sin(angle) * step;
      other.x += Math.cos(angle) * step;
      other.y += Math.sin(angle) * step;
    }
  });
  return isMoved;
}
