import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { locks } from './leases.ts';
import { inParts } from './log.ts';
import type { AppendResult, DocumentBatch, DocumentSnapshot, DocumentVersion, Lease, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** What people write together: updates in order, whole documents at some positions, and whose each client id is. */
export function documentsIn(db: Kysely<Tables>): Store['documents'] {
  return {
    load: (dialogue, document) =>
      db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async transaction => {
          const snapshot = (await snapshots(transaction, dialogue, document)).find(isSound) ?? null;
          const updates = await updatesAfter(transaction, dialogue, document, snapshot?.at ?? 0);
          const clients = await clientsOf(transaction, dialogue, document);
          return {
            snapshot: snapshot && { at: snapshot.at, whole: snapshot.base64 },
            updates: updates.map(({ written_at, ...update }) => ({ ...update, writtenAt: written_at })),
            clients,
            at: updates.at(-1)?.at ?? snapshot?.at ?? 0,
          };
        }),

    append: (lease, now, batches) => append(db, lease, now, batches),

    saveSnapshot: (lease, document, snapshot) =>
      db.transaction().execute(async transaction => {
        if (!(await locks(transaction, lease))) return 'fenced';
        return saveSnapshot(transaction, lease.dialogue, document, snapshot);
      }),

    addVersion: (lease, document, version, autos) =>
      db.transaction().execute(async transaction => {
        if (!(await locks(transaction, lease))) return 'fenced';
        const { writtenAt, whole, ...rest } = version;
        const row = { dialogue: lease.dialogue, document, ...rest, base64: whole, written_at: writtenAt };
        await transaction.insertInto('document_version').values(row).execute();
        await thin(transaction, lease.dialogue, document, autos);
        return 'added';
      }),

    async versions(dialogue, document) {
      const rows = await db
        .selectFrom('document_version')
        .select(['version', 'kind', 'title', 'person', 'written_at', 'at'])
        .where('dialogue', '=', dialogue)
        .where('document', '=', document)
        .orderBy('written_at')
        .orderBy('version')
        .execute();
      return rows.map(({ written_at, ...version }): DocumentVersion => ({ ...version, writtenAt: written_at }));
    },

    async version(dialogue, document, version) {
      const row = await db
        .selectFrom('document_version')
        .select('base64')
        .where('dialogue', '=', dialogue)
        .where('document', '=', document)
        .where('version', '=', version)
        .executeTakeFirst();
      return row?.base64 ?? null;
    },

    async notice(dialogue, document, at) {
      await db
        .insertInto('document_noticed')
        .values({ dialogue, document, at })
        .onConflict(conflict =>
          conflict.columns(['dialogue', 'document']).doUpdateSet({ at }).where('document_noticed.at', '<', at),
        )
        .execute();
    },

    async unnoticed(dialogue) {
      const tails = new Map<string, number>();
      for (const table of ['document_snapshot', 'document_update'] as const) {
        const rows = await db
          .selectFrom(table)
          .select(({ fn }) => ['document', fn.max('at').as('at')])
          .where('dialogue', '=', dialogue)
          .groupBy('document')
          .execute();
        for (const { document, at } of rows) tails.set(document, Math.max(at, tails.get(document) ?? 0));
      }
      const noticed = await db
        .selectFrom('document_noticed')
        .select(['document', 'at'])
        .where('dialogue', '=', dialogue)
        .execute();
      for (const { document, at } of noticed) if (at >= (tails.get(document) ?? 0)) tails.delete(document);
      return [...tails.keys()].sort();
    },
  };
}

/** Somebody who is to be forgotten wrote none of it any more; what they wrote stays, and so do their client ids. */
export async function forgetWriter(db: Transaction<Tables>, dialogue: string, person: string): Promise<void> {
  for (const table of ['document_update', 'document_client', 'document_version'] as const)
    await db
      .updateTable(table)
      .set({ person: null })
      .where('dialogue', '=', dialogue)
      .where('person', '=', person)
      .execute();
}

async function append(
  db: Kysely<Tables>,
  lease: Lease,
  now: number,
  batches: readonly DocumentBatch[],
): Promise<AppendResult> {
  const { dialogue } = lease;
  try {
    return await db.transaction().execute(async transaction => {
      if (!(await locks(transaction, lease))) return 'fenced';
      await addUpdates(transaction, dialogue, now, batches);
      await addClients(transaction, dialogue, batches);
      return 'appended';
    });
  } catch (error) {
    if (error instanceof Taken) return 'conflict';
    throw error;
  }
}

class Taken extends Error {}

