import type { IncomingMessage } from 'node:http';
import { type DocumentId, documentName, parseDocumentName } from '@multaqa/shared/documents/names';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Access } from '@multaqa/shared/kernel/documents';
import { visitorOf } from '../../dialogue/admission.ts';
import type { Dialogues } from '../../dialogue/dialogues.ts';
import { Refused } from '../../platform/http.ts';
import type { Identity } from '../../platform/identity.ts';

/** Who asks for something of a board, and what they may do with it now. */
export type BoardVisitor = {
  dialogue: string;
  state: State;
  document: DocumentId;
  name: string;
  access: Access;
};

/** The kinds of documents that are boards: what a room shares, and what only hosts see over it. */
export type BoardKind = 'board' | 'hostboard';

/** Throws the same refusal for a board that there is not, and for one that somebody may not read. */
export async function boardVisitor(
  ports: { dialogues: Dialogues; identity: Identity },
  request: Pick<IncomingMessage, 'headers'> & { params: { readonly [name: string]: unknown } },
  kind: BoardKind = 'board',
): Promise<BoardVisitor> {
  const { session, place } = request.params;
  const document = parseDocumentName(`${kind}:${session}/${place}`);
  const visitor = await visitorOf(ports, request, request.params.dialogue);
  const { rules, clock } = ports.dialogues;
  const access =
    visitor &&
    document &&
    rules.documentAccess(visitor.state, visitor.person, document.kind, document.room, clock.now());
  if (!visitor || !document || !access) throw new Refused('unknown');
  return { dialogue: visitor.dialogue, state: visitor.state, document, name: documentName(document), access };
}
