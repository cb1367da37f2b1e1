import { type Audience, isHost } from '../../kernel/context.ts';
import { given } from '../../kernel/entries.ts';
import { defineSlice, type FactOf, type Recorded } from '../../kernel/slice.ts';
import { decide } from './form.decide.ts';
import { type Answer, facts, messages, refusals } from './form.messages.ts';
import { type Answers, type Asked, type Field, type Form, fieldsEver, needsEver, noAnswers } from './form.state.ts';

/**
 * The short form that people fill in before they are grouped: where their town is and how large, which needs of a list they
 * have, and a few questions of the organiser's own.
 *
 * [F1] Organisers alone decide what is asked; everybody sees it.
 * [F2] A need, a question and a choice keep their id, and no id is ever given twice.
 * [F3] The list of needs and the number of questions have an end.
 * [F4] What is no longer asked keeps the answers that were given; they count again when it is asked again.
 * [F5] An answer says what it changes; everything else that this person has answered stays.
 * [F6] People answer for themselves, organisers for everybody. Once the form is locked only organisers do, until it is unlocked.
 * [F7] An answer fits its question: a need or a choice that was offered at some time, a number, or a text.
 * [F8] Hosts see everybody's answers, the others their own.
 * [F9] Several answers are taken together or not at all.
 */
export const form = defineSlice<Form>()({
  name: 'form',
  messages,
  facts,
  refusals,
  initial: { status: 'open', needs: [], fields: [], dropped: { needs: [], fields: [] }, answers: {} },
  stateVersion: 1,
  factVersion: 1,
  decide,
  evolve,
  view: viewOf,
  own: (state, person): Answers => state.answers[person] ?? noAnswers,
  concerns: ({ kind, data }) => (kind === 'form.answered' ? [data.person] : []),
});

/** What an audience sees of the form: everybody what is asked, hosts what is answered besides. */
export type FormView = Asked & Partial<Pick<Form, 'dropped' | 'answers'>>;

function viewOf(state: Form, { role }: Audience): FormView {
  const { status, needs, fields } = state;
  return isHost(role) ? state : { status, needs, fields };
}

type FormFact = FactOf<typeof facts>;

function evolve(state: Form, fact: Recorded<FormFact>): Form {
  switch (fact.kind) {
    case 'form.listed': {
      const ids = new Set(fact.data.needs.map(({ id }) => id));
      return {
        ...state,
        needs: fact.data.needs.reduce(placed, state.needs),
        dropped: { ...state.dropped, needs: state.dropped.needs.filter(({ id }) => !ids.has(id)) },
      };
    }
    case 'form.unlisted': {
      const gone = needsEver(state).filter(({ id }) => id === fact.data.need);
      return {
        ...state,
        needs: besides(state.needs, fact.data.need),
        dropped: { ...state.dropped, needs: [...besides(state.dropped.needs, fact.data.need), ...gone] },
      };
    }
    case 'form.asked':
      return asked(state, fact.data);
    case 'form.unasked': {
      const gone = fieldsEver(state).filter(({ id }) => id === fact.data.field);
      return {
        ...state,
        fields: besides(state.fields, fact.data.field),
        dropped: { ...state.dropped, fields: [...besides(state.dropped.fields, fact.data.field), ...gone] },
      };
    }
    case 'form.ordered':
      return { ...state, needs: sorted(state.needs, fact.data.needs), fields: sorted(state.fields, fact.data.fields) };
    case 'form.locked':
      return { ...state, status: 'locked' };
    case 'form.unlocked':
      return { ...state, status: 'open' };
    case 'form.answered': {
      const { person } = fact.data;
      const after = { ...answered(state.answers[person] ?? noAnswers, fact.data), answeredAt: fact.at };
      return { ...state, answers: { ...state.answers, [person]: after } };
    }
  }
}

type Named = { id: string };

const besides = <Item extends Named>(list: readonly Item[], id: string): readonly Item[] =>
  list.filter(one => one.id !== id);

/** The list with an item in the place of the one of its id, or at the end. */
const placed = <Item extends Named>(list: readonly Item[], item: Item): readonly Item[] =>
  list.some(({ id }) => id === item.id) ? list.map(one => (one.id === item.id ? item : one)) : [...list, item];

/** Those that are named first, in their order. */
function sorted<Item extends Named>(list: readonly Item[], ids: readonly string[]): readonly Item[] {
  const named = [...new Set(ids)].flatMap(id => list.filter(one => one.id === id));
  return [...named, ...list.filter(one => !named.includes(one))];
}

function asked(state: Form, { id, ...question }: Omit<Field, 'dropped'>): Form {
  const before = fieldsEver(state).find(one => one.id === id);
  const isOffered = (choice: string) => question.choices.some(one => one.id === choice);
  const dropped = [...(before?.dropped ?? []), ...(before?.choices ?? [])].filter(choice => !isOffered(choice.id));
  return {
    ...state,
    fields: placed(state.fields, { id, ...question, dropped }),
    dropped: { ...state.dropped, fields: besides(state.dropped.fields, id) },
  };
}

function answered(before: Answers, { person: _person, fields = [], ...said }: Answer): Answers {
  const values = new Map(Object.entries(before.fields));
  for (const { field, value } of fields) {
    if (value === null) values.delete(field);
    else values.set(field, value);
  }
  const { region, townSize, needs } = { ...before, ...given(said) };
  return { ...before, region, townSize, needs, fields: Object.fromEntries(values) };
}
