import type { ExpressionBuilder, Kysely } from 'kysely';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/** Mail and reminders that wait for their time. */
export function jobsIn(db: Kysely<Tables>): Store['jobs'] {
  return {
    async add({ key, kind, data, due }) {
      await db
        .insertInto('job')
        .values({ key, kind, data: JSON.stringify(data), due, attempts: 0, taken_until: 0, status: 'waiting' })
        .onConflict(conflict => conflict.doNothing())
        .execute();
    },

    async claim(now, ms, limit) {
      const free = ({ and, eb }: ExpressionBuilder<Tables, 'job'>) =>
        and([eb('status', '=', 'waiting'), eb('due', '<=', now), eb('taken_until', '<=', now)]);
      const rows = await db
        .updateTable('job')
        .set(({ eb }) => ({ taken_until: now + ms, attempts: eb('attempts', '+', 1) }))
        .where('key', 'in', eb => eb.selectFrom('job').select('key').where(free).orderBy('due').limit(limit))
        // Asked twice: PostgreSQL waits for a rival's claim and then looks again at this condition, but not into the list.
        .where(free)
        .returning(['key', 'kind', 'data', 'due', 'attempts'])
        .execute();
      return rows.map(row => ({ ...row, data: JSON.parse(row.data) })).sort((a, b) => a.due - b.due);
    },

    async done(key) {
      // The key stays for ever, so that repeating the order is harmless; what it said of people goes.
      await db.updateTable('job').set({ status: 'done', data: '{}' }).where('key', '=', key).execute();
    },

    async retryAt(key, due) {
      await db
        .updateTable('job')
        .set({ due, taken_until: 0 })
        .where('key', '=', key)
        .where('status', '=', 'waiting')
        .execute();
    },
  };
}
