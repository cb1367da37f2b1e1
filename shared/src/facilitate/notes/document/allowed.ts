import { z } from 'zod';
import { Id } from '../../../kernel/ids.ts';
import { Language } from '../../../kernel/languages.ts';
import { limits } from '../../../limits.ts';
import { Day, outcomeKinds } from '../outcomes.ts';
import { prompts } from '../templates.ts';
import { isAllowedLink } from './note-schema.ts';

const token = z.string().regex(/^[\w.:-]{1,64}$/);
const short = z.string().max(limits.nameGraphemes * 8);
const count = (max: number) => z.number().int().min(1).max(max);
const direction = z.enum(['ltr', 'rtl']);
const cell = {
  colspan: count(limits.cellsPerRow),
  rowspan: count(limits.childrenPerBlock),
  colwidth: z.array(z.number().int().min(0).max(10_000)).max(limits.cellsPerRow),
  align: z.enum(['left', 'center', 'right']),
};

/** The forms of the attributes that a block may have; null and nothing are allowed besides, and mean the schema's default. */
export const attributeForms: Record<string, Record<string, z.ZodType>> = {
  paragraph: { dir: direction },
  heading: { dir: direction, level: count(3) },
  outcomeTitle: { dir: direction },
  codeBlock: { language: z.string().regex(/^[\w+#.-]{1,30}$/) },
  orderedList: { start: z.number().int().min(0).max(1_000_000), type: z.enum(['1', 'a', 'A', 'i', 'I']) },
  taskItem: { checked: z.boolean() },
  tableCell: cell,
  tableHeader: cell,
  mention: { person: Id },
  prompt: { prompt: z.string().refine(key => Object.hasOwn(prompts, key)) },
  outcome: {
    id: Id,
    kind: z.enum(outcomeKinds),
    language: Language,
    people: z.array(Id).max(limits.peoplePerOutcome),
    municipality: short,
    subtopic: short,
    owner: Id,
    due: Day,
    from: z.array(Id).max(limits.outcomesMerged),
  },
  outcomeTranslation: { language: Language, of: token },
};

/** Attributes without which a node says nothing at all. */
export const neededAttributes: Record<string, string> = { mention: 'person', prompt: 'prompt' };

const plain = z.strictObject({});
const suggested = z.strictObject({ id: z.union([token, z.number()]).nullish() });

/** The forms of what marks may carry. */
export const markForms: Record<string, z.ZodType> = {
  bold: plain,
  italic: plain,
  underline: plain,
  strike: plain,
  code: plain,
  comment: z.strictObject({ id: token }),
  insertion: suggested,
  deletion: suggested,
  link: z.strictObject({
    href: z.string().refine(isAllowedLink),
    target: z.literal('_blank').nullish(),
    rel: z.literal('noopener noreferrer nofollow').nullish(),
    class: z.null().optional(),
    title: z.string().max(300).nullish(),
  }),
};

const hashed = /^([a-z]+)--[a-zA-Z0-9+/=]{8}$/;

/**
 * The mark behind a key of a run's attributes, as the editor's binding writes them: several comments may lie on the same
 * words, so that each has a key of its own. Null for what is no such key.
 */
export function markOf(key: string): string | null {
  const name = hashed.exec(key)?.[1] ?? key;
  if (!Object.hasOwn(markForms, name)) return null;
  return (name === 'comment') === (name !== key) ? name : null;
}

/** Of the attributes that something from outside gives to a block, those that a note may have. */
export function soundAttributes(type: string, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const forms = attributeForms[type] ?? {};
  return Object.fromEntries(
    Object.entries(given).filter(([key, value]) => Object.hasOwn(forms, key) && forms[key]?.safeParse(value).success),
  );
}
