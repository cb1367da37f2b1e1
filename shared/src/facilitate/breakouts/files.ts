import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import { type FileKind, fileKinds } from './prepared.ts';

const office = 'application/vnd.openxmlformats-officedocument';
const open = 'application/vnd.oasis.opendocument';

/** The media type of each kind of file that rooms can be given. Text of any kind is plain: nothing in it may run. */
const mediaTypes: { readonly [Kind in FileKind]: string } = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${open}.text`,
  ods: `${open}.spreadsheet`,
  odp: `${open}.presentation`,
  txt: 'text/plain',
  csv: 'text/plain',
};

/** What a file of a kind is sent as. */
export const mediaTypeOf = (kind: FileKind): string => mediaTypes[kind];

/** The kind of a file by what is in it; null for those that rooms are not given. */
export const kindOf = (mediaType: string): FileKind | null =>
  fileKinds.find(kind => mediaTypes[kind] === mediaType) ?? null;

/** The kind under which a file is named: `kind` is what was found in it, and only a name tells a table in text from other text. */
export const kindNamed = (kind: FileKind, name: string): FileKind =>
  fileKinds.find(other => mediaTypes[other] === mediaTypes[kind] && hasEnding(name, other)) ?? kind;

/** The endings of file names that somebody can choose from. */
export const fileEndings: readonly string[] = [...fileKinds, 'jpg'].map(ending => `.${ending}`);

const hasEnding = (name: string, kind: FileKind): boolean =>
  (kind === 'jpeg' ? ['.jpeg', '.jpg'] : [`.${kind}`]).some(ending => name.toLowerCase().endsWith(ending));

/** The name under which a file is saved: with an ending of what was found in it, whatever its owner called it. */
export function savedName(name: string, kind: FileKind): string {
  return hasEnding(name, kindNamed(kind, name)) ? name : `${name}.${kind}`;
}

/** What somebody says of a file before they send it: its id, made by the sender, and its size in bytes. */
export const NewFile = z.strictObject({ file: Id, size: z.int().min(1).max(limits.fileBytes) });

/** How far a file has come: how many of its parts are there, and its kind once it is whole. */
export type FileState = { parts: number; type: FileKind | null };

/** Into how many parts a file of so many bytes is cut; each is as long as a part may be, but for the last. */
export const partsOf = (size: number): number => Math.ceil(size / limits.filePartBytes);

/** From where to where (in bytes) the part at a place reaches. */
export const partAt = (size: number, at: number): readonly [from: number, to: number] => [
  Math.min(at * limits.filePartBytes, size),
  Math.min((at + 1) * limits.filePartBytes, size),
];
