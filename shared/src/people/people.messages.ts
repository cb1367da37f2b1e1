import { z } from 'zod';
import { Id } from '../kernel/ids.ts';
import { Language } from '../kernel/languages.ts';
import { everyone, roles } from '../kernel/messages.ts';
import type { FactData } from '../kernel/slice.ts';
import { line, paragraph } from '../kernel/text.ts';
import { limits } from '../limits.ts';

export const Name = line(limits.nameGraphemes, 1);
export const Email = z.email().max(254).or(z.literal(''));
/** ISO 3166-1 alpha-2, upper case. */
const Country = z.string().regex(/^[A-Z]{2}$/, { error: 'country' });
const RoleInput = z.enum(roles);
const Needs = z.array(line(120, 1)).max(8);

/** What is known of a person besides name and address. */
const Card = z.strictObject({
  municipality: line(80, 1),
  country: Country,
  languages: z.array(Language).min(1).max(4),
  role: RoleInput,
  needs: Needs,
  vision: paragraph(600),
});

/** One person as forms and imports give it. */
export const PersonInput = Card.extend({ person: Id, name: Name, email: Email });
export type PersonInput = z.infer<typeof PersonInput>;

/** Whoever creates a dialogue is in it before they have said whom they speak for. */
const Founder = PersonInput.extend({ municipality: line(80, 0), country: Country.or(z.literal('')) });

export const Several = z.strictObject({ people: z.array(Id).min(1).max(limits.peoplePerImport) });
const One = z.strictObject({ person: Id });
const always = ['preparing', 'live', 'ended'] as const;
const goingOn = ['preparing', 'live'] as const;

export const messages = {
  found: { input: Founder, by: { engine: 'dialogue' }, phases: ['preparing'], rate: 'plan', bytes: 16_384 },
  add: {
    input: z.strictObject({ people: z.array(PersonInput).min(1).max(limits.peoplePerImport) }),
    by: { organiser: 'dialogue', engine: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: limits.commandBytes,
    changesRights: true,
  },
  edit: {
    input: PersonInput,
    by: { organiser: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 16_384,
    changesRights: true,
  },
  introduce: {
    input: One.extend({ name: Name }),
    by: { engine: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 1_024,
  },
  describe: {
    input: z.strictObject({
      person: Id,
      languages: Card.shape.languages.optional(),
      needs: Needs.optional(),
      vision: Card.shape.vision.optional(),
    }),
    by: everyone('self'),
    phases: goingOn,
    rate: 'light',
    bytes: 8_192,
  },
  remove: {
    input: Several,
    by: { organiser: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 4_096,
    changesRights: true,
  },
  restore: {
    input: Several,
    by: { organiser: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 4_096,
    changesRights: true,
  },
  invite: {
    input: Several,
    by: { organiser: 'dialogue' },
    phases: goingOn,
    rate: 'plan',
    bytes: 4_096,
    changesRights: true,
  },
  open: { input: One, by: { engine: 'dialogue' }, phases: always, rate: 'plan', bytes: 128 },
  join: { input: One, by: { engine: 'dialogue' }, phases: always, rate: 'plan', bytes: 128 },
  forget: { input: One, by: { organiser: 'dialogue' }, phases: always, rate: 'plan', bytes: 128, changesRights: true },
  revoke: { input: One, by: { organiser: 'dialogue' }, phases: always, rate: 'plan', bytes: 128, changesRights: true },
} as const;

const CardFact = Founder.omit({ name: true, email: true });

export const facts = {
  'people.added': CardFact,
  'people.edited': CardFact,
  'people.described': messages.describe.input,
  'people.removed': One,
  'people.restored': One,
  'people.invited': One,
  'people.opened': One,
  'people.joined': One,
  'people.revoked': One,
  'people.forgotten': One,
} as const;

declare module '../kernel/slice.ts' {
  interface FactRegistry extends FactData<typeof facts> {}
}

export const refusals = [
  'people.unknown',
  'people.taken',
  'people.email-taken',
  'people.full',
  'people.last-organiser',
  'people.not-removed',
  'people.answers-locked',
] as const;