async function addUpdates(
  db: Transaction<Tables>,
  dialogue: string,
  now: number,
  batches: readonly DocumentBatch[],
): Promise<void> {
  const rows = batches.flatMap(({ document, after, updates }) =>
    updates.map((update, place) => ({ dialogue, document, at: after + place + 1, ...update, written_at: now })),
  );
  for (const part of inParts(rows)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('document_update')
      .values(part)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== BigInt(part.length)) throw new Taken();
  }
}

async function addClients(db: Transaction<Tables>, dialogue: string, batches: readonly DocumentBatch[]): Promise<void> {
  for (const { document, clients } of batches)
    for (const { client, person } of clients) {
      const row = { dialogue, document, client, person };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('document_client')
        .values(row)
        .onConflict(conflict => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 0n && (await ownerOf(db, row)) !== person) throw new Taken();
    }
}

async function ownerOf(
  db: Transaction<Tables>,
  { dialogue, document, client }: Pick<Tables['document_client'], 'dialogue' | 'document' | 'client'>,
): Promise<string | null> {
  const row = await db
    .selectFrom('document_client')
    .select('person')
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .where('client', '=', client)
    .executeTakeFirst();
  return row?.person ?? null;
}

async function saveSnapshot(
  db: Transaction<Tables>,
  dialogue: string,
  document: string,
  { at, whole: base64, vector }: DocumentSnapshot,
): Promise<'saved' | 'worse'> {
  const [before] = (await snapshots(db, dialogue, document)).filter(isSound);
  if (before && (before.at >= at || !reaches(vector, JSON.parse(before.vector)))) return 'worse';
  const row = { dialogue, document, at, base64, vector: JSON.stringify(vector) };
  await db
    .insertInto('document_snapshot')
    .values({ ...row, sha256: checksum(row) })
    // One that stands at this place already is not sound, or it would be the one before.
    .onConflict(conflict =>
      conflict
        .columns(['dialogue', 'document', 'at'])
        .doUpdateSet({ base64, vector: row.vector, sha256: checksum(row) }),
    )
    .execute();
  const [kept] = await snapshots(db, dialogue, document);
  if (!kept || kept.base64 !== base64 || !isSound(kept)) throw new Error('the database did not keep a document');
  // What the one before has in it is let go; the updates since then make this one again if it is damaged.
  const upTo = before?.at ?? 0;
  for (const [table, bound] of [
    ['document_snapshot', upTo - 1],
    ['document_update', upTo],
  ] as const)
    await db
      .deleteFrom(table)
      .where('dialogue', '=', dialogue)
      .where('document', '=', document)
      .where('at', '<=', bound)
      .execute();
  return 'saved';
}

/** True when every client has come at least as far as before. */
const reaches = (vector: DocumentSnapshot['vector'], before: DocumentSnapshot['vector']): boolean =>
  Object.entries(before).every(([client, clock]) => (vector[client] ?? 0) >= clock);

/** The snapshots of a document, the newest first. */
const snapshots = (db: Kysely<Tables>, dialogue: string, document: string) =>
  db
    .selectFrom('document_snapshot')
    .selectAll()
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .orderBy('at', 'desc')
    .execute();

const isSound = (row: Tables['document_snapshot']): boolean => checksum(row) === row.sha256;

/** It covers the place too: the right document at the wrong position would be as wrong as a damaged one. */
const checksum = ({ document, at, base64, vector }: Omit<Tables['document_snapshot'], 'sha256'>): string =>
  createHash('sha256').update(`${document}\n${at}\n${vector}\n${base64}`).digest('hex');

const updatesAfter = (db: Kysely<Tables>, dialogue: string, document: string, after: number) =>
  db
    .selectFrom('document_update')
    .select(['at', 'person', 'base64', 'written_at'])
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .where('at', '>', after)
    .orderBy('at')
    .execute();

const clientsOf = (db: Kysely<Tables>, dialogue: string, document: string) =>
  db
    .selectFrom('document_client')
    .select(['client', 'person'])
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .execute();

/** Lets go of the oldest versions that nobody named, so that `autos` stay. */
async function thin(db: Transaction<Tables>, dialogue: string, document: string, autos: number): Promise<void> {
  const rows = await db
    .selectFrom('document_version')
    .select('version')
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .where('kind', '=', 'auto')
    .orderBy('written_at', 'desc')
    .orderBy('version', 'desc')
    .execute();
  const old = rows.slice(autos).map(({ version }) => version);
  if (old.length === 0) return;
  await db
    .deleteFrom('document_version')
    .where('dialogue', '=', dialogue)
    .where('document', '=', document)
    .where('version', 'in', old)
    .execute();
}
