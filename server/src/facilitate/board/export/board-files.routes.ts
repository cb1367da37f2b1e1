import { boardsOf } from '@multaqa/shared/dialogue';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { State } from '@multaqa/shared/kernel/composition';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { type Response, Router } from 'express';
import type { Dialogues } from '../../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../../dialogue/work-or-refusal.ts';
import type { Door } from '../../../platform/door.ts';
import { Refused } from '../../../platform/http.ts';
import type { Identity } from '../../../platform/identity.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Store, Writer } from '../../../platform/store/store.ts';
import type { RunOptions } from '../../../platform/work-pool.ts';
import { type BoardVisitor, boardVisitor } from '../board-visitor.ts';
import { bytesOf, formOf, imageForms, isBoardImage } from '../images/stored.ts';
import type { BoardAsked } from './board.task.ts';
import { boardFrame } from './board-frame.ts';
import { boardFormats, isBoardFormat } from './formats.ts';

export type BoardFilePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  files: Store['files'];
  /** The state of a document as one update; null where nobody has written yet. */
  read(dialogue: string, name: string): Promise<Uint8Array | null>;
  /** Whose each client id is; null where nobody is to see who wrote what. */
  authors(dialogue: string, name: string): Promise<ReadonlyMap<number, Writer> | null>;
  /** The things of a document, read in a thread; rejects with a `WorkFailed`. */
  things(bytes: Uint8Array, options: RunOptions): Promise<Thing[]>;
  /** Makes a file in a thread; rejects with a `WorkFailed`. */
  make(asked: BoardAsked, options: RunOptions): Promise<Uint8Array>;
  roomNames(state: State, rooms: ReadonlySet<RoomId>): RoomNames;
};

/** An update without anything in it. */
const empty = new Uint8Array([0, 0]);

/** Boards as files, for whoever may read them: in the language that is asked for, or in English. */
export function boardFileRoutes(ports: BoardFilePorts): Router {
  const { door, logger } = ports;
  const router = Router();
  router.get('/dialogues/:dialogue/board/:session/:place/file/:format', async (request, response) => {
    await door.admit(request, 'signed-in', 'change');
    const visitor = await boardVisitor(ports, request);
    const language = Language.safeParse(request.query.language ?? 'en');
    const { format = '' } = request.params;
    if (typeof format !== 'string' || !isBoardFormat(format) || !language.success) throw new Refused('malformed');
    if (request.method === 'HEAD') return void response.type(boardFormats[format]).end();
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const steps = { progress: () => {}, signal: gone.signal };
    const words = 'a file of a board could not be made';
    const made = makeFile(ports, visitor, { format, language: language.data, steps });
    try {
      const file = await workOrRefusal(made, { logger, dialogue: visitor.dialogue, steps, words });
      // It took a while: somebody who may not read it any more gets nothing.
      await boardVisitor(ports, request);
      send(response, format, file);
    } catch (error) {
      // Nobody is there to be told.
      if (!gone.signal.aborted) throw error;
    }
  });
  return router;
}

function send(response: Response, format: BoardAsked['format'], file: Uint8Array): void {
  response.attachment(`board.${format}`);
  response.setHeader('Content-Type', boardFormats[format]);
  // Should a browser show it all the same, it runs nothing and belongs to nobody.
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  );
  response.end(file);
}

type Wanted = { format: BoardAsked['format']; language: Language; steps: RunOptions };

async function makeFile(ports: BoardFilePorts, visitor: BoardVisitor, { format, language, steps }: Wanted) {
  const { dialogue, name, state, document } = visitor;
  const bytes = (await ports.read(dialogue, name)) ?? empty;
  const authors = await ports.authors(dialogue, name);
  const rooms = ports.roomNames(state, new Set([document.room]));
  const frame = boardFrame(state, document, { language, rooms, authors, boards: boardsOf(state) });
  const images = format === 'csv' ? {} : await imagesIn(ports, visitor, bytes, steps);
  return ports.make({ bytes, format, frame, images }, steps);
}

/** The images that are on a board, as data, as far as a file has room for them. */
async function imagesIn(
  { files, things }: BoardFilePorts,
  { dialogue, document }: BoardVisitor,
  bytes: Uint8Array,
  steps: RunOptions,
): Promise<{ [file: string]: string }> {
  const own = new Map((await files.all(dialogue)).filter(isBoardImage).map(file => [file.file, file]));
  if (own.size === 0) return {};
  const images: { [file: string]: string } = {};
  let size = 0;
  for (const thing of await things(bytes, steps)) {
    const file = thing.kind === 'image' && !Object.hasOwn(images, thing.file) ? own.get(thing.file) : undefined;
    const form = file && formOf(file, document.room);
    if (!file || !form || size + file.size > limits.boardFileImagesBytes) continue;
    size += file.size;
    const read = await bytesOf(files, dialogue, file);
    images[file.file] = `data:${imageForms[form]};base64,${read.toString('base64')}`;
  }
  return images;
}
