import { firstOfPeople } from '@multaqa/shared/documents/names';
import type { DocumentRefusal } from '@multaqa/shared/documents/wire';
import { limits } from '@multaqa/shared/limits';
import type { EngineRefusal } from '@multaqa/shared/protocol';
import type { DocumentClient, Writer } from '../platform/store/store.ts';
import type { Contents } from './decode.ts';

/** What is known of a document while updates that came together are judged one after another. */
export type Standing = {
  /** How far a client has come in the document. */
  clockOf(client: number): number;
  /** How far clients come with the updates that were judged before. */
  moved: Map<number, number>;
  /** Whose each client id is. */
  owners: ReadonlyMap<number, Writer>;
  /** How many parts lie above a piece; null for one that is not in the document yet. */
  depthOf(id: { client: number; clock: number }): number | null;
  /** True when all of this is deleted already. */
  isDeleted(pieces: Contents['deletions'][number]): boolean;
  /** Ids that somebody uses for the first time among these updates. */
  claimed: Map<number, Writer>;
  /** What the slice of the document has against it; null for nothing. */
  objection(contents: Contents, person: Writer): Refusal | null;
};

export type Verdict = { ok: true; claims: DocumentClient[]; isNew: boolean } | { ok: false; refusal: Refusal };
type Refusal = DocumentRefusal | EngineRefusal;

/**
 * Whether somebody may write this. All pieces are theirs: of client ids that are theirs for good, or free. Nothing that it refers to is
 * missing, so that Yjs puts all of it in at once and keeps nothing waiting, and the slice has nothing against it. Moves the standing on
 * when it may be written.
 *
 * An id that is not bound to a person lets anybody take the next clock of somebody else: what the owner wrote there is then dropped as
 * known, on the server alone and without an error (seen with Yjs 13.6.33).
 */
export function judge(contents: Contents | null, person: Writer, standing: Standing): Verdict {
  if (!contents) return { ok: false, refusal: 'malformed' };
  const { moved, owners, claimed } = standing;
  const clockOf = (client: number) => moved.get(client) ?? standing.clockOf(client);
  const known = (client: number) => (owners.has(client) ? owners : claimed);
  const claims = contents.clients
    .filter(({ client }) => !known(client).has(client))
    .map(({ client }): DocumentClient => ({ client, person }));
  const isForeign = ({ client }: { client: number }) =>
    known(client).has(client) ? known(client).get(client) !== person : client < firstOfPeople;
  if (contents.clients.some(isForeign)) return { ok: false, refusal: 'documents.foreign' };
  if (owners.size + claimed.size + claims.length > limits.clientsPerDocument)
    return { ok: false, refusal: 'documents.full' };
  if (!isRooted(contents, clockOf)) return { ok: false, refusal: 'documents.missing' };
  const depth = deepest(contents, standing);
  if (depth === null) return { ok: false, refusal: 'busy' };
  if (depth > limits.documentDepth) return { ok: false, refusal: 'malformed' };
  const isNew =
    contents.deletions.some(deleted => !standing.isDeleted(deleted)) ||
    contents.clients.some(({ client, to }) => to > clockOf(client));
  const objection = isNew ? standing.objection(contents, person) : null;
  if (objection) return { ok: false, refusal: objection };
  for (const { client, to } of contents.clients) moved.set(client, Math.max(to, clockOf(client)));
  for (const { client } of claims) claimed.set(client, person);
  return { ok: true, claims, isNew };
}

const isRooted = ({ clients, needs }: Contents, clockOf: (client: number) => number): boolean =>
  clients.every(({ client, from }) => from <= clockOf(client)) &&
  needs.every(({ client, upTo }) => upTo <= clockOf(client));

/** How deep the document would become; null when that rests on a piece that is being written at this moment. */
function deepest({ depths }: Contents, { depthOf }: Standing): number | null {
  let most = 0;
  for (const { below, depth } of depths) {
    const above = below ? depthOf(below) : 0;
    if (above === null) return null;
    most = Math.max(most, above + depth);
  }
  return most;
}
