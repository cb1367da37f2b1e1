import type { Picture } from '@multaqa/shared/facilitate/board/picture/picture';

/** Pictures that are kept in memory: of one board, and in all. */
const most = { perBoard: 6, boards: 40 };

/** The last pictures of boards that somebody looks at over a weak line, so that they are told what has changed. */
export type Pictures = {
  /** The picture of this mark, read when it is not known; those who ask at once wait for one reading. */
  take(board: string, mark: string, read: () => Promise<Picture>): Promise<Picture>;
  /** An earlier picture; null when it is not known any more. */
  known(board: string, mark: string): Picture | null;
};

export function openPictures(): Pictures {
  const boards = new Map<string, Map<string, Promise<Picture> | Picture>>();
  const keep = (board: string) => {
    const kept = boards.get(board) ?? new Map();
    // What was asked for last is let go of last.
    boards.delete(board);
    boards.set(board, kept);
    trim(boards, most.boards);
    return kept;
  };
  return {
    async take(board, mark, read) {
      const kept = keep(board);
      const found = kept.get(mark);
      if (found) return found;
      const reading = read();
      kept.set(mark, reading);
      trim(kept, most.perBoard);
      try {
        const picture = await reading;
        if (kept.get(mark) === reading) kept.set(mark, picture);
        return picture;
      } catch (error) {
        kept.delete(mark);
        throw error;
      }
    },
    known(board, mark) {
      const found = boards.get(board)?.get(mark);
      return found && !(found instanceof Promise) ? found : null;
    },
  };
}

/** Lets go of what came first until so many are left. */
function trim<Value>(map: Map<string, Value>, count: number): void {
  for (const key of map.keys()) {
    if (map.size <= count) return;
    map.delete(key);
  }
}
