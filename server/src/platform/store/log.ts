import type { Recorded } from '@multaqa/shared/kernel/slice';
import { limits } from '@multaqa/shared/limits';
import type { Kysely, Transaction } from 'kysely';
import { writeExcerpt } from './excerpts.ts';
import { held, holds } from './leases.ts';
import { snapshotIndex } from './snapshots.ts';
import type { AppendResult, Batch, Done, FactRange, LoadedDialogue } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Adds a batch to its dialogue, all or nothing. The first statement checks lease and position and locks the
 * dialogue's row, so that appends to one dialogue queue behind each other. A command that was accepted before
 * is a `conflict` too: the log is newer than the sender of the batch knows.
 */
export async function append(db: Kysely<Tables>, batch: Batch): Promise<AppendResult> {
  const { lease, after, facts, done, excerpt, deadline } = batch;
  assertGapless(facts, after);
  try {
    return await db.transaction().execute(async transaction => {
      const { numUpdatedRows } = await transaction
        .updateTable('dialogue')
        .set({ seq: after + facts.length, deadline })
        .where(held(lease))
        .where('seq', '=', after)
        .executeTakeFirstOrThrow();
      if (numUpdatedRows === 0n) return (await holds(transaction, lease)) ? 'conflict' : 'fenced';
      await insertFacts(transaction, lease.dialogue, facts);
      await insertDone(transaction, lease.dialogue, done);
      if (excerpt) await writeExcerpt(transaction, lease.dialogue, excerpt);
      return 'appended';
    });
  } catch (error) {
    if (error instanceof AcceptedBefore) return 'conflict';
    throw error;
  }
}

/** What the dialogue's snapshot holds and the first facts after it, as of one instant. */
export function load(db: Kysely<Tables>, dialogue: string): Promise<LoadedDialogue> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async transaction => {
      const snapshot = await snapshotIndex(transaction, dialogue);
      const found = await facts(transaction, dialogue, { after: snapshot?.seq ?? 0 });
      const last = await transaction
        .selectFrom('fact')
        .select(['seq', 'at'])
        .where('dialogue', '=', dialogue)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      return { snapshot, facts: found, seq: last?.seq ?? 0, lastAt: last?.at ?? 0 };
    });
}

/** Those of these commands that were accepted, in the order of the log. */
export async function accepted(db: Kysely<Tables>, dialogue: string, commands: readonly string[]): Promise<Done[]> {
  const found: Done[] = [];
  for (const part of inParts(commands))
    found.push(
      ...(await db
        .selectFrom('accepted_command')
        .select(['command', 'actor', 'seq'])
        .where('dialogue', '=', dialogue)
        .where('command', 'in', part)
        .orderBy('seq')
        .execute()),
    );
  return found;
}

/** The first facts of a range, in order. */
export async function facts(
  db: Kysely<Tables>,
  dialogue: string,
  { after, upTo, slices }: FactRange,
): Promise<Recorded[]> {
  let query = factsIn(db, dialogue).where('fact.seq', '>', after).limit(limits.factsPerPage);
  if (upTo !== undefined) query = query.where('fact.seq', '<=', upTo);
  if (slices) query = query.where(({ eb, or }) => or(slices.map(slice => eb('kind', 'like', `${slice}.%`))));
  return (await query.execute()).map(recorded);
}

/** The facts of some kinds after a position, in order. */
export async function factsOfKinds(
  db: Kysely<Tables>,
  dialogue: string,
  kinds: readonly string[],
  after: number,
): Promise<Recorded[]> {
  if (kinds.length === 0) return [];
  const rows = await factsIn(db, dialogue).where('fact.seq', '>', after).where('kind', 'in', kinds).execute();
  return rows.map(recorded);
}

const factsIn = (db: Kysely<Tables>, dialogue: string) =>
  db
    .selectFrom('fact')
    .leftJoin('fact_personal', join =>
      join.onRef('fact_personal.dialogue', '=', 'fact.dialogue').onRef('fact_personal.seq', '=', 'fact.seq'),
    )
    .select(['fact.seq', 'at', 'actor', 'kind', 'v', 'data', 'person', 'name', 'email'])
    .where('fact.dialogue', '=', dialogue)
    .orderBy('fact.seq');

/** Writes facts without any check of position; the caller holds the dialogue's row. */
export async function insertFacts(db: Transaction<Tables>, dialogue: string, facts: readonly Recorded[]) {
  const rows = facts.map(({ seq, at, actor, kind, v, data }) => ({
    dialogue,
    seq,
    at,
    actor,
    kind,
    v,
    data: textOf(data),
  }));
  const personal = facts.flatMap(({ seq, personal }) => (personal ? [{ dialogue, seq, ...personal }] : []));
  for (const part of inParts(rows)) await db.insertInto('fact').values(part).execute();
  for (const part of inParts(personal)) await db.insertInto('fact_personal').values(part).execute();
}

async function insertDone(db: Transaction<Tables>, dialogue: string, done: readonly Done[]) {
  const rows = done.map(({ command, actor, seq }) => ({ dialogue, command, actor, seq }));
  for (const part of inParts(rows)) {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('accepted_command')
      .values(part)
      .onConflict(conflict => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== BigInt(part.length)) throw new AcceptedBefore();
  }
}

class AcceptedBefore extends Error {}

/** A fact's data as the database keeps it. */
export const textOf = (data: unknown): string => JSON.stringify(data ?? null);

/** Throws when a fact's position does not follow from the one before it. */
export function assertGapless(facts: readonly Recorded[], after: number): void {
  const gap = facts.findIndex((fact, at) => fact.seq !== after + at + 1);
  if (gap >= 0) throw new RangeError(`fact ${facts[gap]?.seq} cannot stand at position ${after + gap + 1}`);
}

// SQLite takes at most 32,766 parameters per statement (its SQLITE_MAX_VARIABLE_NUMBER), a fact has seven.
const rowsPerStatement = 1_000;

/** Rows in as many statements as the database needs. */
export function* inParts<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) yield rows.slice(at, at + rowsPerStatement);
}

type FactRow = Pick<Tables['fact'], 'seq' | 'at' | 'actor' | 'kind' | 'v' | 'data'> & {
  [Column in 'person' | 'name' | 'email']: string | null;
};

const recorded = ({ seq, at, actor, kind, v, data, person, name, email }: FactRow): Recorded => ({
  kind,
  v,
  data: JSON.parse(data),
  personal: person !== null && name !== null ? { person, name, email } : null,
  seq,
  at,
  actor,
});
