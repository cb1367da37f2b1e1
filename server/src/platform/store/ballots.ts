import type { Kysely, Transaction } from 'kysely';
import type { Erasing } from './erasing.ts';
import { locks } from './leases.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The ballots of anonymous polls. Nothing here tells whose they are, or when and in which order they came. */
export function ballotsIn(db: Kysely<Tables>, erasing: Erasing): Store['ballots'] {
  return {
    async load(dialogue, run) {
      const row = await db
        .selectFrom('ballot_box')
        .select('ballots')
        .where('dialogue', '=', dialogue)
        .where('run', '=', run)
        .executeTakeFirst();
      return row?.ballots ?? null;
    },

    put: (lease, { run, ballots }, { after, kinds }) =>
      db.transaction().execute(async transaction => {
        // The dialogue's row is held until the end: a fact that closes the poll stands in the log before this, or comes after it.
        if (!(await locks(transaction, lease))) return 'fenced';
        if (await hasFact(transaction, lease.dialogue, after, kinds)) return 'behind';
        await transaction
          .insertInto('ballot_box')
          .values({ dialogue: lease.dialogue, run, ballots })
          .onConflict(conflict => conflict.columns(['dialogue', 'run']).doUpdateSet({ ballots }))
          .execute();
        return 'kept';
      }),

    settle: erasing.settle,

    async boxes(dialogue) {
      const rows = await db.selectFrom('ballot_box').select('run').where('dialogue', '=', dialogue).execute();
      return rows.map(({ run }) => run).sort();
    },

    async remove(dialogue, run) {
      const mark = await db.transaction().execute(async transaction => {
        await transaction.deleteFrom('ballot_box').where('dialogue', '=', dialogue).where('run', '=', run).execute();
        return erasing.mark(transaction);
      });
      await erasing.clean(mark);
    },
  };
}

async function hasFact(
  db: Transaction<Tables>,
  dialogue: string,
  after: number,
  kinds: readonly string[],
): Promise<boolean> {
  const row = await db
    .selectFrom('fact')
    .select('seq')
    .where('dialogue', '=', dialogue)
    .where('seq', '>', after)
    .where('kind', 'in', kinds)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
