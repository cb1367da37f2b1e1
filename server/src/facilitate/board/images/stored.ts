import type { RoomId } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import type { Store, StoredFile } from '../../../platform/store/store.ts';

/** The forms in which images of boards are kept. */
export const imageForms = { jpeg: 'image/jpeg', png: 'image/png' } as const;
export type ImageForm = keyof typeof imageForms;

/** The type under which an image is kept says to which board it belongs: whoever may read that one may read it. */
const beginning = 'board-image ';
const typeOf = (room: RoomId, form: ImageForm): string => `${beginning}${form} ${room}`;

/** Whether a file is an image of any board. */
export const isBoardImage = ({ type }: Pick<StoredFile, 'type'>): boolean => type?.startsWith(beginning) ?? false;

/** The form of an image of this room's board; null for any other file. */
export const formOf = ({ type }: Pick<StoredFile, 'type'>, room: RoomId): ImageForm | null =>
  (Object.keys(imageForms) as ImageForm[]).find(form => type === typeOf(room, form)) ?? null;

/** Keeps an image as the file of this id. The same id again is `taken`: perhaps it was kept before and the answer was lost. */
export async function keepImage(
  files: Store['files'],
  dialogue: string,
  { file, room, form, bytes, now }: { file: string; room: RoomId; form: ImageForm; bytes: Uint8Array; now: number },
): Promise<'kept' | 'full' | 'taken'> {
  const all = await files.all(dialogue);
  if (all.some(one => one.file === file && one.type !== null)) return 'taken';
  const own = all.filter(isBoardImage);
  const size = own.reduce((sum, one) => sum + one.size, bytes.length);
  if (own.length >= limits.boardImages || size > limits.boardImagesBytes) return 'full';
  const most = { files: limits.files + limits.boardImages, bytes: limits.filesBytes + limits.boardImagesBytes };
  const begun = await files.begin(dialogue, { file, size: bytes.length, createdAt: now }, most);
  if (begun !== 'begun') return begun;
  for (let at = 0; at * limits.filePartBytes < bytes.length; at += 1) {
    const part = bytes.subarray(at * limits.filePartBytes, (at + 1) * limits.filePartBytes);
    // A part of an earlier attempt that broke is there already: the same file makes the same image.
    await files.addPart(dialogue, file, at, Buffer.from(part).toString('base64'));
  }
  await files.complete(dialogue, file, typeOf(room, form));
  return 'kept';
}

/** How large an image on a board usually is, in bytes. */
const usual = 400_000;

/** For how many more images the boards of a dialogue have room, if these are of a usual size. */
export async function imagesLeft(files: Store['files'], dialogue: string): Promise<number> {
  const own = (await files.all(dialogue)).filter(isBoardImage);
  const free = limits.boardImagesBytes - own.reduce((sum, { size }) => sum + size, 0);
  return Math.max(0, Math.min(limits.boardImages - own.length, Math.floor(free / usual)));
}

/** The bytes of a file that has come whole. */
export async function bytesOf(files: Store['files'], dialogue: string, { file, parts }: StoredFile): Promise<Buffer> {
  const found: Buffer[] = [];
  for (let at = 0; at < parts; at += 1) {
    const base64 = await files.part(dialogue, file, at);
    if (base64 === null) throw new Error('a part of an image is missing');
    found.push(Buffer.from(base64, 'base64'));
  }
  return Buffer.concat(found);
}
