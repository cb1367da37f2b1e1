import type { Language } from '@multaqa/shared/kernel/languages';
import type { Role } from '@multaqa/shared/kernel/messages';
import { PersonInput } from '@multaqa/shared/people/people.messages';
import type { PersonCard } from '@multaqa/shared/people/people.view';

/** A person as a form holds them, before they are checked; needs stand one on a line. */
export type PersonDraft = {
  person: string;
  name: string;
  email: string;
  municipality: string;
  country: string;
  languages: readonly Language[];
  role: Role;
  needs: string;
  vision: string;
};

const draftFields = ['name', 'email', 'municipality', 'country', 'languages', 'role', 'needs', 'vision'] as const;
export type DraftField = (typeof draftFields)[number];

/** True for the name of something that a card says. */
export const isDraftField = (name: string): name is DraftField => (draftFields as readonly string[]).includes(name);

/** The form for a new person. */
export const emptyDraft = (person: string, languages: readonly Language[]): PersonDraft => ({
  person,
  name: '',
  email: '',
  municipality: '',
  country: '',
  languages,
  role: 'participant',
  needs: '',
  vision: '',
});

/** The form for a person who is on the roster. */
export const draftOf = (card: PersonCard): PersonDraft => ({
  ...card,
  name: card.name ?? '',
  email: card.email ?? '',
  needs: (card.needs ?? []).join('\n'),
  vision: card.vision ?? '',
});

/** The needs in a text field, one per line. */
export const needsOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map(need => need.trim())
    .filter(Boolean);

/** The checked person, or the fields that are not as they should be. The rules' own schema decides. */
export function checkDraft(draft: PersonDraft): { ok: true; input: PersonInput } | { ok: false; wrong: DraftField[] } {
  const parsed = PersonInput.safeParse({
    person: draft.person,
    name: draft.name,
    email: draft.email.trim(),
    municipality: draft.municipality,
    country: draft.country,
    languages: draft.languages,
    role: draft.role,
    needs: needsOf(draft.needs),
    vision: draft.vision,
  });
  if (parsed.success) return { ok: true, input: parsed.data };
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { ok: false, wrong: draftFields.filter(field => named.has(field)) };
}
