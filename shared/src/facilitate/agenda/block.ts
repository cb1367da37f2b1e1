import { z } from 'zod';
import { Id } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import { anyNamesOf, namesOf } from '../../names.ts';

/** What a block is for; people see its sign. */
export const blockKinds = ['opening', 'input', 'discussion', 'rooms', 'vote', 'break', 'closing'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** What can be written of a block besides its title, in the languages of the dialogue. */
export const blockTexts = ['goal', 'method', 'materials'] as const;
export type BlockText = (typeof blockTexts)[number];

const Long = anyNamesOf(limits.blockTextGraphemes);

/** A block of a session as its form gives it; `lead` is who leads through it, null for nobody in particular. */
export const BlockInput = z.strictObject({
  session: Id,
  block: Id,
  kind: z.enum(blockKinds),
  title: namesOf(limits.blockTitleGraphemes),
  goal: Long,
  method: Long,
  materials: Long,
  minutes: z.int().min(1).max(limits.blockMinutes),
  lead: Id.nullable(),
});
export type BlockInput = z.infer<typeof BlockInput>;
