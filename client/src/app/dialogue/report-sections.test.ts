import { slices } from '@multaqa/shared/dialogue';
import type { AnySlice } from '@multaqa/shared/kernel/slice';
import { expect, test } from 'vitest';
import { reportSections } from './report-sections.ts';

test('every slice that reports has a section, and no other', () => {
  const reporting = (Object.values(slices) as AnySlice[]).filter(slice => slice.outcome).map(({ name }) => name);
  expect(Object.keys(reportSections).sort()).toEqual(reporting.sort());
});

test('every section shows something: numbers, or a body', async () => {
  const sections = await Promise.all(Object.values(reportSections).map(async load => (await load()).section));
  const empty = sections.filter(({ Figures, Body }) => !Figures && !Body);
  expect(empty).toEqual([]);
});
