import { limits } from '@multaqa/shared/limits';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Account, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Links, organisers' accounts and sign-ins. */
export function doorsIn(db: Kysely<Tables>): Store['doors'] {
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

    async addAccount({ createdAt, revokedAt, ...account }) {
      await db
        .insertInto('account')
        .values({ ...account, created_at: createdAt, revoked_at: revokedAt })
        .execute();
    },

    findAccount: account => accountOf(db, account),

    async accounts() {
      return (await db.selectFrom('account').selectAll().orderBy('created_at').execute()).map(asAccount);
    },

    async revokeAccount(account, at) {
      await db
        .updateTable('account')
        .set({ revoked_at: at })
        .where('account', '=', account)
        .where('revoked_at', 'is', null)
        .execute();
    },

    putOrganiserLink: ({ hash, account, createdAt }) =>
      db.transaction().execute(async transaction => {
        // The row of the account is locked first, so that of two links made at once one is the newer.
        const locked = await transaction
          .updateTable('account')
          .set({ account })
          .where('account', '=', account)
          .where('revoked_at', 'is', null)
          .returning('account')
          .executeTakeFirst();
        if (!locked) return false;
        await transaction
          .deleteFrom('organiser_link')
          .where('account', '=', account)
          .where('used_at', 'is', null)
          .execute();
        await transaction
          .insertInto('organiser_link')
          .values({ hash, account, created_at: createdAt, used_at: null })
          .execute();
        return true;
      }),

    async findOrganiserLink(hash, at) {
      const link = await db.selectFrom('organiser_link').select('account').where(opening(hash, at)).executeTakeFirst();
      return link ? accountOf(db, link.account) : null;
    },

    useOrganiserLink: (hash, at) =>
      db.transaction().execute(async transaction => {
        const used = await transaction
          .updateTable('organiser_link')
          .set({ used_at: at })
          .where(opening(hash, at))
          .returning('account')
          .executeTakeFirst();
        return used ? accountOf(transaction, used.account) : null;
      }),

    async accountsSignedIn() {
      const rows = await db
        .selectFrom('organiser_link')
        .select('account')
        .distinct()
        .where('used_at', 'is not', null)
        .execute();
      return rows.map(({ account }) => account);
    },

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

/** The condition under which an organiser's link signs in. */
const opening =
  (hash: string, at: number) =>
  ({ and, eb, selectFrom }: ExpressionBuilder<Tables, 'organiser_link'>) =>
    and([
      eb('hash', '=', hash),
      eb('used_at', 'is', null),
      eb('created_at', '>', at - limits.organiserLink),
      eb('account', 'in', selectFrom('account').select('account').where('revoked_at', 'is', null)),
    ]);

async function accountOf(db: Kysely<Tables>, account: string): Promise<Account | null> {
  const row = await db.selectFrom('account').selectAll().where('account', '=', account).executeTakeFirst();
  return row ? asAccount(row) : null;
}

const asAccount = ({ created_at, revoked_at, ...account }: Tables['account']): Account => ({
  ...account,
  createdAt: created_at,
  revokedAt: revoked_at,
});
