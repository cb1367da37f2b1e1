import type { Profile } from './cluster/analysis/profile.ts';
import type { FormView } from './people/form/form.rules.ts';
import { currentAnswers } from './people/form/form.state.ts';
import { isGrouped } from './people/people.state.ts';
import type { PeopleView, PersonCard } from './people/people.view.ts';

/**
 * What is known of everybody who is to be in a group, ordered by id, from what hosts see or from the states themselves. It
 * throws nothing away that people said, except in answer to what is no longer asked.
 */
export function profilesOf(people: PeopleView, form: FormView): Profile[] {
  return Object.values(people)
    .filter(({ status, role }) => status === 'active' && isGrouped(role))
    .map(card => profileOf(card, form))
    .sort((a, b) => (a.person < b.person ? -1 : 1));
}

function profileOf(card: PersonCard, form: FormView): Profile {
  const { region, townSize, needs, fields } = currentAnswers(form, form.answers?.[card.person]);
  return {
    person: card.person,
    municipality: card.municipality,
    country: card.country,
    region,
    townSize,
    languages: card.languages,
    needs,
    ownNeeds: card.needs ?? [],
    vision: card.vision ?? '',
    fields,
    interprets: card.role === 'interpreter',
  };
}
