import type {
  DocumentInput,
  DocumentRefusal,
  DocumentReply,
  DocumentRequestName,
} from '@multaqa/shared/documents/wire';
import type { Access } from '@multaqa/shared/kernel/documents';
import { limits } from '@multaqa/shared/limits';
import type { EngineRefusal } from '@multaqa/shared/protocol';
import type { Logger } from '../platform/logger.ts';
import type { Store } from '../platform/store/store.ts';
import type { Carets } from './carets.ts';
import type { DialogueDocuments } from './dialogue-documents.ts';
import type { Opening, Openings } from './openings.ts';
import type { Versions } from './versions.ts';

/** One connection of a tab, and what it has open. */
export type Tab = {
  readonly dialogue: string;
  readonly person: string;
  readonly socket: string;
  readonly openings: Map<string, Opening>;
  isConnected(): boolean;
  join(document: string): void;
  leave(document: string): void;
  tell(document: string): Opening['tell'];
};

export type RequestPorts = {
  store: Pick<Store, 'documents'>;
  logger: Logger;
  openings: Openings;
  carets: Carets;
  versions: Versions;
  /** What somebody may do with a document now, by the newest state. */
  access(dialogue: string, person: string, document: string): Access | null;
  /** True where nobody is to see who wrote what. */
  hidesAuthors(dialogue: string, document: string): boolean;
  /** How many documents are in memory. */
  held(): number;
};

export type Refusal = { ok: false; refusal: DocumentRefusal | EngineRefusal };
export type Handled<Name extends DocumentRequestName> = Promise<DocumentReply<Name>>;
export type Handlers = {
  [Name in DocumentRequestName]: (tab: Tab, documents: DialogueDocuments, input: DocumentInput<Name>) => Handled<Name>;
};

/** Characters of base64 in one part. */
export const partLength = 4 * Math.ceil(limits.documentPartBytes / 3);
/** What somebody is told who may not. */
export const refuse = (refusal: Refusal['refusal']): Refusal => ({ ok: false, refusal });
