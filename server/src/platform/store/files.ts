import type { Kysely } from 'kysely';
import type { Store, StoredFile } from './store.ts';
import type { Tables } from './tables.ts';

/** Files that people gave a dialogue, in parts that come one after another. */
export function filesIn(db: Kysely<Tables>): Store['files'] {
  const find: Store['files']['find'] = async (dialogue, file) => {
    const row = await rowsOf(db, dialogue).where('file', '=', file).executeTakeFirst();
    return row ? asFile(row) : null;
  };

  return {
    begin: (dialogue, { file, size, createdAt }, most) =>
      db.transaction().execute(async transaction => {
        // The dialogue's row is held until the end, so that of two files that come at once the second finds the first counted.
        await transaction
          .updateTable('dialogue')
          .set(({ ref }) => ({ seq: ref('seq') }))
          .where('dialogue', '=', dialogue)
          .execute();
        const rows = await rowsOf(transaction, dialogue).execute();
        const known = rows.find(row => row.file === file);
        if (known) return known.size === size ? 'begun' : 'taken';
        const bytes = rows.reduce((sum, row) => sum + row.size, size);
        if (rows.length >= most.files || bytes > most.bytes) return 'full';
        const row = { dialogue, file, size, parts: 0, type: null, created_at: createdAt };
        await transaction.insertInto('file').values(row).execute();
        return 'begun';
      }),

    find,

    async all(dialogue) {
      return (await rowsOf(db, dialogue).orderBy('created_at').orderBy('file').execute()).map(asFile);
    },

    addPart: (dialogue, file, at, base64) =>
      db.transaction().execute(async transaction => {
        const { numUpdatedRows } = await transaction
          .updateTable('file')
          .set({ parts: at + 1 })
          .where('dialogue', '=', dialogue)
          .where('file', '=', file)
          .where('parts', '=', at)
          .where('type', 'is', null)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        await transaction.insertInto('file_part').values({ dialogue, file, at, base64 }).execute();
        return true;
      }),

    async part(dialogue, file, at) {
      const row = await db
        .selectFrom('file_part')
        .select('base64')
        .where('dialogue', '=', dialogue)
        .where('file', '=', file)
        .where('at', '=', at)
        .executeTakeFirst();
      return row?.base64 ?? null;
    },

    async complete(dialogue, file, type) {
      await db.updateTable('file').set({ type }).where('dialogue', '=', dialogue).where('file', '=', file).execute();
    },

    async remove(dialogue, files) {
      if (files.length === 0) return;
      await db.deleteFrom('file').where('dialogue', '=', dialogue).where('file', 'in', files).execute();
    },
  };
}

const rowsOf = (db: Kysely<Tables>, dialogue: string) =>
  db.selectFrom('file').select(['file', 'size', 'parts', 'type', 'created_at']).where('dialogue', '=', dialogue);

const asFile = ({ created_at, ...file }: Omit<Tables['file'], 'dialogue'>): StoredFile => ({
  ...file,
  createdAt: created_at,
});
