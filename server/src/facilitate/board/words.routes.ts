import { boardsOf } from '@multaqa/shared/dialogue';
import { boardIn } from '@multaqa/shared/facilitate/board/board.state';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { toldThings } from '@multaqa/shared/facilitate/board/table/told-things';
import { Router } from 'express';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../dialogue/work-or-refusal.ts';
import type { Door } from '../../platform/door.ts';
import type { Identity } from '../../platform/identity.ts';
import type { Logger } from '../../platform/logger.ts';
import { sendPacked } from '../../platform/packed-answer.ts';
import type { Writer } from '../../platform/store/store.ts';
import type { RunOptions } from '../../platform/work-pool.ts';
import { boardVisitor } from './board-visitor.ts';

export type BoardWordPorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  read(dialogue: string, name: string): Promise<Uint8Array | null>;
  /** Whose each client id is; null where nobody is to see who wrote what. */
  authors(dialogue: string, name: string): Promise<ReadonlyMap<number, Writer> | null>;
  things(bytes: Uint8Array, options: RunOptions): Promise<Thing[]>;
};

/** What the report says of a board besides its picture: the things that got dots, and who wrote what was revealed with names. */
export function boardWordRoutes(ports: BoardWordPorts): Router {
  const { door, logger } = ports;
  const router = Router();
  router.get('/dialogues/:dialogue/board/:session/:place/words', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const { dialogue, state, name, document } = await boardVisitor(ports, request);
    const bytes = await ports.read(dialogue, name);
    const areNamed = (await ports.authors(dialogue, name)) !== null;
    const steps = { progress: () => {}, signal: new AbortController().signal };
    const words = 'the words of a board could not be read';
    const things = bytes ? await workOrRefusal(ports.things(bytes, steps), { logger, dialogue, steps, words }) : [];
    const { results } = boardIn(boardsOf(state), document.room);
    await sendPacked(request, response, { things: toldThings(things, { results, areNamed }) });
  });
  return router;
}
