import type { Picture } from '@multaqa/shared/facilitate/board/picture/picture';

/** Pictures that are kept in memory at most, and their characters together. */
const most = { pictures: 200, characters: 24_000_000 };

/** The last pictures of boards that somebody looks at over a thin line, so that they are told what has changed. */
export type Pictures = {
  /** The picture of this mark, read when it is not known; those who ask at once wait for one reading. */
  take(board: string, mark: string, read: () => Promise<Picture>): Promise<Picture>;
  /** An earlier picture; null when it is not known any more. */
  known(board: string, mark: string): Picture | null;
};

type Kept = { reading: Promise<Picture>; picture: Picture | null; size: number };

/** Keeps nothing yet; `bounds` are smaller in tests. */
export function openPictures(bounds: typeof most = most): Pictures {
  // What was asked for last stands last, and is let go of last.
  const kept = new Map<string, Kept>();
  const keep = (key: string, one: Kept) => {
    kept.delete(key);
    kept.set(key, one);
  };
  const trim = () => {
    let characters = 0;
    for (const { size } of kept.values()) characters += size;
    for (const [key, { size }] of kept) {
      if (kept.size <= bounds.pictures && characters <= bounds.characters) return;
      kept.delete(key);
      characters -= size;
    }
  };
  return {
    async take(board, mark, read) {
      const key = `${board} ${mark}`;
      const one = kept.get(key) ?? { reading: read(), picture: null, size: 0 };
      keep(key, one);
      try {
        const picture = await one.reading;
        if (!one.picture) Object.assign(one, { picture, size: sizeOf(picture) });
        return picture;
      } catch (error) {
        if (kept.get(key) === one) kept.delete(key);
        throw error;
      } finally {
        trim();
      }
    },
    known: (board, mark) => kept.get(`${board} ${mark}`)?.picture ?? null,
  };
}

function sizeOf(picture: Picture): number {
  let size = 0;
  for (const [id, text] of picture) size += id.length + text.length;
  return size;
}
