import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { line } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';

/** What can be written for a room before people come to it. */
export const preparedFields = ['task', 'questions'] as const;
export type PreparedField = (typeof preparedFields)[number];

/** What a file may be; the server looks at its content, not at its name. */
export const fileKinds = [
  'pdf',
  'png',
  'jpeg',
  'webp',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
  'txt',
  'csv',
] as const;
export type FileKind = (typeof fileKinds)[number];

const Url = z
  .string()
  .regex(/^https:\/\/[^\s/?#]+[^\s]*$/)
  .max(limits.linkLength);

/** A link, or a file that the product keeps; `bytes` is its size. */
export const Material = z.union([
  z.strictObject({ material: Id, kind: z.literal('link'), title: line(limits.titleGraphemes), url: Url }),
  z.strictObject({
    material: Id,
    kind: z.literal('file'),
    title: line(limits.titleGraphemes),
    file: Id,
    type: z.enum(fileKinds),
    bytes: z.int().min(1).max(limits.fileBytes),
  }),
]);
export type Material = z.infer<typeof Material>;

/** A text in the languages in which it was written; `at` is when, ms since the epoch: the older one may be out of date. */
export type Texts = { readonly [Name in Language]?: { text: string; at: number } };

/** What is prepared for one room, or for all rooms of a grouping. */
export type Prepared = { task: Texts; questions: Texts; material: readonly Material[] };

export const nothingPrepared: Prepared = { task: {}, questions: {}, material: [] };

/** What stands for a room: its own text where it has one, in the others that of all rooms; the material of both. */
export const preparedFor = (forAll: Prepared, own: Prepared): Prepared => ({
  task: Object.keys(own.task).length > 0 ? own.task : forAll.task,
  questions: Object.keys(own.questions).length > 0 ? own.questions : forAll.questions,
  material: [...forAll.material, ...own.material],
});

/** The languages whose text is older than the newest one by more than a minute: it was not changed along. */
export function olderIn(texts: Texts): Language[] {
  const all = Object.entries(texts) as [Language, { at: number }][];
  const newest = Math.max(...all.map(([, { at }]) => at));
  return all.filter(([, { at }]) => newest - at > limits.olderText).map(([language]) => language);
}
