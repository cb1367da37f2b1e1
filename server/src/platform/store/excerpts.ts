import type { Role } from '@multaqa/shared/kernel/messages';
import type { Kysely, Transaction } from 'kysely';
import type { Excerpt, Listed } from './store.ts';
import type { Tables } from './tables.ts';

/** Writes an excerpt; the caller holds the dialogue's row. Members that it does not name stay as they are. */
export async function writeExcerpt(db: Transaction<Tables>, dialogue: string, { form, outline, members }: Excerpt) {
  await db
    .insertInto('outline')
    .values({ dialogue, form, outline })
    .onConflict(conflict => conflict.column('dialogue').doUpdateSet({ form, outline }))
    .execute();
  for (const { person, role, link } of members)
    await db
      .insertInto('member')
      .values({ dialogue, person, role, link })
      .onConflict(conflict => conflict.columns(['dialogue', 'person']).doUpdateSet({ role, link }))
      .execute();
}

/** Keeps the excerpt of a state, unless the log has moved on from it. */
export function putExcerpt(db: Kysely<Tables>, dialogue: string, seq: number, excerpt: Excerpt): Promise<void> {
  return db.transaction().execute(async transaction => {
    // An update and not a read: it holds the dialogue's row until the end, so that no newer state comes between.
    const { numUpdatedRows } = await transaction
      .updateTable('dialogue')
      .set({ seq })
      .where('dialogue', '=', dialogue)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) await writeExcerpt(transaction, dialogue, excerpt);
  });
}

const entriesPerQuery = 500;

/** What lists tell these people of these dialogues. */
export async function listed(
  db: Kysely<Tables>,
  entries: readonly { dialogue: string; person: string }[],
): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let at = 0; at < entries.length; at += entriesPerQuery) {
    const rows = await db
      .selectFrom('outline')
      .innerJoin('member', 'member.dialogue', 'outline.dialogue')
      .select(['outline.dialogue', 'form', 'outline', 'person', 'role', 'link'])
      .where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('member.dialogue', 'member.person'),
          'in',
          entries.slice(at, at + entriesPerQuery).map(({ dialogue, person }) => tuple(dialogue, person)),
        ),
      )
      .execute();
    found.push(...rows.map(({ role, ...row }) => ({ ...row, role: role as Role | null })));
  }
  return found;
}
