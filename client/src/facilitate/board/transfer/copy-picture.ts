import type { Drawing } from '@multaqa/shared/facilitate/board/draw/draw-board';

/** The longer side of a copied picture in pixels at most. */
const side = 4_000;

/** Puts a drawing on the clipboard as a picture, once it is made; false when the browser does not let it. */
export async function copyPicture(drawing: Promise<Drawing>): Promise<boolean> {
  try {
    // The promise goes in, since Safari takes nothing after a wait.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(drawing) })]);
    return true;
  } catch {
    return false;
  }
}

async function pictureOf(drawing: Promise<Drawing>): Promise<Blob> {
  const { svg, width, height } = await drawing;
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

/** Images of a board as addresses that begin with `data:`, by file, since a drawing asks for nothing; without those that do not come. */
export async function imagesAsData(
  files: Iterable<string>,
  get: (file: string) => Promise<Blob>,
): Promise<ReadonlyMap<string, string>> {
  const read = async (file: string) => {
    try {
      return [[file, await dataOf(await get(file))] as const];
    } catch {
      return [];
    }
  };
  return new Map((await Promise.all(Array.from(new Set(files), read))).flat());
}

const dataOf = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
