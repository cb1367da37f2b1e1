import type { Kysely } from 'kysely';
import { forgetWriter } from './documents.ts';
import type { Erasing } from './erasing.ts';
import { listed, putExcerpt, writeExcerpt } from './excerpts.ts';
import { releaseLease, renewLease, takeLease } from './leases.ts';
import { accepted, append, assertGapless, facts, factsOfKinds, insertFacts, load } from './log.ts';
import { removeSnapshot, saveSnapshot, snapshotParts } from './snapshots.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

type CreateInput = Parameters<Store['dialogues']['create']>[0];

/** The dialogues of the store. */
export function dialoguesIn(db: Kysely<Tables>, erasing: Erasing): Store['dialogues'] {
  return {
    create: input => create(db, input),

    async exists(dialogue) {
      const row = await db
        .selectFrom('dialogue')
        .select('dialogue')
        .where('dialogue', '=', dialogue)
        .executeTakeFirst();
      return row !== undefined;
    },

    ofAccount: account =>
      db
        .selectFrom('account_dialogue')
        .innerJoin('dialogue', 'dialogue.dialogue', 'account_dialogue.dialogue')
        .select(['account_dialogue.dialogue', 'account_dialogue.person'])
        .where('account', '=', account)
        .orderBy('dialogue.created_at', 'desc')
        .execute(),

    lease: (dialogue, node, now, ms) => takeLease(db, dialogue, node, now, ms),
    renew: (lease, now, ms) => renewLease(db, lease, now, ms),
    release: lease => releaseLease(db, lease),
    load: dialogue => load(db, dialogue),
    facts: (dialogue, range) => facts(db, dialogue, range),
    snapshotParts: (dialogue, part) => snapshotParts(db, dialogue, part),
    factsOfKinds: (dialogue, kinds, after) => factsOfKinds(db, dialogue, kinds, after),
    append: batch => append(db, batch),
    accepted: (dialogue, commands) => accepted(db, dialogue, commands),
    saveSnapshot: (lease, snapshot) => saveSnapshot(db, lease, snapshot),
    listed: entries => listed(db, entries),
    putExcerpt: (dialogue, seq, excerpt) => putExcerpt(db, dialogue, seq, excerpt),

    async due(until) {
      const rows = await db
        .selectFrom('dialogue')
        .select(['dialogue', 'deadline'])
        .where('deadline', '<=', until)
        .orderBy('deadline')
        .execute();
      return rows.flatMap(({ dialogue, deadline }) => (deadline === null ? [] : [{ dialogue, deadline }]));
    },

    erase: (dialogue, person) => erase(db, erasing, dialogue, person),

    async effectCursor(dialogue) {
      const row = await db
        .selectFrom('dialogue')
        .select('effect_cursor')
        .where('dialogue', '=', dialogue)
        .executeTakeFirst();
      return row?.effect_cursor ?? 0;
    },

    async moveEffectCursor(dialogue, seq) {
      await db
        .updateTable('dialogue')
        .set({ effect_cursor: seq })
        .where('dialogue', '=', dialogue)
        .where('effect_cursor', '<', seq)
        .execute();
    },

    unreacted: kinds => unreacted(db, kinds),
  };
}

const create = (db: Kysely<Tables>, { dialogue, at, facts, excerpt, owner }: CreateInput): Promise<void> =>
  db.transaction().execute(async transaction => {
    assertGapless(facts, 0);
    const begin = { seq: facts.length, effect_cursor: 0, epoch: 0, lease_until: 0, erased_at: 0 };
    await transaction
      .insertInto('dialogue')
      .values({ dialogue, created_at: at, ...begin })
      .execute();
    await insertFacts(transaction, dialogue, facts);
    if (excerpt) await writeExcerpt(transaction, dialogue, excerpt);
    await transaction
      .insertInto('account_dialogue')
      .values({ dialogue, account: owner.account, person: owner.person })
      .execute();
  });

async function erase(db: Kysely<Tables>, erasing: Erasing, dialogue: string, person: string): Promise<void> {
  const mark = await db.transaction().execute(async transaction => {
    // First of all: whoever writes a snapshot at this moment is done with it, or finds that it is outdated.
    await transaction
      .updateTable('dialogue')
      .set(({ ref }) => ({ erased_at: ref('seq') }))
      .where('dialogue', '=', dialogue)
      .execute();
    await transaction
      .deleteFrom('fact_personal')
      .where('dialogue', '=', dialogue)
      .where('person', '=', person)
      .execute();
    await removeSnapshot(transaction, dialogue);
    await forgetWriter(transaction, dialogue, person);
    return erasing.mark(transaction);
  });
  await erasing.clean(mark);
}

async function unreacted(db: Kysely<Tables>, kinds: readonly string[]): Promise<string[]> {
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom('dialogue')
    .select('dialogue')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('fact')
          .select('fact.seq')
          .whereRef('fact.dialogue', '=', 'dialogue.dialogue')
          .whereRef('fact.seq', '>', 'dialogue.effect_cursor')
          .where('fact.kind', 'in', kinds),
      ),
    )
    .execute();
  return rows.map(({ dialogue }) => dialogue);
}
