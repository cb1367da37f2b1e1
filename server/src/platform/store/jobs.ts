import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Claim, Store } from './store.ts';
import type { Tables } from './tables.ts';

/** What was ordered and waits for its time: mail, and work for threads. */
export function jobsIn(db: Kysely<Tables>): Store['jobs'] {
  /** The job of a claim while it still is this taker's. */
  const taken = ({ key, attempts }: Claim) =>
    db.updateTable('job').where('key', '=', key).where('attempts', '=', attempts).where('status', '=', 'waiting');

  return {
    async add({ queue, key, kind, data, due }) {
      await db
        .insertInto('job')
        .values({ queue, key, kind, data: JSON.stringify(data), due, attempts: 0, taken_until: 0, status: 'waiting' })
        .onConflict(conflict => conflict.doNothing())
        .execute();
    },

    async claim(queue, now, ms, limit) {
      const free = ({ and, eb }: ExpressionBuilder<Tables, 'job'>) =>
        and([
          eb('queue', '=', queue),
          eb('status', '=', 'waiting'),
          eb('due', '<=', now),
          eb('taken_until', '<=', now),
        ]);
      const rows = await db
        .updateTable('job')
        .set(({ eb }) => ({ taken_until: now + ms, attempts: eb('attempts', '+', 1) }))
        .where('key', 'in', eb => eb.selectFrom('job').select('key').where(free).orderBy('due').limit(limit))
        // Asked twice: PostgreSQL waits for a rival's claim and then looks again at this condition, but not into the list.
        .where(free)
        .returning(['queue', 'key', 'kind', 'data', 'due', 'attempts'])
        .execute();
      return rows.map(row => ({ ...row, data: JSON.parse(row.data) })).sort((a, b) => a.due - b.due);
    },

    async keep(claim, until) {
      const { numUpdatedRows } = await taken(claim).set({ taken_until: until }).executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async giveBack(claim) {
      await taken(claim)
        .set(({ eb }) => ({ taken_until: 0, attempts: eb('attempts', '-', 1) }))
        .execute();
    },

    async done(key) {
      // The key stays for ever, so that repeating the order is harmless; what it said of people goes.
      await db
        .updateTable('job')
        .set({ status: 'done', data: '{}' })
        .where('key', '=', key)
        .where('status', '=', 'waiting')
        .execute();
    },

    async retryAt(claim, due) {
      await taken(claim).set({ due, taken_until: 0 }).execute();
    },

    async end(key, status, reason) {
      const { numUpdatedRows } = await db
        .updateTable('job')
        .set({ status, reason, data: '{}' })
        .where('key', '=', key)
        .where('status', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    },

    async find(key) {
      const row = await db
        .selectFrom('job')
        .select(['status', 'attempts', 'reason'])
        .where('key', '=', key)
        .executeTakeFirst();
      return row ?? null;
    },

    async overdueSince(queue, now) {
      const row = await db
        .selectFrom('job')
        .select(({ fn }) => fn.min('due').as('due'))
        .where('queue', '=', queue)
        .where('status', '=', 'waiting')
        .where('due', '<=', now)
        .executeTakeFirst();
      return row?.due ?? null;
    },
  };
}
