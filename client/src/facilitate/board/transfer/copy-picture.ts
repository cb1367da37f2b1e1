import type { Drawing } from '@multaqa/shared/facilitate/board/draw/draw-board';

/** The longer side of a copied picture in pixels at most. */
const side = 4_000;

/** Puts a drawing on the clipboard as a picture; false when the browser does not let it. */
export async function copyPicture(drawing: Drawing): Promise<boolean> {
  try {
    // The promise goes in, since Safari takes nothing after a wait.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(drawing) })]);
    return true;
  } catch {
    return false;
  }
}

async function pictureOf({ svg, width, height }: Drawing): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const zoom = Math.min(2, side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * zoom);
    canvas.height = Math.round(height * zoom);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
    if (!made) throw new Error('the picture is too large for this browser');
    return made;
  } finally {
    URL.revokeObjectURL(address);
  }
}
