import type { Box } from '../layouts/grid.ts';
import { uprightFrom } from './plan-table.ts';

/** Whoever is in the middle of the table: how large their face is, in CSS px, and whether words stand below it or beside it. */
export type Face = Box & { form: 'disc' | 'picture'; words: 'below' | 'beside' };

/** What words need below a face, and the ring around it. */
const wordsHeight = 62;
const ring = 9;
/** A picture is as wide as most cameras record it. */
const ratio = 16 / 9;
const smallDisc = 60;
/** In a lower middle a picture that is wide enough has its words beside it, and is larger so. */
const lowPicture = { height: 230, width: 360 };

/** The face that fits into the middle of a table. */
export function faceIn({ width, height }: Box, shows: 'picture' | 'initials'): Face {
  const free = height - 2 * ring;
  if (shows === 'picture' && height < lowPicture.height && width >= lowPicture.width)
    return { ...pictureIn({ width: width * 0.6, height: free }), form: 'picture', words: 'beside' };
  if (height < uprightFrom) return { ...square(Math.min(smallDisc, free)), form: 'disc', words: 'beside' };
  const room = { width: width - 2 * ring, height: free - wordsHeight };
  if (shows === 'picture') return { ...pictureIn(room), form: 'picture', words: 'below' };
  return { ...square(Math.min(room.height, width * 0.5, 168)), form: 'disc', words: 'below' };
}

const square = (side: number): Box => ({ width: Math.round(side), height: Math.round(side) });

function pictureIn({ width, height }: Box): Box {
  const high = Math.min(height, width / ratio);
  return { width: Math.round(high * ratio), height: Math.round(high) };
}
