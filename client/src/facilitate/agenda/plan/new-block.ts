import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import type { Names } from '@multaqa/shared/names';
import { newId } from '../../../platform/ids.ts';

/** A block in which nothing is written yet. */
export const newBlock = (): ShownBlock => ({
  block: newId(),
  kind: 'discussion',
  title: {},
  goal: {},
  method: {},
  materials: {},
  minutes: 15,
  lead: null,
});

/** The texts that have something in them. */
export const written = (names: Names): Names =>
  Object.fromEntries(
    Object.entries(names).flatMap(([language, words]) => (words?.trim() ? [[language, words.trim()]] : [])),
  );
