import { excerptForm, excerptOf, type Outline, type Summary, summaryFor, summaryOf } from '@multaqa/shared/dialogue';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Logger } from '../platform/logger.ts';
import type { Grant, Store } from '../platform/store/store.ts';

export type ListPorts = {
  store: Pick<Store['dialogues'], 'listed' | 'putExcerpt'>;
  /** True while a dialogue is known to be unreadable. */
  isQuarantined(dialogue: string): boolean;
  read(dialogue: string): Promise<{ state: State; seq: number } | 'quarantined' | null>;
  logger: Logger;
};

/**
 * What a list tells somebody of the dialogues they may enter, in the order of the grants: from the excerpts that each
 * commit keeps, by one query. A dialogue without one, such as from an earlier release, is read once and then has one.
 */
export async function listDialogues(
  grants: readonly Grant[],
  { store, isQuarantined, read, logger }: ListPorts,
): Promise<(Summary | 'quarantined' | null)[]> {
  const rows = await store.listed(grants);
  const known = new Map(rows.map(row => [`${row.dialogue} ${row.person}`, row]));

  async function summary({ dialogue, person, version }: Grant): Promise<Summary | 'quarantined' | null> {
    if (isQuarantined(dialogue)) return 'quarantined';
    const row = known.get(`${dialogue} ${person}`);
    if (row?.form === excerptForm) {
      const outline = JSON.parse(row.outline) as Outline | null;
      return outline && summaryFor(outline, row, version);
    }
    const found = await read(dialogue);
    if (found === null || found === 'quarantined') return found;
    const { change } = excerptOf(null, found.state);
    if (change)
      await store.putExcerpt(dialogue, found.seq, change).catch(error => {
        logger.warn({ error, dialogue }, 'the excerpt of a dialogue was not kept');
      });
    return summaryOf(found.state, person, version);
  }

  return Promise.all(grants.map(summary));
}
