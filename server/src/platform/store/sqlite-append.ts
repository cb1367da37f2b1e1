import type { DatabaseSync } from 'node:sqlite';
import { assertGapless, textOf } from './log.ts';
import type { Transactions } from './sqlite.ts';
import type { AppendResult, Batch, Store } from './store.ts';

/**
 * `append` by prepared statements: nearly all that a busy server writes comes this way, and to build its queries again
 * costs more than to carry them out. The laws are those of `append` in `log.ts`.
 */
export function appendOnSqlite(database: DatabaseSync, transactions: Transactions): Store['dialogues']['append'] {
  const move = database.prepare(
    'UPDATE dialogue SET seq = ?, deadline = ? WHERE dialogue = ? AND node = ? AND epoch = ? AND seq = ?',
  );
  const held = database.prepare('SELECT 1 FROM dialogue WHERE dialogue = ? AND node = ? AND epoch = ?');
  const addFact = database.prepare(
    'INSERT INTO fact (dialogue, seq, at, actor, kind, v, data) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const addPersonal = database.prepare(
    'INSERT INTO fact_personal (dialogue, seq, person, name, email) VALUES (?, ?, ?, ?, ?)',
  );
  const addDone = database.prepare(
    'INSERT INTO accepted_command (dialogue, command, actor, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const putOutline = database.prepare(
    'INSERT INTO outline (dialogue, form, outline) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET form = excluded.form, outline = excluded.outline',
  );
  const putMember = database.prepare(
    'INSERT INTO member (dialogue, person, role, link) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET role = excluded.role, link = excluded.link',
  );

  function write({ lease, after, facts, done, excerpt, deadline }: Batch): AppendResult {
    const { dialogue, node, epoch } = lease;
    const { changes } = move.run(after + facts.length, deadline, dialogue, node, epoch, after);
    if (changes === 0) return held.get(dialogue, node, epoch) ? 'conflict' : 'fenced';
    addFacts(dialogue, facts);
    const isNew = done.every(({ command, actor, seq }) => addDone.run(dialogue, command, actor, seq).changes > 0);
    if (!isNew) return 'conflict';
    if (excerpt) putExcerpt(dialogue, excerpt);
    return 'appended';
  }

  function addFacts(dialogue: string, facts: Batch['facts']): void {
    for (const { seq, at, actor, kind, v, data, personal } of facts) {
      addFact.run(dialogue, seq, at, actor, kind, v, textOf(data));
      if (personal) addPersonal.run(dialogue, seq, personal.person, personal.name, personal.email);
    }
  }

  function putExcerpt(dialogue: string, { form, outline, members }: NonNullable<Batch['excerpt']>): void {
    putOutline.run(dialogue, form, outline);
    for (const { person, role, link } of members) putMember.run(dialogue, person, role, link);
  }

  return async batch => {
    assertGapless(batch.facts, batch.after);
    transactions.begin();
    try {
      const result = write(batch);
      if (result === 'appended') transactions.commit();
      else transactions.rollback();
      return result;
    } catch (error) {
      transactions.rollback();
      throw error;
    }
  };
}
