import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type FileState,
  kindOf,
  mediaTypeOf,
  NewFile,
  partAt,
  partsOf,
  savedName,
} from '@multaqa/shared/facilitate/breakouts/files';
import { type FileKind, fileKinds } from '@multaqa/shared/facilitate/breakouts/prepared';
import type { State } from '@multaqa/shared/kernel/composition';
import { limits } from '@multaqa/shared/limits';
import { type Request, Router } from 'express';
import { visitorOf } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import type { Door } from '../../platform/door.ts';
import { Refused, readBody, readBytes } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';
import { mediaTypeIn } from '../../platform/media-type.ts';
import type { Store, StoredFile } from '../../platform/store/store.ts';
import { isNamed, mayGive, nameFor } from './material.ts';

export type FileRoutePorts = { dialogues: Dialogues; identity: Identity; door: Door; files: Store['files'] };

/**
 * Files for prepared rooms. They come in parts, each a request of its own, so that a weak line that breaks goes on where it
 * was and nobody holds more than a part in memory; they leave as a stream. Who prepares rooms may send one, and
 * whoever is shown the material that names it may read it.
 */
export function fileRoutes(ports: FileRoutePorts): Router {
  const { dialogues, door, files } = ports;
  const router = Router();

  /** Somebody who prepares rooms in the dialogue of a request. */
  async function giverOf(request: Request, rate: 'change' | 'part') {
    await door.admit(request, 'signed-in', rate);
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    if (!visitor) throw new Refused('unknown');
    if (!mayGive(dialogues.rules, visitor.state, visitor.person)) throw new Refused('not-permitted');
    return visitor;
  }

  router.post('/dialogues/:dialogue/files', async (request, response) => {
    const { dialogue, state } = await giverOf(request, 'change');
    const wanted = NewFile.safeParse(await readBody(request, response));
    if (!wanted.success) throw new Refused(isTooLarge(request.body) ? 'too-large' : 'malformed');
    const now = dialogues.clock.now();
    await removeUnused(files, dialogue, state, now);
    const most = { files: limits.files, bytes: limits.filesBytes };
    const begun = await files.begin(dialogue, { ...wanted.data, createdAt: now }, most);
    if (begun !== 'begun') throw new Refused(begun === 'full' ? 'files.full' : 'files.taken');
    response.json(await stateOf(files, dialogue, wanted.data.file));
  });

  router.post('/dialogues/:dialogue/files/:file/parts/:at', async (request, response) => {
    const { dialogue } = await giverOf(request, 'part');
    const file = await files.find(dialogue, String(request.params.file));
    const at = Number(request.params.at);
    if (!file) throw new Refused('unknown');
    if (!Number.isInteger(at) || at < 0 || at >= partsOf(file.size)) throw new Refused('malformed');
    const bytes = await readBytes(request, response, limits.filePartBytes);
    const [from, to] = partAt(file.size, at);
    if (bytes.length !== to - from) throw new Refused('malformed');
    // A part that came before, of a request whose answer was lost, is there already: the answer says how many there are.
    await files.addPart(dialogue, file.file, at, Buffer.from(bytes).toString('base64'));
    response.json(await stateOf(files, dialogue, file.file));
  });

  router.post('/dialogues/:dialogue/files/:file/discard', async (request, response) => {
    const { dialogue, state } = await giverOf(request, 'change');
    const file = String(request.params.file);
    const found = await files.find(dialogue, file);
    // What a room is given stays, whoever asks; what is none of its files is not known here.
    if (isNamed(state, file) || (found && !isOurs(found.type))) throw new Refused('files.given');
    await files.remove(dialogue, [file]);
    response.json({});
  });

  router.get('/dialogues/:dialogue/files/:file', async (request, response) => {
    await door.admit(request, 'signed-in', 'read');
    const visitor = await visitorOf(ports, request, request.params.dialogue);
    const id = String(request.params.file);
    const name = visitor && nameFor(dialogues.rules, visitor.state, visitor.person, id);
    const file = visitor && (await files.find(visitor.dialogue, id));
    // The same answer for a file that there is not, and for one that somebody is not shown.
    const kind = knownKind(file?.type);
    if (!name || !file || !kind) throw new Refused('unknown');
    response.attachment(savedName(name, kind));
    // `attachment` guesses a type by the name; what was found in the file counts.
    response.setHeader('Content-Type', mediaTypeOf(kind));
    response.setHeader('Content-Length', file.size);
    // Should a browser show it all the same, it runs nothing and belongs to nobody.
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    if (request.method === 'HEAD') return void response.end();
    await pipeline(Readable.from(bytesOf(files, visitor.dialogue, file)), response).catch(error => {
      if (!isGone(error)) throw error;
    });
  });

  return router;
}

const isTooLarge = (body: unknown): boolean =>
  Number((body as { size?: unknown } | undefined)?.size) > limits.fileBytes;

const isGone = (error: unknown): boolean => (error as { code?: unknown }).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** How far a file has come; one whose parts are all there is looked at, and refused when it is of no kind that rooms are given. */
async function stateOf(files: Store['files'], dialogue: string, id: string): Promise<FileState> {
  const file = await files.find(dialogue, id);
  if (!file) throw new Refused('unknown');
  const { parts, size } = file;
  if (file.type || parts < partsOf(size)) return { parts, type: knownKind(file.type) };
  const mediaType = await mediaTypeIn(await wholeOf(files, dialogue, file));
  const type = mediaType && kindOf(mediaType);
  if (!type) {
    await files.remove(dialogue, [id]);
    throw new Refused('files.kind');
  }
  await files.complete(dialogue, id, type);
  return { parts, type };
}

/** Files of kinds that no room is given belong to somebody else, such as the images of boards. */
const isOurs = (type: string | null): boolean => type === null || knownKind(type) !== null;

const knownKind = (type: string | null | undefined): FileKind | null => fileKinds.find(kind => kind === type) ?? null;

/** Files that no room is given any more, or never was, are let go of when others come. */
async function removeUnused(files: Store['files'], dialogue: string, state: State, now: number): Promise<void> {
  const unused = (await files.all(dialogue)).filter(
    ({ file, createdAt, type }) => createdAt <= now - limits.unusedFile && isOurs(type) && !isNamed(state, file),
  );
  await files.remove(
    dialogue,
    unused.map(({ file }) => file),
  );
}

async function* bytesOf(files: Store['files'], dialogue: string, { file, parts }: StoredFile): AsyncGenerator<Buffer> {
  for (let at = 0; at < parts; at += 1) {
    const base64 = await files.part(dialogue, file, at);
    if (base64 === null) throw new Error('a part of a file is missing');
    yield Buffer.from(base64, 'base64');
  }
}

async function wholeOf(files: Store['files'], dialogue: string, file: StoredFile): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of bytesOf(files, dialogue, file)) parts.push(part);
  return Buffer.concat(parts);
}
