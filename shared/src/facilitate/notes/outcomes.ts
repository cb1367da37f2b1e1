import { z } from 'zod';
import { Id, RoomId } from '../../kernel/ids.ts';
import { Language } from '../../kernel/languages.ts';
import { line, paragraph } from '../../kernel/text.ts';
import { limits } from '../../limits.ts';

/** What a dialogue leaves behind, in the order in which registers and reports list it. */
export const outcomeKinds = ['practice', 'gap', 'support', 'idea', 'decision', 'commitment', 'question'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** The kinds of documents that outcomes are written in: the notes of a room, and what a session brings home. */
export const noteKinds = ['notes', 'output'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** A calendar day, `2026-12-01`. */
export const Day = z.iso.date();

/** A second language for an outcome; `older`: the first one has changed since. */
const Translation = z.strictObject({
  language: Language,
  title: line(limits.outcomeTitleGraphemes, 0),
  text: paragraph(limits.outcomeTextGraphemes),
  older: z.boolean(),
});

/** One outcome as its document says it. */
export const WrittenOutcome = z.strictObject({
  outcome: Id,
  kind: z.enum(outcomeKinds),
  title: line(limits.outcomeTitleGraphemes, 0),
  text: paragraph(limits.outcomeTextGraphemes),
  language: Language.nullable(),
  /** Whom it concerns. */
  people: z.array(Id).max(limits.peoplePerOutcome),
  municipality: line(limits.nameGraphemes).nullable(),
  subtopic: line(limits.nameGraphemes).nullable(),
  /** Who sees to it, and until when. */
  owner: Id.nullable(),
  due: Day.nullable(),
  translation: Translation.nullable(),
  /** The outcomes that were merged into this one or that it was taken from. */
  from: z.array(Id).max(limits.outcomesMerged),
});
export type WrittenOutcome = z.infer<typeof WrittenOutcome>;

/** An outcome in the register: what is written, where, and who wrote it first (null: somebody who was forgotten). */
export const Outcome = WrittenOutcome.extend({ room: RoomId, document: z.enum(noteKinds), by: Id.nullable() });
export type Outcome = z.infer<typeof Outcome>;
