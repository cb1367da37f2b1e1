import type { ExpressionBuilder, Kysely, Transaction } from 'kysely';
import type { Lease } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Takes the right to write for `ms` milliseconds and raises the epoch, which ends every earlier lease. A node that
 * still holds it takes it again at once: after a crash it need not wait for its former self.
 */
export async function takeLease(
  db: Kysely<Tables>,
  dialogue: string,
  node: string,
  now: number,
  ms: number,
): Promise<Lease | null> {
  const taken = await db
    .updateTable('dialogue')
    .set(({ eb }) => ({ node, epoch: eb('epoch', '+', 1), lease_until: now + ms }))
    .where('dialogue', '=', dialogue)
    .where(({ eb, or }) =>
      or([
        eb('node', 'is', null),
        eb('node', '=', node),
        eb('lease_until', '<=', now),
        // No lease is that long: it was taken by a clock that was wrong.
        eb('lease_until', '>', now + 2 * ms),
      ]),
    )
    .returning('epoch')
    .executeTakeFirst();
  return taken ? { dialogue, node, epoch: taken.epoch } : null;
}

/** False when another lease has ended this one. */
export async function renewLease(db: Kysely<Tables>, lease: Lease, now: number, ms: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dialogue')
    .set({ lease_until: now + ms })
    .where(held(lease))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives a lease back; nothing when another node has it. */
export async function releaseLease(db: Kysely<Tables>, lease: Lease): Promise<void> {
  await db.updateTable('dialogue').set({ node: null, lease_until: 0 }).where(held(lease)).execute();
}

/** True while this lease is the newest one of its dialogue. */
export async function holds(db: Kysely<Tables>, lease: Lease): Promise<boolean> {
  return (await db.selectFrom('dialogue').select('dialogue').where(held(lease)).executeTakeFirst()) !== undefined;
}

/** Holds the dialogue's row until the end of the transaction; false when another lease has ended this one. */
export async function locks(db: Transaction<Tables>, lease: Lease): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('dialogue')
    .set(({ ref }) => ({ epoch: ref('epoch') }))
    .where(held(lease))
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The dialogue's row, if the lease is still the newest one. Time plays no part: an overdue lease that nobody took holds. */
export const held =
  ({ dialogue, node, epoch }: Lease) =>
  ({ and, eb }: ExpressionBuilder<Tables, 'dialogue'>) =>
    and([eb('dialogue', '=', dialogue), eb('node', '=', node), eb('epoch', '=', epoch)]);
