import { limits } from '@multaqa/shared/limits';
import sharp from 'sharp';
import { mediaTypeIn } from '../../../platform/media-type.ts';
import type { Task } from '../../../platform/work-pool.ts';
import type { ImageForm } from './stored.ts';

/** An image as it is kept; or why it is not: of no kind that is taken or broken, or with too many pixels. */
export type TakenImage =
  | { ok: true; form: ImageForm; bytes: Uint8Array; width: number; height: number }
  | { ok: false; refusal: 'board.image-kind' | 'board.image-pixels' };

const taken = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

// Each image is read once and let go of; what runs beside it is decided by the pool.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Reads an image by what is in it, turns it upright, makes it no larger than boards need, and writes it again: nothing of the
 * file that came is kept, neither where it was taken nor what is hidden in it. Too many pixels are refused before any is read.
 */
export const run: Task<Uint8Array, TakenImage> = async bytes => {
  if (!taken.has((await mediaTypeIn(bytes)) ?? '')) return { ok: false, refusal: 'board.image-kind' };
  try {
    const { width = 0, height = 0, hasAlpha } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    if (width * height > limits.boardImagePixels) return { ok: false, refusal: 'board.image-pixels' };
    return await written(bytes, hasAlpha === true);
  } catch {
    // What sharp cannot read is no image that anybody could see.
    return { ok: false, refusal: 'board.image-kind' };
  }
};

async function written(bytes: Uint8Array, hasAlpha: boolean): Promise<TakenImage> {
  const side = limits.boardImageSide;
  const upright = sharp(bytes, { limitInputPixels: limits.boardImagePixels, failOn: 'error', pages: 1 })
    .rotate()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  const form: ImageForm = hasAlpha ? 'png' : 'jpeg';
  const picture = hasAlpha ? upright.png({ palette: true, quality: 90 }) : upright.jpeg({ quality: 82, mozjpeg: true });
  const { data, info } = await picture.toBuffer({ resolveWithObject: true });
  return { ok: true, form, bytes: new Uint8Array(data), width: info.width, height: info.height };
}
