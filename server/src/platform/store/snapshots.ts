import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { held } from './leases.ts';
import type { Lease, Snapshot } from './store.ts';
import type { Tables } from './tables.ts';

const kept = 2;

/** Adds a snapshot and removes all but the two newest. */
export function saveSnapshot(
  db: Kysely<Tables>,
  lease: Lease,
  { seq, versions, state }: Snapshot,
): Promise<'saved' | 'fenced'> {
  const text = JSON.stringify({ versions, state });
  const row = { dialogue: lease.dialogue, seq, state: text, sha256: checksum(seq, text) };
  return db.transaction().execute(async transaction => {
    // An update and not a read: it holds the dialogue's row until the end, so that no newer lease comes between.
    const { numUpdatedRows } = await transaction
      .updateTable('dialogue')
      .set(({ ref }) => ({ epoch: ref('epoch') }))
      .where(held(lease))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return 'fenced';
    await transaction
      .insertInto('snapshot')
      .values(row)
      .onConflict(conflict => conflict.columns(['dialogue', 'seq']).doUpdateSet({ state: text, sha256: row.sha256 }))
      .execute();
    const newest = await positions(transaction, lease.dialogue).limit(kept).execute();
    await transaction
      .deleteFrom('snapshot')
      .where('dialogue', '=', lease.dialogue)
      .where('seq', '<', newest.at(-1)?.seq ?? 0)
      .execute();
    return 'saved';
  });
}

/** The newest snapshot whose checksum holds; null when there is none. */
export async function newestSnapshot(db: Transaction<Tables>, dialogue: string): Promise<Snapshot | null> {
  for (const { seq, state, sha256 } of await positions(db, dialogue).select(['state', 'sha256']).execute()) {
    if (checksum(seq, state) === sha256) return { seq, ...(JSON.parse(state) as Omit<Snapshot, 'seq'>) };
  }
  return null;
}

const positions = (db: Transaction<Tables>, dialogue: string) =>
  db.selectFrom('snapshot').select('seq').where('dialogue', '=', dialogue).orderBy('seq', 'desc');

/** Covers the position too: the right state at the wrong place would be as wrong as a damaged one. */
const checksum = (seq: number, text: string): string => createHash('sha256').update(`${seq}\n${text}`).digest('hex');
