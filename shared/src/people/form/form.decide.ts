import type { RuleContext } from '../../kernel/context.ts';
import { given } from '../../kernel/entries.ts';
import { accept, type Deciders, type Decision, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { Answer, facts, messages, refusals } from './form.messages.ts';
import { type Field, type Form, fieldsEver, needsEver, noAnswers } from './form.state.ts';

type FormFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type Decided = Decision<FormFact, Refusal>;

/** What each command about the form means. */
export const decide: Deciders<Form, typeof messages, FormFact, Refusal> = {
  list,
  unlist: (state, input) =>
    isIn(state.needs, input.need) ? accept({ kind: 'form.unlisted', data: input }) : refuse('form.unknown'),
  ask,
  unask: (state, input) =>
    isIn(state.fields, input.field) ? accept({ kind: 'form.unasked', data: input }) : refuse('form.unknown'),
  order: (_, input) => accept({ kind: 'form.ordered', data: input }),
  lock: ({ status }) => (status === 'locked' ? accept() : accept({ kind: 'form.locked', data: {} })),
  unlock: ({ status }) => (status === 'open' ? accept() : accept({ kind: 'form.unlocked', data: {} })),
  answer: (state, input, context) => answer(state, [input], context),
  fill: (state, { answers }, context) => answer(state, answers, context),
};

type Named = { id: string };
const isIn = (list: readonly Named[], id: unknown): boolean => list.some(one => one.id === id);

/** The number of the next id: one more than the highest that was ever given ([F2]). */
const nextOf = (ever: readonly Named[]): number => 1 + Math.max(0, ...ever.map(({ id }) => Number(id.slice(1))));

function list(state: Form, input: { needs: readonly { need: string | null; names: Field['names'] }[] }): Decided {
  const ever = needsEver(state);
  let next = nextOf(ever);
  if (!input.needs.every(({ need }) => need === null || isIn(ever, need))) return refuse('form.unknown');
  const needs = input.needs.map(({ need, names }) => ({ id: need ?? `n${next++}`, names: given(names) }));
  const listed = new Set([...state.needs, ...needs].map(({ id }) => id));
  if (listed.size > limits.needsListed || next - 1 > limits.idsEver) return refuse('form.full');
  return accept({ kind: 'form.listed', data: { needs } });
}

type Asking = {
  field: string | null;
  kind: Field['kind'];
  names: Field['names'];
  choices: readonly { choice: string | null; names: Field['names'] }[];
};

function ask(state: Form, { field, kind, names, choices }: Asking): Decided {
  const ever = fieldsEver(state);
  const before = ever.find(({ id }) => id === field);
  if (field && !before) return refuse('form.unknown');
  // Answers of another kind would no longer be any.
  if (before && before.kind !== kind) return refuse('form.other-kind');
  const id = field ?? `f${nextOf(ever)}`;
  if (!isIn(state.fields, id) && state.fields.length >= limits.ownQuestions) return refuse('form.full');
  const known = [...(before?.choices ?? []), ...(before?.dropped ?? [])];
  if (!choices.every(({ choice }) => choice === null || isIn(known, choice))) return refuse('form.unknown');
  let next = nextOf(known);
  const offered = (kind === 'choice' ? choices : []).map(one => ({
    id: one.choice ?? `a${next++}`,
    names: given(one.names),
  }));
  if (Number(id.slice(1)) > limits.questionsEver || next - 1 > limits.idsEver) return refuse('form.full');
  const once = offered.filter((one, at) => offered.findIndex(({ id: other }) => other === one.id) === at);
  return accept({ kind: 'form.asked', data: { id, kind, names: given(names), choices: once } });
}

/** The answers of these people; one that cannot be taken refuses them all. */
function answer(state: Form, answers: readonly Answer[], { actor, roleOf }: RuleContext): Decided {
  if (state.status === 'locked' && actor !== 'engine' && actor.role !== 'organiser') return refuse('form.is-locked');
  if (!answers.every(({ person }) => roleOf(person))) return refuse('form.unknown-person');
  for (const one of answers) {
    const problem = problemOf(state, one);
    if (problem) return refuse(problem);
  }
  const said = answers.map(one => given({ ...one, needs: one.needs && withDropped(state, one.person, one.needs) }));
  return accept(
    ...said
      .filter(one => Object.keys(one).length > 1)
      .map(data => ({ kind: 'form.answered' as const, data: data as Answer })),
  );
}

function problemOf(state: Form, { needs = [], fields = [] }: Answer): Refusal | null {
  const ever = needsEver(state);
  if (!needs.every(need => isIn(ever, need))) return 'form.unknown';
  for (const { field, value } of fields) {
    const question = fieldsEver(state).find(({ id }) => id === field);
    if (!question) return 'form.unknown';
    if (value === null) continue;
    if ((typeof value === 'number') !== (question.kind === 'number')) return 'form.unfit';
    if (question.kind === 'choice' && !isIn([...question.choices, ...question.dropped], value)) return 'form.unknown';
  }
  return null;
}

/** The chosen needs, each once, and those chosen earlier that the list no longer offers ([F4]). */
function withDropped(state: Form, person: string, chosen: readonly string[]): string[] {
  const before = (state.answers[person] ?? noAnswers).needs;
  return [...new Set([...chosen, ...before.filter(id => !isIn(state.needs, id))])];
}
