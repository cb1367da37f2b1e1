import { directionOf, type TextDirection } from '../../../../kernel/direction.ts';

/** Words that run the same way. */
export type Stretch = { text: string; dir: TextDirection };

/**
 * A text in stretches of one direction each: letters by themselves; what has none of its own, such as blanks, digits and brackets,
 * goes with the letters on both sides when these agree, else with the block (as rules N1 and N2 of Unicode Standard Annex #9 say).
 * Together the stretches are the text.
 */
export function byDirection(text: string, block: TextDirection): Stretch[] {
  const pieces = piecesOf(text);
  const stretches: Stretch[] = [];
  pieces.forEach(({ text: piece, own }, index) => {
    // Pieces with letters and pieces without alternate, unless two kinds of letters touch.
    const before = pieces[index - 1]?.own ?? block;
    const after = pieces[index + 1]?.own ?? block;
    const dir = own ?? (before === after ? before : block);
    const last = stretches.at(-1);
    if (last?.dir === dir) last.text += piece;
    else stretches.push({ text: piece, dir });
  });
  return stretches;
}

type Piece = { text: string; own: TextDirection | null };

/** Neighbouring characters of one direction, or of none; a mark goes with the letter that it stands on. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  for (const character of text) {
    const last = pieces.at(-1);
    const own = last && /\p{M}/u.test(character) ? last.own : directionOf(character);
    if (last && last.own === own) last.text += character;
    else pieces.push({ text: character, own });
  }
  return pieces;
}
