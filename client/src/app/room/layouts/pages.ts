/** One page of a list; a page that is no longer there is the last one. */
export type Page<Item> = { items: readonly Item[]; page: number; pages: number; first: number };

/** One page of a list: the wanted one, or the last that there is. */
export function pageOf<Item>(all: readonly Item[], size: number, wanted: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const first = page * size;
  return { items: all.slice(first, first + size), page, pages, first };
}

/** How many tiles stand in a strip: all, or as many as fit between two arrows. */
export function stripSize(count: number, width: number, tile: number, arrows: number): number {
  const fits = (room: number) => Math.max(1, Math.floor(room / tile));
  return count <= fits(width) ? Math.max(1, count) : fits(width - arrows);
}
