/**
 * What is wrong with a document.
 * Foreign, which no editor writes: `node` an unknown one, `place` a node where it never stands, `attribute`, `mark`, `link`, `depth`,
 * `size`, `root` data beside text and comments, `comment` a thread of another form.
 * Broken, which two honest edits at once can leave: `order` one too many, `missing` one too few, `clash` marks that exclude each other.
 */
export type StrayKind =
  | 'node'
  | 'place'
  | 'attribute'
  | 'mark'
  | 'link'
  | 'depth'
  | 'size'
  | 'root'
  | 'comment'
  | 'order'
  | 'missing'
  | 'clash';

/** One thing that is wrong; `path` leads there from the top: names of nodes with their places among their siblings. */
export type Stray = { what: StrayKind; path: string };

/**
 * A stray with what takes it out. Fixes run in one transaction from the last to the first, so that the places that they count by
 * still hold; `first` is done before, in transactions of its own.
 */
export type Flaw = Stray & { fix(): void; first?(): void };

/** True for what no honest editor can have written, so that an update that brings it may be refused. */
export const isForeign = ({ what }: Stray): boolean => what !== 'order' && what !== 'missing' && what !== 'clash';
