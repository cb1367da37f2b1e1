import { z } from 'zod';
import { Id, type PersonId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/languages.ts';
import { limits } from '../../limits.ts';
import type { TownSize } from '../../town-sizes.ts';

/** What is known of one person when people are grouped; null, '' and [] mean that nobody has said. */
export type Profile = {
  person: PersonId;
  /** The town as people write it; together with the country it tells towns apart. */
  municipality: string;
  /** ISO 3166-1 alpha-2; empty when unknown. */
  country: string;
  /** As the person or the organiser wrote it. */
  region: string;
  townSize: TownSize | null;
  languages: readonly Language[];
  /** Ids of the needs that were chosen from the organiser's list. */
  needs: readonly string[];
  /** Needs in the person's own words. */
  ownNeeds: readonly string[];
  vision: string;
  /** Answers to the organiser's own questions, by the question's id: a text, the id of a choice, or a number. */
  fields: Readonly<Record<string, string | number>>;
  /** Interpreters stand in for a shared language in their cluster. */
  interprets: boolean;
};

/** What the organiser's own questions are, as far as distances depend on it. */
export type ProfileField = { id: string; kind: 'text' | 'choice' | 'number' };

/** What people are compared by, besides the organiser's own questions. */
export const criteria = ['region', 'needs', 'vision', 'language', 'townSize'] as const;
export type Criterion = (typeof criteria)[number];

const Weight = z.number().int().min(0).max(10);
const Size = z.number().int().min(1).max(limits.peoplePerDialogue);
const Group = z.array(Id).min(2).max(limits.peoplePerRule);

/** The id of one of the organiser's own questions. */
const FieldId = z.string().regex(/^f[1-9]\d?$/);

/** How much each thing counts, 0 (not at all) to 10; a question of the organiser's own that is not in `fields` counts nothing. */
export const Weights = z.strictObject({
  region: Weight,
  needs: Weight,
  vision: Weight,
  language: Weight,
  townSize: Weight,
  fields: z.array(z.strictObject({ field: FieldId, weight: Weight })).max(limits.ownQuestions),
});
export type Weights = z.infer<typeof Weights>;

/** What no proposal breaks; null means no such rule. Sizes in people. */
export const HardRules = z.strictObject({
  min: Size.nullable(),
  max: Size.nullable(),
  /** Everybody of a cluster speaks one language, or an interpreter is in it. */
  sharedLanguage: z.boolean(),
  /** People of one municipality in one cluster at most. */
  perMunicipality: Size.nullable(),
  /** Each list stays in one cluster. */
  together: z.array(Group).max(limits.groupRules),
  /** No two of one list are in one cluster. */
  apart: z.array(Group).max(limits.groupRules),
});
export type HardRules = z.infer<typeof HardRules>;

/** What a proposal is asked for. `count` null: the number of clusters is suggested. */
export const Settings = z.strictObject({
  count: z.number().int().min(1).max(limits.clusters).nullable(),
  weights: Weights,
  rules: HardRules,
  /** The same settings and people with the same seed give the same proposal. */
  seed: z.number().int().min(0).max(0xffffffff),
});
export type Settings = z.infer<typeof Settings>;

/** Where an organiser begins. */
export const usualSettings: Settings = {
  count: null,
  weights: { region: 5, needs: 8, vision: 5, language: 4, townSize: 2, fields: [] },
  rules: { min: null, max: null, sharedLanguage: true, perMunicipality: null, together: [], apart: [] },
  seed: 1,
};

/** Which cluster each person is in, by its id; who is in none is left out. */
export type Placing = Readonly<Record<PersonId, string>>;
