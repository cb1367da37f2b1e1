import type { Kysely } from 'kysely';

/** What people write together: updates, whole documents, client ids and versions. */
export async function createDocuments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_update')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('document', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('person', 'text')
    .addColumn('base64', 'text', column => column.notNull())
    .addColumn('written_at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('document_update_position', ['dialogue', 'document', 'at'])
    .execute();
  await db.schema
    .createTable('document_snapshot')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('document', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('base64', 'text', column => column.notNull())
    .addColumn('vector', 'text', column => column.notNull())
    .addColumn('sha256', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('document_snapshot_position', ['dialogue', 'document', 'at'])
    .execute();
  await db.schema
    .createTable('document_client')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('document', 'text', column => column.notNull())
    .addColumn('client', 'bigint', column => column.notNull())
    .addColumn('person', 'text')
    .addPrimaryKeyConstraint('document_client_once', ['dialogue', 'document', 'client'])
    .execute();
  await db.schema
    .createTable('document_version')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('document', 'text', column => column.notNull())
    .addColumn('version', 'text', column => column.notNull())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('title', 'text')
    .addColumn('person', 'text')
    .addColumn('written_at', 'bigint', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addColumn('base64', 'text', column => column.notNull())
    .addPrimaryKeyConstraint('document_version_once', ['dialogue', 'document', 'version'])
    .execute();
}

/** What was noticed of documents. */
export async function createNoticed(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_noticed')
    .addColumn('dialogue', 'text', column => column.notNull().references('dialogue.dialogue'))
    .addColumn('document', 'text', column => column.notNull())
    .addColumn('at', 'bigint', column => column.notNull())
    .addPrimaryKeyConstraint('document_noticed_once', ['dialogue', 'document'])
    .execute();
}
