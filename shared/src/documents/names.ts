import type { RoomId } from '../kernel/ids.ts';

/** The namespace of the one connection that carries documents. */
export const documentsNamespace = '/documents';

/** Yjs client ids below this one are the server's own: it lets nobody else write with them. */
export const firstOfPeople = 1_000;

/** A shared document of a dialogue: of which kind, and of which room. */
export type DocumentId = { kind: string; room: RoomId };

/** How a document is called inside its dialogue, in messages and in the store. */
export const documentName = ({ kind, room }: DocumentId): string => `${kind}:${room}`;

const form = /^([a-z]{1,20}):([0-9a-f-]{36}\/(?:plenary|[0-9a-f-]{36}))$/;

/** The document that is called so; null for what is no name of a document. */
export function parseDocumentName(name: string): DocumentId | null {
  const [, kind, room] = form.exec(name) ?? [];
  return kind && room ? { kind, room } : null;
}
