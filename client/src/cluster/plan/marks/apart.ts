export type Point = { x: number; y: number };

/** Rounds in which marks are moved apart; fewer where there are so many that they have no room anyway, or that each round costs much. */
const roundsFor = (marks: number): number => (marks > 150 ? 15 : marks > 60 ? 150 : 1_000);
/** Moved a little too far (px), so that it ends soon. */
const more = 0.3;

/** Points in a box of this size, moved apart a little where they would be nearer to each other than `room`. All in one unit. */
export function apart(points: readonly Point[], box: { width: number; height: number }, room: number): Point[] {
  const set = points.map(point => ({ ...point }));
  const inside = (value: number, length: number) => Math.min(length - room / 2, Math.max(room / 2, value));
  let isMoved = true;
  for (let round = 0; round < roundsFor(set.length) && isMoved; round += 1) {
    for (const point of set) {
      point.x = inside(point.x, box.width);
      point.y = inside(point.y, box.height);
    }
    isMoved = part(set, room);
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
      // Those on one point part each in a direction of their own, and those in a row, which an edge may keep there, a little out of it.
      const angle = distance > 0.01 ? Math.atan2(dy, dx) + ((next % 3) - 1) * 0.1 : next * 2.4;
      const step = (room - distance) / 2 + more;
      one.x -= Math.cos(angle) * step;
      one.y -= Math.sin(angle) * step;
      other.x += Math.cos(angle) * step;
      other.y += Math.sin(angle) * step;
    }
  });
  return isMoved;
}
