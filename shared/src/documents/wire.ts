import { z } from 'zod';
import type { Access } from '../kernel/documents.ts';
import { Id } from '../kernel/ids.ts';
import { limits } from '../limits.ts';
import type { Refused } from '../protocol.ts';

/** A client id of Yjs that a browser may take; those below are the server's own. */
const ClientId = z.int().min(1_000).max(0xffff_ffff);

const Name = z.string().max(100);
const base64 = (bytes: number) => z.base64().max(4 * Math.ceil(bytes / 3));

/** What a client asks of documents; each is answered. Bytes are base64 of Yjs' first form. */
export const documentRequests = {
  /** Opens a document with the client id under which this tab writes, and what it has of it already (`vector`). */
  open: z.strictObject({ document: Name, client: ClientId, vector: base64(160 * 1024) }),
  /** The next part of what `open` or `version` began to give. */
  more: z.strictObject({ document: Name, at: z.int().positive() }),
  /** An update, or a part of one that goes in several; the last one is answered when it is on disk. */
  update: z.strictObject({
    document: Name,
    bytes: base64(limits.documentPartBytes),
    part: z.strictObject({ at: z.int().nonnegative(), isLast: z.boolean() }).optional(),
  }),
  leave: z.strictObject({ document: Name }),
  /** Compares what this tab shows with what the server has, by hashes of the history and of the text. */
  check: z.strictObject({ document: Name, history: z.string().max(32), hash: z.string().max(32) }),
  versions: z.strictObject({ document: Name }),
  version: z.strictObject({ document: Name, version: Id }),
  /** Keeps what the document is now under a name, or (`restored`) before an older version takes its place. */
  name: z.strictObject({
    document: Name,
    version: Id,
    kind: z.enum(['named', 'restored']),
    title: z
      .string()
      .trim()
      .min(1)
      .max(limits.titleGraphemes * 4),
  }),
  /** Whose each client id is. */
  authors: z.strictObject({ document: Name }),
} as const;

export type DocumentRequests = typeof documentRequests;
export type DocumentRequestName = keyof DocumentRequests;
export type DocumentInput<Name extends DocumentRequestName> = z.infer<DocumentRequests[Name]>;

/** Where somebody is in a document, told to the others and never kept. `state` is JSON without any name; null when they left. */
export const Caret = z.strictObject({
  document: Name,
  clock: z.int().nonnegative(),
  state: z.record(z.string().max(40), z.unknown()).nullable(),
});
export type Caret = z.infer<typeof Caret>;

/** A whole document or what a tab lacks of it (see `wholes`), in parts: the first of them, and how many characters there are in all. */
export type Parts = { bytes: string; size: number };

/** A version as lists show it; instants in ms since the epoch. `person` is null for one who was forgotten. */
export type ListedVersion = {
  version: string;
  kind: 'named' | 'restored' | 'signed' | 'auto';
  title: string | null;
  person: string | null;
  writtenAt: number;
};

/** What the server answers to each request that it does not refuse. */
export type DocumentReplies = {
  /** `since`: what was written while the whole was packed. `vector`: what the server has then. */
  open: Parts & { since: string | null; access: Access; vector: string; carets: readonly ToldCaret[] };
  more: { bytes: string };
  update: { position: number };
  leave: Record<never, never>;
  /** `different`: the same history and another text. `unlike`: one has what the other has not, so nothing is known. */
  check: { result: 'same' | 'different' | 'unlike' };
  versions: { versions: readonly ListedVersion[] };
  version: Parts;
  name: Record<never, never>;
  authors: { authors: readonly (readonly [client: number, person: string | null])[] };
};
export type DocumentReply<Name extends DocumentRequestName> = ({ ok: true } & DocumentReplies[Name]) | Refused;

/** What a slice has against an update: it writes into what is locked, or there would be more than a document of its kind holds. */
export const sliceRefusals = ['documents.locked', 'documents.crowded'] as const;
export type SliceRefusal = (typeof sliceRefusals)[number];

/** Why something about documents is refused, beside the refusals of the engine. */
export type DocumentRefusal =
  | 'documents.foreign'
  | 'documents.missing'
  | 'documents.full'
  | 'documents.closed'
  | SliceRefusal
  | 'documents.hidden';

/** A caret as it is told: of which client id and person. */
export type ToldCaret = { client: number; clock: number; person: string; state: Record<string, unknown> | null };

/** What the server tells those who have a document open. */
export type DocumentEvents = {
  update(document: string, bytes: string): void;
  carets(document: string, carets: readonly ToldCaret[]): void;
  /** What this person may do has changed; null: nothing any more, the document is closed. */
  access(document: string, access: Access | null): void;
  /** The server has put the document together again: this tab is to open it again. */
  reload(document: string): void;
};
