import type { RoomId } from '@multaqa/shared/kernel/ids';
import { getFile, type Problem, refusedBy } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import type { Carried } from './carried.ts';
import { imagePath, sendImage } from './image-file.ts';

/** What comes along; how many images do not, and why the first of them does not. */
type Brought = { carried: Carried; lost: number; problem: Problem | null };

/**
 * Gives the images among carried things to this room's board, since an image belongs to one board. What cannot be read or sent is left
 * out.
 */
export async function bringImages(carried: Carried, dialogue: string, room: RoomId): Promise<Brought> {
  const files = new Map<string, string | null>();
  let problem: Problem | null = null;
  const wanted =
    carried.room === room ? [] : carried.things.flatMap(([, data]) => (data.kind === 'image' ? [data.file] : []));
  for (const file of new Set(wanted)) {
    try {
      const blob = await getFile(imagePath(dialogue, carried.room, file));
      const kept = await sendImage(dialogue, room, { file: newId(), blob }, new AbortController().signal);
      files.set(file, kept.file);
    } catch (error) {
      problem ??= refusedBy(error);
      files.set(file, null);
    }
  }
  const things = carried.things.flatMap(([id, data]): Carried['things'] => {
    if (data.kind !== 'image' || !files.has(data.file)) return [[id, data]];
    const file = files.get(data.file);
    return file ? [[id, { ...data, file }]] : [];
  });
  return { carried: { ...carried, things }, lost: carried.things.length - things.length, problem };
}
