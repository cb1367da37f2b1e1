import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { createBallotBoxes } from './ballot-migrations.ts';
import { createDocuments, createNoticed } from './document-migrations.ts';
import type { Tables } from './tables.ts';

/** Brings the tables to the newest form; all of it or, after a crash or an error, nothing. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/** In order of their names. A released one never changes: a change of the tables is a new one. */
const migrations: Record<string, Migration> = {
  '0001-log': { up: createLog },
  '0002-doors': { up: createDoors },
  '0003-jobs': { up: createJobs },
  '0004-queues': { up: addQueues },
  '0005-snapshot-parts': { up: divideSnapshots },
  '0006-excerpts': { up: createExcerpts },
  '0007-files': { up: createFiles },
  '0008-documents': { up: createDocuments },
  '0009-noticed-documents': { up: createNoticed },
  '0010-ballot-boxes': { up: createBallotBoxes },
};

async function createLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dialogue')
    .addColumn('dialogue', 'text', column => column.primaryKey())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('deadline', 'bigint')
    .addColumn('effect_cursor', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('node', 'text')
    .addColumn('epoch', 'bigint', column => column.notNull().defaultTo(0))
    .addColumn('lease_until', 'bigint', column => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('dialogue_deadline').on('dialogue').column('deadline').execute();
  await db.schema
    .createTable('fact')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('actor', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('v', 'integer', column => column.notNull())
    .addColumn('data', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('fact_position', ['dialogue', 'seq'])
    .execute();
  await db.schema
    .createTable('fact_personal')
    .addColumn('dialogue', 'text', column => column.notNull())
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('person', 'text', column => column.notNull())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('email', 'text')
    .addPrimaryKeyConstraint('fact_personal_position', ['dialogue', 'seq'])
    .addForeignKeyConstraint('fact_personal_fact', ['dialogue', 'seq'], 'fact', ['dialogue', 'seq'])
    .execute();
  await db.schema
    .createTable('accepted_command')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('command', 'text', column => column.notNull())
    .addColumn('actor', 'text', column => column.notNull())
    .addColumn('seq', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('accepted_command_once', ['dialogue', 'command'])
    .execute();
  await db.schema
    .createTable('snapshot')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('snapshot_position', ['dialogue', 'seq'])
    .execute();
}

async function createDoors(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('join_link')
    .addColumn('hash', 'text', column => column.primaryKey())
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('person', 'text', column => column.notNull())
    .addColumn('version', 'bigint', column => column.notNull())
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createTable('account')
    .addColumn('account', 'text', column => column.primaryKey())
    .addColumn('name', 'text', column => column.notNull())
    .addColumn('email', 'text')
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute();
  await db.schema
    .createTable('account_dialogue')
    .addColumn('account', 'text', column => column.notNull().references('account.account'))
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('person', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('account_dialogue_seat', ['account', 'dialogue'])
    .execute();
  await db.schema
    .createTable('organiser_link')
    .addColumn('hash', 'text', column => column.primaryKey())
    .addColumn('account', 'text', column => column.notNull().references('account.account'))
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addColumn('used_at', 'bigint')
    .execute();
  await db.schema
    .createTable('sign_in')
    .addColumn('sign_in', 'text', column => column.primaryKey())
    .addColumn('hash', 'text', column => column.notNull().unique())
    .addColumn('account', 'text', column => column.references('account.account'))
    .addColumn('created_at', 'bigint', column => column.notNull())
    .execute();
  await db.schema
    .createTable('entry')
    .addColumn('sign_in', 'text', column => column.notNull().references('sign_in.sign_in').onDelete('cascade'))
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('person', 'text', column => column.notNull())
    .addColumn('version', 'bigint')
    .addPrimaryKeyConstraint('entry_per_dialogue', ['sign_in', 'dialogue'])
    .execute();
}

async function createJobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('key', 'text', column => column.primaryKey())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('data', 'text', column => column.notNull())
    .addColumn('due', 'bigint', column => column.notNull())
    .addColumn('attempts', 'integer', column => column.notNull())
    .addColumn('taken_until', 'bigint', column => column.notNull())
    .addColumn('status', 'text', column => column.notNull())
    .execute();
  await db.schema.createIndex('job_due').on('job').columns(['status', 'due']).execute();
  await db.schema
    .createTable('probe')
    .addColumn('probe', 'integer', column => column.primaryKey())
    .addColumn('writes', 'bigint', column => column.notNull())
    .execute();
}

async function addQueues(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('job')
    .addColumn('queue', 'text', column => column.notNull().defaultTo('mail'))
    .execute();
  await db.schema.alterTable('job').addColumn('reason', 'text').execute();
  await db.schema.dropIndex('job_due').execute();
  await db.schema.createIndex('job_due').on('job').columns(['queue', 'status', 'due']).execute();
}

/** Snapshots are made again from the log. */
async function divideSnapshots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('dialogue')
    .addColumn('erased_at', 'bigint', column => column.notNull().defaultTo(0))
    .execute();
  await db.schema.dropTable('snapshot').execute();
  await db.schema
    .createTable('snapshot')
    .addColumn('dialogue', 'text', column => column.primaryKey().references('dialogue.dialogue'))
    .addColumn('seq', 'bigint', column => column.notNull())
    .addColumn('slices', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('snapshot_part')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('slice', 'text', column => column.notNull())
    .addColumn('key', 'text', column => column.notNull())
    .addColumn('text', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('snapshot_part_key', ['dialogue', 'slice', 'key'])
    .execute();
}

async function createExcerpts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outline')
    .addColumn('dialogue', 'text', column => column.primaryKey().references('dialogue.dialogue'))
    .addColumn('form', 'integer', column => column.notNull())
    .addColumn('outline', 'text', column => column.notNull())
    .execute();
  await db.schema
    .createTable('member')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('person', 'text', column => column.notNull())
    .addColumn('role', 'text')
    .addColumn('link', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('member_once', ['dialogue', 'person'])
    .execute();
}

async function createFiles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('file')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('file', 'text', column => column.notNull())
    .addColumn('size', 'bigint', column => column.notNull())
    .addColumn('parts', 'integer', column => column.notNull())
    .addColumn('type', 'text')
    .addColumn('created_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('file_once', ['dialogue', 'file'])
    .execute();
  await db.schema
    .createTable('file_part')
    .addColumn('dialogue', 'text', column => column.notNull())
    .addColumn('file', 'text', column => column.notNull())
    .addColumn('at', 'integer', column => column.notNull())
    .addColumn('base64', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('file_part_place', ['dialogue', 'file', 'at'])
    .addForeignKeyConstraint('file_part_file', ['dialogue', 'file'], 'file', ['dialogue', 'file'], constraint =>
      constraint.onDelete('cascade'),
    )
    .execute();
}
