import { boardsOf } from '@multaqa/shared/dialogue';
import { documentName } from '@multaqa/shared/documents/names';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { State } from '@multaqa/shared/kernel/composition';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { type Request, type Response, Router } from 'express';
import type { Dialogues } from '../../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../../dialogue/work-or-refusal.ts';
import type { Door } from '../../../platform/door.ts';
import { Refused } from '../../../platform/http.ts';
import type { Identity } from '../../../platform/identity.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { Store, Writer } from '../../../platform/store/store.ts';
import type { RunOptions } from '../../../platform/work-pool.ts';
import { type BoardKind, type BoardVisitor, boardVisitor } from '../board-visitor.ts';
import { bytesOf, formOf, imageForms, isBoardImage } from '../images/stored.ts';
import type { BoardAsked } from './board.task.ts';
import { type BoardFrame, boardFrame, fileNameOf } from './board-frame.ts';
import { type BoardFormat, boardFormats, isBoardFormat } from './formats.ts';

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

/** What files are made of: the board of a room, or the same with what only hosts see over it. */
const kinds = ['board', 'hostboard'] as const satisfies readonly BoardKind[];

/** Boards as files, for whoever may read them: in the language that is asked for, or in English. */
export function boardFileRoutes(ports: BoardFilePorts): Router {
  const router = Router();
  for (const kind of kinds)
    router.get(`/dialogues/:dialogue/${kind}/:session/:place/file/:format`, (request, response) =>
      answer(ports, kind, request, response),
    );
  return router;
}

async function answer(ports: BoardFilePorts, kind: BoardKind, request: Request, response: Response): Promise<void> {
  const { door, logger } = ports;
  await door.admit(request, 'signed-in', 'change');
  const visitor = await boardVisitor(ports, request, kind);
  const language = Language.safeParse(request.query.language ?? 'en');
  const { format = '' } = request.params;
  if (typeof format !== 'string' || !isBoardFormat(format) || !language.success) throw new Refused('malformed');
  if (request.method === 'HEAD') return void response.type(boardFormats[format]).end();
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const steps = { progress: () => {}, signal: gone.signal };
  const words = 'a file of a board could not be made';
  try {
    const layers = await layersOf(ports, visitor);
    const frame = frameOf(ports, visitor, language.data, layers);
    const made = makeFile(ports, visitor, { layers, format, frame, steps });
    const file = await workOrRefusal(made, { logger, dialogue: visitor.dialogue, steps, words });
    // It took a while: somebody who may not read it any more gets nothing.
    await boardVisitor(ports, request, kind);
    send(response, { name: `${fileNameOf(frame)}.${format}`, type: boardFormats[format], file });
  } catch (error) {
    // Nobody is there to be told.
    if (!gone.signal.aborted) throw error;
  }
}

function send(response: Response, { name, type, file }: { name: string; type: string; file: Uint8Array }): void {
  // The name in Latin letters for old browsers, and as it is for all others (RFC 6266, 8187).
  response.attachment(name);
  response.setHeader('Content-Type', type);
  // Should a browser show it all the same, it runs nothing and belongs to nobody.
  response.setHeader(
    'Content-Security-Policy',
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox",
  );
  response.end(file);
}

/** A document that is drawn, and whose each client id in it is; null where nobody is to see who wrote what. */
type Layer = { bytes: Uint8Array; authors: ReadonlyMap<number, Writer> | null };

/** The board of the room, and over it what was asked for besides. */
function layersOf(ports: BoardFilePorts, { dialogue, document: { kind, room } }: BoardVisitor): Promise<Layer[]> {
  const layers = kind === 'board' ? ['board'] : ['board', kind];
  return Promise.all(
    layers.map(async layer => {
      const name = documentName({ kind: layer, room });
      const bytes = (await ports.read(dialogue, name)) ?? empty;
      return { bytes, authors: await ports.authors(dialogue, name) };
    }),
  );
}

function frameOf(
  ports: BoardFilePorts,
  { state, document }: BoardVisitor,
  language: Language,
  layers: readonly Layer[],
): BoardFrame {
  const rooms = ports.roomNames(state, new Set([document.room]));
  const areHidden = layers.some(({ authors }) => authors === null);
  const authors = areHidden ? null : new Map(layers.flatMap(layer => [...(layer.authors ?? [])]));
  return boardFrame(state, document, { language, rooms, authors, boards: boardsOf(state) });
}

type Wanted = { layers: readonly Layer[]; format: BoardFormat; frame: BoardFrame; steps: RunOptions };

async function makeFile(ports: BoardFilePorts, visitor: BoardVisitor, { layers, format, frame, steps }: Wanted) {
  const documents = layers.map(({ bytes }) => bytes);
  const images = format === 'csv' ? {} : await imagesIn(ports, visitor, documents, steps);
  const [bytes = empty, above = null] = documents;
  return ports.make({ bytes, above, format, frame, images }, steps);
}

/** The images that are on a board, as data, as far as a file has room for them. */
async function imagesIn(
  { files, things }: BoardFilePorts,
  { dialogue, document }: BoardVisitor,
  documents: readonly Uint8Array[],
  steps: RunOptions,
): Promise<{ [file: string]: string }> {
  const own = new Map((await files.all(dialogue)).filter(isBoardImage).map(file => [file.file, file]));
  if (own.size === 0) return {};
  const images: { [file: string]: string } = {};
  let size = 0;
  for (const bytes of documents)
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
