import { type DocumentId, documentName, parseDocumentName } from '@multaqa/shared/documents/names';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { noteKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import type { State } from '@multaqa/shared/kernel/composition';
import type { RoomId } from '@multaqa/shared/kernel/ids';
import { Language } from '@multaqa/shared/kernel/languages';
import { limits } from '@multaqa/shared/limits';
import { type Request, Router } from 'express';
import { visitorOf } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { workOrRefusal } from '../../dialogue/work-or-refusal.ts';
import type { Door } from '../../platform/door.ts';
import { Refused } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';
import type { Logger } from '../../platform/logger.ts';
import type { RunOptions } from '../../platform/work-pool.ts';
import { isPaperFormat, paperFormats } from './paper/formats.ts';
import type { PaperAsked } from './paper/paper.task.ts';
import { paperFrame } from './paper-frame.ts';

export type PaperRoutePorts = {
  dialogues: Dialogues;
  identity: Identity;
  door: Door;
  logger: Logger;
  /** The state of a document as one update; null where nobody has written yet. */
  read(dialogue: string, name: string): Promise<Uint8Array | null>;
  /** Makes a file in a thread; rejects with a `WorkFailed`. */
  make(asked: PaperAsked, options: RunOptions): Promise<Uint8Array>;
  /** How the breakouts among these rooms are called. */
  roomNames(state: State, rooms: ReadonlySet<RoomId>): RoomNames;
};

/** An update without anything in it. */
const empty = new Uint8Array([0, 0]);

/** Notes as files, for whoever may read the notes: in the language that is asked for, or in English. */
export function paperRoutes(ports: PaperRoutePorts): Router {
  const { dialogues, door, logger } = ports;
  const router = Router();

  /** Who asks, and what they may read; the same refusal for a document that there is not, and for one that somebody may not read. */
  async function readerOf(request: Request, document: DocumentId | null) {
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    const now = dialogues.clock.now();
    const access =
      visitor &&
      document &&
      dialogues.rules.documentAccess(visitor.state, visitor.person, document.kind, document.room, now);
    if (!access) throw new Refused('unknown');
    return visitor;
  }

  router.get('/dialogues/:dialogue/notes/:kind/:session/:place/:format', async (request, response) => {
    await door.admit(request, 'signed-in', 'change');
    const { kind, session, place, format } = request.params;
    const document = noteNamed(`${kind}:${session}/${place}`);
    const { dialogue, state } = await readerOf(request, document);
    const language = Language.safeParse(request.query.language ?? 'en');
    if (!isPaperFormat(format) || !language.success || !document) throw new Refused('malformed');
    if (request.method === 'HEAD') return void response.type(paperFormats[format]).end();
    const bytes = (await ports.read(dialogue, documentName(document))) ?? empty;
    if (format === 'pdf' && bytes.length > limits.pdfNoteBytes) throw new Refused('too-large');
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const frame = paperFrame(state, document, language.data, ports.roomNames(state, new Set([document.room])));
    const steps = { progress: () => {}, signal: gone.signal };
    const words = 'a file of notes could not be made';
    try {
      const made = ports.make({ bytes, format, frame }, steps);
      const file = await workOrRefusal(made, { logger, dialogue, steps, words });
      // It took a while: somebody who may not read it any more gets nothing.
      await readerOf(request, document);
      response.attachment(`${kind}.${format}`);
      response.setHeader('Content-Type', paperFormats[format]);
      // Should a browser show it all the same, it runs nothing and belongs to nobody.
      response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      response.end(file);
    } catch (error) {
      // Nobody is there to be told.
      if (!gone.signal.aborted) throw error;
    }
  });
  return router;
}

/** Which notes a name is of; null for documents of other kinds. */
function noteNamed(name: string): DocumentId | null {
  const document = parseDocumentName(name);
  return noteKinds.some(kind => kind === document?.kind) ? document : null;
}
