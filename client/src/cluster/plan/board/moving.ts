/** What one can do with somebody on the board; without it the board is to look at. */
export type Moving = {
  /** True while several people are chosen, to be moved together. */
  isChoosing: boolean;
  onChoose(person: string): void;
  onMove(person: string, to: string): void;
};
