/** A word's box; `px` is the size of its letters. */
export type WordBox = { text: string; px: number; width: number; height: number };
/** A box with the middle where it stands. */
type Placed<Box extends WordBox> = { box: Box; x: number; y: number };

/**
 * Places for the words of a cloud: each stands as near to the middle as it fits, the largest first, along a spiral that is as wide
 * as the picture (Wordle's layout: Feinberg 2010). Nothing overlaps, nothing is left out, and the same words give the same picture.
 */
export function placedWords<Box extends WordBox>(
  boxes: readonly Box[],
  width: number,
): { placed: Placed<Box>[]; height: number } {
  const placed: Placed<Box>[] = [];
  const sorted = [...boxes].sort((a, b) => b.px - a.px || b.width - a.width || (a.text < b.text ? -1 : 1));
  for (const box of sorted) placed.push({ box, ...freePlace(box, placed, width) });
  const top = Math.min(0, ...placed.map(({ box, y }) => y - box.height / 2));
  const bottom = Math.max(0, ...placed.map(({ box, y }) => y + box.height / 2));
  return { placed: placed.map(one => ({ ...one, y: one.y - top })), height: bottom - top };
}

function freePlace(box: WordBox, placed: readonly Placed<WordBox>[], width: number): { x: number; y: number } {
  const reach = Math.max(0, (width - box.width) / 2);
  for (let step = 0; ; step += 1) {
    const angle = step * 0.25;
    const away = step * 0.12;
    // Wider than high, as the picture is; beyond its edges only the height grows.
    const x = width / 2 + Math.max(-reach, Math.min(reach, Math.cos(angle) * away * 2));
    const y = Math.sin(angle) * away;
    if (!placed.some(other => overlaps({ box, x, y }, other))) return { x, y };
  }
}

const overlaps = (one: Placed<WordBox>, other: Placed<WordBox>) =>
  Math.abs(one.x - other.x) < (one.box.width + other.box.width) / 2 &&
  Math.abs(one.y - other.y) < (one.box.height + other.box.height) / 2;
