import { Id } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { type Request, type Response, Router } from 'express';
import type { Dialogues } from '../../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../../dialogue/work-or-refusal.ts';
import type { Door } from '../../../platform/door.ts';
import { Refused, readBytes } from '../../../platform/http.ts';
import type { Identity } from '../../../platform/identity.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Store } from '../../../platform/store/store.ts';
import type { RunOptions } from '../../../platform/work-pool.ts';
import { type BoardVisitor, boardVisitor } from '../board-visitor.ts';
import type { TakenImage } from './image.task.ts';
import { bytesOf, formOf, imageForms, imagesLeft, keepImage } from './stored.ts';

export type ImageRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  files: Store['files'];
  /** Reads an image in a thread and writes it again; rejects with a `WorkFailed`. */
  take(bytes: Uint8Array, options: RunOptions): Promise<TakenImage>;
};

/** Images of boards: whoever may write on a board now gives it one, whoever may read it sees them. */
export function boardImageRoutes(ports: ImageRoutePorts): Router {
  const { door, files } = ports;
  const router = Router();
  const path = '/dialogues/:dialogue/board/:session/:place/images/:file';

  router.post(path, async (request, response) => {
    await door.admit(request, 'signed-in', 'change');
    await writerOf(ports, request);
    const file = Id.safeParse(request.params.file);
    if (!file.success) throw new Refused('malformed');
    const bytes = await readBytes(request, response, limits.boardImageBytes);
    const image = await taken(ports, request, response, bytes);
    // It took a while: somebody who may not write any more gives nothing.
    const visitor = await writerOf(ports, request);
    await keep(ports, visitor, file.data, image);
    const left = await imagesLeft(files, visitor.dialogue);
    response.json({ file: file.data, width: image.width, height: image.height, left });
  });

  router.get(path, async (request, response) => {
    await door.admit(request, 'signed-in', 'part');
    const { dialogue, document } = await boardVisitor(ports, request);
    const found = await files.find(dialogue, String(request.params.file));
    const form = found && formOf(found, document.room);
    // The same answer for an image that there is not, and for one of a board that somebody may not read.
    if (!found || !form) throw new Refused('unknown');
    response.setHeader('Content-Type', imageForms[form]);
    response.setHeader('Content-Length', found.size);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    // An image never changes; only this person's browser keeps it.
    response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
    if (request.method === 'HEAD') return void response.end();
    response.end(await bytesOf(files, dialogue, found));
  });

  return router;
}

async function writerOf(ports: ImageRoutePorts, request: Request): Promise<BoardVisitor> {
  const visitor = await boardVisitor(ports, request);
  if (visitor.access !== 'write') throw new Refused('not-permitted');
  return visitor;
}

async function taken(ports: ImageRoutePorts, request: Request, response: Response, bytes: Uint8Array) {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const steps = { progress: () => {}, signal: gone.signal };
  const asked = { logger: ports.logger, dialogue: String(request.params.dialogue), steps };
  const image = await workOrRefusal(ports.take(bytes, steps), { ...asked, words: 'an image could not be read' });
  if (!image.ok) throw new Refused(image.refusal);
  return image;
}

async function keep(
  { files, dialogues }: ImageRoutePorts,
  { dialogue, document: { room } }: BoardVisitor,
  file: string,
  { form, bytes }: Extract<TakenImage, { ok: true }>,
): Promise<void> {
  const kept = await keepImage(files, dialogue, { file, room, form, bytes, now: dialogues.clock.now() });
  if (kept === 'full') throw new Refused('board.images-full');
  const known = kept === 'taken' ? await files.find(dialogue, file) : null;
  if (kept === 'taken' && !(known && formOf(known, room))) throw new Refused('files.taken');
}
