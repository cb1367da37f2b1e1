import type { Kysely } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** The browsers that signed in, and what each of them may enter. */
export function browsersIn(
  db: Kysely<Tables>,
): Pick<
  Store['doors'],
  | 'addSignIn'
  | 'findSignIn'
  | 'livingSignIns'
  | 'setAccount'
  | 'removeSignIn'
  | 'removeSignInsUntil'
  | 'putGrant'
  | 'grants'
> {
  return {
    async addSignIn({ signIn, hash, account, createdAt }) {
      await db.insertInto('sign_in').values({ sign_in: signIn, hash, account, created_at: createdAt }).execute();
    },

    async findSignIn(hash) {
      const row = await db
        .selectFrom('sign_in')
        .leftJoin('account', 'account.account', 'sign_in.account')
        .select(['sign_in.sign_in', 'sign_in.hash', 'sign_in.account', 'sign_in.created_at'])
        .where('sign_in.hash', '=', hash)
        .where('account.revoked_at', 'is', null)
        .executeTakeFirst();
      return row ? { hash: row.hash, signIn: row.sign_in, account: row.account, createdAt: row.created_at } : null;
    },

    async livingSignIns(signIns, after) {
      const living: string[] = [];
      for (let at = 0; at < signIns.length; at += 500) {
        const rows = await db
          .selectFrom('sign_in')
          .leftJoin('account', 'account.account', 'sign_in.account')
          .select('sign_in')
          .where('sign_in', 'in', signIns.slice(at, at + 500))
          .where('sign_in.created_at', '>', after)
          .where('account.revoked_at', 'is', null)
          .execute();
        living.push(...rows.map(row => row.sign_in));
      }
      return living;
    },

    async setAccount(signIn, account) {
      await db.updateTable('sign_in').set({ account }).where('sign_in', '=', signIn).execute();
    },

    async removeSignIn(signIn) {
      await db.deleteFrom('sign_in').where('sign_in', '=', signIn).execute();
    },

    async removeSignInsUntil(instant) {
      await db.deleteFrom('sign_in').where('created_at', '<=', instant).execute();
    },

    async putGrant(signIn, { dialogue, person, version }) {
      await db
        .insertInto('entry')
        .values({ sign_in: signIn, dialogue, person, version })
        .onConflict(conflict => conflict.columns(['sign_in', 'dialogue']).doUpdateSet({ person, version }))
        .execute();
    },

    grants: signIn =>
      db.selectFrom('entry').select(['dialogue', 'person', 'version']).where('sign_in', '=', signIn).execute(),
  };
}
