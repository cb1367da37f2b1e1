import { createHash } from 'node:crypto';
import { diffPicture, type Picture, pictureOf } from '@multaqa/shared/facilitate/board/picture/picture';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { Router } from 'express';
import type { Dialogues } from '../../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../../dialogue/work-or-refusal.ts';
import type { Door } from '../../../platform/door.ts';
import type { Identity } from '../../../platform/identity.ts';
import type { Logger } from '../../../platform/logger.ts';
import { sendPacked } from '../../../platform/packed-answer.ts';
import type { RunOptions } from '../../../platform/work-pool.ts';
import { boardVisitor } from '../board-visitor.ts';
import { openPictures } from './pictures.ts';

export type PictureRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  read(dialogue: string, name: string): Promise<Uint8Array | null>;
  /** How many updates a document in memory has had; null for one that is not in memory. */
  position(dialogue: string, name: string): number | null;
  things(bytes: Uint8Array, options: RunOptions): Promise<Thing[]>;
};

const empty = new Uint8Array([0, 0]);

/**
 * A board for weak lines: its things as short as they can be said, and later what has changed since. Whoever may read the board may ask.
 */
export function boardPictureRoutes(ports: PictureRoutePorts): Router {
  const { door, logger } = ports;
  const router = Router();
  const pictures = openPictures();
  router.get('/dialogues/:dialogue/board/:session/:place/picture', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const { dialogue, name } = await boardVisitor(ports, request);
    // While people draw, a picture that is known already costs nothing: where nothing was written since, nothing is read.
    const position = ports.position(dialogue, name);
    const whole = async () => (await ports.read(dialogue, name)) ?? empty;
    const bytes = position === null ? await whole() : null;
    const mark = bytes ? digestOf(bytes) : `at ${position}`;
    const key = `${dialogue} ${name}`;
    const steps = { progress: () => {}, signal: new AbortController().signal };
    const words = 'a picture of a board could not be made';
    const read = async (): Promise<Picture> =>
      pictureOf(await workOrRefusal(ports.things(bytes ?? (await whole()), steps), { logger, dialogue, steps, words }));
    const picture = await pictures.take(key, mark, read);
    const { since } = request.query;
    const before = typeof since === 'string' ? pictures.known(key, since) : null;
    await sendPacked(request, response, { mark, ...diffPicture(before, picture) });
  });
  return router;
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
