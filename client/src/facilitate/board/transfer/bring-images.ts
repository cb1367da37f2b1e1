import type { RoomId } from '@multaqa/shared/kernel/ids';
import { getFile } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import type { Carried } from './carried.ts';
import { imagePath, sendImage } from './image-file.ts';

/**
 * Gives the images among carried things to this room's board, since an image belongs to one board. What cannot be read or sent is left out;
 * `lost` says how many.
 */
export async function bringImages(
  carried: Carried,
  dialogue: string,
  room: RoomId,
): Promise<{ carried: Carried; lost: number }> {
  const files = new Map<string, string | null>();
  if (carried.room !== room)
    for (const [, data] of carried.things)
      if (data.kind === 'image' && !files.has(data.file))
        files.set(data.file, await bring(dialogue, { from: carried.room, to: room, file: data.file }));
  const things = carried.things.flatMap(([id, data]): Carried['things'] => {
    if (data.kind !== 'image' || !files.has(data.file)) return [[id, data]];
    const file = files.get(data.file);
    return file ? [[id, { ...data, file }]] : [];
  });
  return { carried: { ...carried, things }, lost: carried.things.length - things.length };
}

async function bring(dialogue: string, { from, to, file }: { from: RoomId; to: RoomId; file: string }) {
  try {
    const blob = await getFile(imagePath(dialogue, from, file));
    return (await sendImage(dialogue, to, { file: newId(), blob }, new AbortController().signal)).file;
  } catch {
    return null;
  }
}
