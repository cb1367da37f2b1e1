/** What one can do with somebody on the board; without it the board is to look at. */
export type Moving = {
  /** What a card has at its beginning: a grip to carry it by, a box to choose it by, or nothing where there is nowhere to carry it. */
  by: 'grip' | 'box' | 'menu';
  onChoose(person: string): void;
  onMove(person: string, to: string): void;
};
