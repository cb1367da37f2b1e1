import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { postBytes, refusedBy } from '../../../platform/http.ts';

/** An image that a board has; and for how many more like it the boards of the dialogue have room. */
export type KeptImage = { file: string; width: number; height: number; left: number };

/** How long (ms) a failed upload waits before each further attempt. */
const pauses = [500, 1_500, 4_000, 8_000];
const passing = ['offline', 'too-fast', 'busy', 'not-ready', 'elsewhere'];

/** Where an image of a room's board is. */
export const imagePath = (dialogue: string, room: RoomId, file: string): string =>
  `/dialogues/${dialogue}/board/${room}/images/${file}`;

/**
 * Gives an image to a board: made smaller on this device where that is possible, so that little goes over the line, and sent again while
 * the line is bad. Rejects with a refusal.
 */
export async function sendImage(
  dialogue: string,
  room: RoomId,
  { file, blob }: { file: string; blob: Blob },
  signal: AbortSignal,
): Promise<KeptImage> {
  const small = await smaller(blob);
  const path = imagePath(dialogue, room, file);
  for (const pause of pauses) {
    try {
      return await postBytes<KeptImage>(path, small, signal);
    } catch (error) {
      if (signal.aborted || !passing.includes(refusedBy(error).refusal)) throw error;
      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
  return postBytes<KeptImage>(path, small, signal);
}

/** Images that are no larger go as they are: the server makes them safe anyway. */
const smallEnough = 400_000;

/** The image no wider or higher than a board keeps it; as it is where this browser cannot read it. */
async function smaller(blob: Blob): Promise<Blob> {
  if (blob.size <= smallEnough || typeof createImageBitmap !== 'function') return blob;
  try {
    const picture = await createImageBitmap(blob);
    const zoom = Math.min(1, limits.boardImageSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * zoom));
    canvas.height = Math.max(1, Math.round(picture.height * zoom));
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    // Only these can be clear in places.
    const type = blob.type === 'image/png' || blob.type === 'image/webp' ? 'image/png' : 'image/jpeg';
    const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, 0.85));
    return made && made.size < blob.size ? made : blob;
  } catch {
    return blob;
  }
}
