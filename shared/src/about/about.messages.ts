import { z } from 'zod';
import { Language, languages } from '../kernel/languages.ts';
import type { FactData } from '../kernel/slice.ts';
import { line, paragraph } from '../kernel/text.ts';

const Title = line(120, 3);
const Goal = paragraph(1_000);
export const AboutInput = z.strictObject({
  title: Title,
  goal: Goal,
  languages: z.array(Language).min(1).max(languages.length),
});
export type AboutInput = z.infer<typeof AboutInput>;

const nothing = z.strictObject({});

export const messages = {
  create: {
    input: AboutInput.extend({ example: z.boolean() }),
    by: { engine: 'dialogue' },
    phases: ['preparing'],
    rate: 'plan',
    bytes: 8_192,
  },
  edit: { input: AboutInput, by: { organiser: 'dialogue' }, phases: ['preparing', 'live'], rate: 'plan', bytes: 8_192 },
  end: { input: nothing, by: { organiser: 'dialogue' }, phases: ['preparing'], rate: 'plan', bytes: 64 },
  reopen: { input: nothing, by: { organiser: 'dialogue' }, phases: ['ended'], rate: 'plan', bytes: 64 },
} as const;

export const facts = {
  'about.created': AboutInput.extend({ example: z.boolean() }),
  'about.edited': AboutInput,
  'about.ended': nothing,
  'about.reopened': nothing,
} as const;

declare module '../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = ['about.exists'] as const;
