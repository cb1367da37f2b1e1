import type { Kysely } from 'kysely';

/** The ballots of anonymous polls. */
export async function createBallotBoxes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ballot_box')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('run', 'text', column => column.notNull())
    .addColumn('ballots', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('ballot_box_once', ['dialogue', 'run'])
    .execute();
}
