export type Box = { width: number; height: number };

/** How many tiles stand side by side and one above the other, and how large each is in px. */
export type GridPlan = { columns: number; rows: number; tile: Box };

// A tile is a square at the narrowest, which crops the video, and never wider than what cameras record.
const narrowest = 1;
const widest = 16 / 9;

/** How many tiles one page holds: nine on desks, six or four on phones. */
export const tilesPerPage = ({ width, height }: Box): number => {
  if (width < 480 || height < 220) return 4;
  return width < 720 ? 6 : 9;
};

/** The arrangement that gives the most room to so many tiles. */
export function planGrid(count: number, { width, height }: Box, gap: number): GridPlan {
  let best: GridPlan = { columns: 1, rows: 1, tile: { width: 0, height: 0 } };
  for (let columns = 1; columns <= Math.max(1, count); columns += 1) {
    const rows = Math.max(1, Math.ceil(count / columns));
    const cell = { width: (width - gap * (columns - 1)) / columns, height: (height - gap * (rows - 1)) / rows };
    const tile = within(cell);
    if (tile.width * tile.height > best.tile.width * best.tile.height) best = { columns, rows, tile };
  }
  return best;
}

function within({ width, height }: Box): Box {
  if (width <= 0 || height <= 0) return { width: 0, height: 0 };
  const ratio = width / height;
  const fitted =
    ratio > widest
      ? { width: height * widest, height }
      : ratio < narrowest
        ? { width, height: width / narrowest }
        : { width, height };
  return { width: Math.floor(fitted.width), height: Math.floor(fitted.height) };
}
