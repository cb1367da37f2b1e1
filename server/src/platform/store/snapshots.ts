import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { held } from './leases.ts';
import type { Lease, Snapshot, SnapshotIndex } from './store.ts';
import type { Tables } from './tables.ts';

/** Of each slice the form it is written in, and the checksum of each part. */
type Sums = { [slice: string]: { version: number; parts: { [key: string]: string } } };

/** Writes the parts that have changed, and the index of all. */
export function saveSnapshot(
  db: Kysely<Tables>,
  lease: Lease,
  { seq, slices }: Snapshot,
): Promise<'saved' | 'fenced' | 'incomplete' | 'outdated'> {
  const { dialogue } = lease;
  return db.transaction().execute(async transaction => {
    // An update and not a read: it holds the dialogue's row until the end, so that neither a newer lease nor an erasure comes between.
    const row = await transaction
      .updateTable('dialogue')
      .set(({ ref }) => ({ epoch: ref('epoch') }))
      .where(held(lease))
      .returning('erased_at')
      .executeTakeFirst();
    if (!row) return 'fenced';
    if (seq < row.erased_at) return 'outdated';
    const before = (await readIndex(transaction, dialogue))?.sums ?? {};
    const sums = sumsOf(slices, before);
    if (!sums) return 'incomplete';
    for (const { slice, key, text } of partsIn(slices))
      if (text !== null) await putPart(transaction, { dialogue, slice, key, text });
    const isGone = ({ slice, key }: { slice: string; key: string }) => sums[slice]?.parts[key] === undefined;
    for (const { slice, key } of partsIn(before).filter(isGone))
      await removePart(transaction, { dialogue, slice, key });
    await putIndex(transaction, dialogue, seq, JSON.stringify(sums));
    return 'saved';
  });
}

const partsIn = <Text>(slices: { readonly [slice: string]: { readonly parts: { readonly [key: string]: Text } } }) =>
  Object.entries(slices).flatMap(([slice, { parts }]) =>
    Object.entries(parts).map(([key, text]) => ({ slice, key, text })),
  );

function sumsOf(slices: Snapshot['slices'], before: Sums): Sums | null {
  const sums: Sums = {};
  for (const [slice, { version, parts }] of Object.entries(slices)) {
    const all: { [key: string]: string } = {};
    for (const [key, text] of Object.entries(parts)) {
      const sum = text === null ? before[slice]?.parts[key] : checksum(text);
      if (sum === undefined) return null;
      all[key] = sum;
    }
    sums[slice] = { version, parts: all };
  }
  return sums;
}

const putPart = (db: Transaction<Tables>, part: Tables['snapshot_part']) =>
  db
    .insertInto('snapshot_part')
    .values(part)
    .onConflict(conflict => conflict.columns(['dialogue', 'slice', 'key']).doUpdateSet({ text: part.text }))
    .execute();

const removePart = (db: Transaction<Tables>, { dialogue, slice, key }: Omit<Tables['snapshot_part'], 'text'>) =>
  db
    .deleteFrom('snapshot_part')
    .where('dialogue', '=', dialogue)
    .where('slice', '=', slice)
    .where('key', '=', key)
    .execute();

function putIndex(db: Transaction<Tables>, dialogue: string, seq: number, slices: string) {
  const sha256 = checksum(`${seq}\n${slices}`);
  return db
    .insertInto('snapshot')
    .values({ dialogue, seq, slices, sha256 })
    .onConflict(conflict => conflict.column('dialogue').doUpdateSet({ seq, slices, sha256 }))
    .execute();
}

/** Removes the snapshot of a dialogue with all of its parts. */
export async function removeSnapshot(db: Transaction<Tables>, dialogue: string): Promise<void> {
  await db.deleteFrom('snapshot_part').where('dialogue', '=', dialogue).execute();
  await db.deleteFrom('snapshot').where('dialogue', '=', dialogue).execute();
}

/** What the snapshot of a dialogue holds; null when there is none, or its checksum does not hold. */
export async function snapshotIndex(db: Kysely<Tables>, dialogue: string): Promise<SnapshotIndex | null> {
  const index = await readIndex(db, dialogue);
  return (
    index && {
      seq: index.seq,
      slices: Object.fromEntries(
        Object.entries(index.sums).map(([slice, { version, parts }]) => [slice, { version, keys: Object.keys(parts) }]),
      ),
    }
  );
}

/** The texts of parts, in the order of the keys; null for what is damaged, or no longer part of the snapshot at this position. */
export async function snapshotParts(
  db: Kysely<Tables>,
  dialogue: string,
  { seq, slice, keys }: { seq: number; slice: string; keys: readonly string[] },
): Promise<(string | null)[]> {
  const index = await readIndex(db, dialogue);
  const sums = index?.seq === seq ? index.sums[slice]?.parts : undefined;
  if (!sums || keys.length === 0) return keys.map(() => null);
  const rows = await db
    .selectFrom('snapshot_part')
    .select(['key', 'text'])
    .where('dialogue', '=', dialogue)
    .where('slice', '=', slice)
    .where('key', 'in', keys)
    .execute();
  const texts = new Map(rows.map(({ key, text }) => [key, text]));
  return keys.map(key => {
    const text = texts.get(key);
    return text !== undefined && checksum(text) === sums[key] ? text : null;
  });
}

/** The checksum covers the position too: the right state at the wrong place would be as wrong as a damaged one. */
async function readIndex(db: Kysely<Tables>, dialogue: string): Promise<{ seq: number; sums: Sums } | null> {
  const row = await db
    .selectFrom('snapshot')
    .select(['seq', 'slices', 'sha256'])
    .where('dialogue', '=', dialogue)
    .executeTakeFirst();
  if (!row || checksum(`${row.seq}\n${row.slices}`) !== row.sha256) return null;
  return { seq: row.seq, sums: JSON.parse(row.slices) as Sums };
}

const checksum = (text: string): string => createHash('sha256').update(text).digest('hex');
