import type { Kysely } from 'kysely';
import { ballotsIn } from './ballots.ts';
import { dialoguesIn } from './dialogues.ts';
import { documentsIn } from './documents.ts';
import { doorsIn } from './doors.ts';
import type { Erasing } from './erasing.ts';
import { filesIn } from './files.ts';
import { jobsIn } from './jobs.ts';
import { migrate } from './migrations.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The store on a database whose tables it brings up to date first. */
export async function storeOn(db: Kysely<Tables>, erasing: Erasing): Promise<Store> {
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    dialogues: dialoguesIn(db, erasing),
    doors: doorsIn(db),
    jobs: jobsIn(db),
    files: filesIn(db),
    documents: documentsIn(db),
    ballots: ballotsIn(db, erasing),
    probe: () => probe(db),
    close: () => db.destroy(),
  };
}

async function probe(db: Kysely<Tables>): Promise<void> {
  const { writes } = await db
    .insertInto('probe')
    .values({ probe: 1, writes: 1 })
    .onConflict(conflict => conflict.column('probe').doUpdateSet(({ eb }) => ({ writes: eb('probe.writes', '+', 1) })))
    .returning('writes')
    .executeTakeFirstOrThrow();
  const read = await db.selectFrom('probe').select('writes').where('probe', '=', 1).executeTakeFirstOrThrow();
  if (read.writes < writes) throw new Error('the database did not keep what was written');
}
