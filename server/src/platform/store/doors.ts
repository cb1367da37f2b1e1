import type { Kysely } from 'kysely';
import { accountsIn, organiserLinksIn } from './accounts.ts';
import { browsersIn } from './browsers.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Links, organisers' accounts and sign-ins. */
export const doorsIn = (db: Kysely<Tables>): Store['doors'] => ({
  ...joinLinksIn(db),
  ...accountsIn(db),
  ...organiserLinksIn(db),
  ...browsersIn(db),
});

function joinLinksIn(db: Kysely<Tables>): Pick<Store['doors'], 'putLink' | 'findLink'> {
  return {
    async putLink({ hash, dialogue, person, version, createdAt }) {
      await db
        .insertInto('join_link')
        .values({ hash, dialogue, person, version, created_at: createdAt })
        .onConflict(conflict => conflict.column('hash').doUpdateSet({ version }))
        .execute();
    },

    async findLink(hash) {
      const row = await db.selectFrom('join_link').selectAll().where('hash', '=', hash).executeTakeFirst();
      if (!row) return null;
      const { created_at, ...link } = row;
      return { ...link, createdAt: created_at };
    },
  };
}
