import { limits } from '@multaqa/shared/limits';
import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Account, Store } from './store.ts';
import type { Tables } from './tables.ts';

type Doors = Store['doors'];

/** Organisers' accounts. */
export function accountsIn(
  db: Kysely<Tables>,
): Pick<Doors, 'addAccount' | 'findAccount' | 'accounts' | 'nameAccount' | 'revokeAccount'> {
  return {
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

    async nameAccount(account, name) {
      await db.updateTable('account').set({ name }).where('account', '=', account).execute();
    },

    async revokeAccount(account, at) {
      await db
        .updateTable('account')
        .set({ revoked_at: at })
        .where('account', '=', account)
        .where('revoked_at', 'is', null)
        .execute();
    },
  };
}

/** The one-time links that sign organisers in. */
export function organiserLinksIn(
  db: Kysely<Tables>,
): Pick<Doors, 'putOrganiserLink' | 'findOrganiserLink' | 'useOrganiserLink' | 'accountsSignedIn'> {
  return {
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
