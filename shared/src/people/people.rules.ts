import { z } from 'zod';
import type { RuleContext } from '../kernel/context.ts';
import { given } from '../kernel/entries.ts';
import type { Id, PersonId } from '../kernel/ids.ts';
import {
  type Ask,
  accept,
  type Decision,
  defineSlice,
  type FactOf,
  type Personal,
  type Recorded,
  refuse,
} from '../kernel/slice.ts';
import { limits } from '../limits.ts';
import { facts, messages, type PersonInput, refusals, Several } from './people.messages.ts';
import { active, isActive, type People, type Person, placesOf } from './people.state.ts';
import { viewOf } from './people.view.ts';

/**
 * Who takes part: the roster, with each person's municipality, role, needs and vision.
 *
 * [P1] A person id is used once; an e-mail address belongs to one person of the dialogue.
 * [P2] A dialogue always keeps one organiser.
 * [P3] Somebody who is removed has no role, and their links open nothing, until they are restored.
 * [P4] Revoking a link raises its version; only a link of the current version opens the door.
 * [P5] Names and addresses are never part of a fact's data.
 * [P6] An address is shown to organisers and to its owner only.
 * [P7] A card is changed by its owner or by an organiser, nobody else; while the answers are locked, by an organiser alone.
 * [P8] Somebody who was removed can be forgotten: their name and address are gone from every view, and from the disk.
 * [P9] Only hosts and the person themselves see their needs and vision.
 * [P10] A link is copied, opened, joined by: organisers see the first opening and the first joining of the present link. Showing links to an organiser is no fact.
 */
type PeopleFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];

export const people = defineSlice<People>()({
  name: 'people',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 2,
  factVersion: 1,
  decide: {
    found: (state, input) => add(state, [input]),
    add: (state, { people: inputs }) => add(state, inputs),
    edit,
    introduce: (state, { person, name }) => {
      const before = state[person];
      if (before?.status !== 'active') return refuse('people.unknown');
      const personal = { person, name, email: before.email };
      return accept({ kind: 'people.edited', data: cardFact.parse(before), personal });
    },
    describe,
    remove: (state, input) => remove(state, input.people),
    restore: (state, input) => restore(state, input.people),
    invite: (state, input) =>
      input.people.every(person => isActive(state, person))
        ? accept(...input.people.map(person => ({ kind: 'people.invited' as const, data: { person } })))
        : refuse('people.unknown'),
    open: (state, { person }) => noted(state, person, 'openedAt', 'people.opened'),
    join: (state, { person }) => noted(state, person, 'joinedAt', 'people.joined'),
    forget: (state, input) =>
      state[input.person]?.status === 'removed'
        ? accept({ kind: 'people.forgotten', data: input })
        : refuse('people.not-removed'),
    revoke: (state, input) =>
      state[input.person] ? accept({ kind: 'people.revoked', data: input }) : refuse('people.unknown'),
  },
  evolve,
  view: viewOf,
  own: (state, person) => {
    const { email = null, needs = [], vision = '' } = state[person] ?? {};
    return { email, needs, vision };
  },
  asks: {
    /** The version of the present link of each of these people who takes part. */
    links: {
      input: Several,
      by: { organiser: 'dialogue' },
      answer: (state, { people: ids }) =>
        Object.fromEntries(ids.flatMap(id => (isActive(state, id) ? [[id, state[id]?.link]] : []))),
    } satisfies Ask<People, typeof Several>,
  },
  concerns: ({ data }) => [data.person],
  urgent: ['people.removed', 'people.revoked'],
  conceals: ['people.forgotten'],
  outcome: placesOf,
});

const personalOf = ({ person, name, email }: PersonInput): Personal => ({ person, name, email: email || null });

function add(state: People, inputs: readonly PersonInput[]): Decision<PeopleFact, Refusal> {
  if (active(state).length + inputs.length > limits.peoplePerDialogue) return refuse('people.full');
  const emails = emailsOf(state);
  const ids = new Set<Id>();
  for (const { person, email } of inputs) {
    if (state[person] || ids.has(person)) return refuse('people.taken');
    ids.add(person);
    if (!email) continue;
    if (emails.has(email.toLowerCase())) return refuse('people.email-taken');
    emails.set(email.toLowerCase(), person);
  }
  return accept(
    ...inputs.map(input => ({ kind: 'people.added' as const, data: cardOf(input), personal: personalOf(input) })),
  );
}

function edit(state: People, input: PersonInput): Decision<PeopleFact, Refusal> {
  if (!isActive(state, input.person)) return refuse('people.unknown');
  const holder = input.email && emailsOf(state).get(input.email.toLowerCase());
  if (holder && holder !== input.person) return refuse('people.email-taken');
  if (input.role !== 'organiser' && !organiserBesides(state, [input.person])) return refuse('people.last-organiser');
  return accept({ kind: 'people.edited', data: cardOf(input), personal: personalOf(input) });
}

/** What is left out stays as it is. */
function describe(
  _: People,
  input: { person: PersonId },
  { actor, answersLocked }: RuleContext,
): Decision<PeopleFact, Refusal> {
  if (answersLocked && actor !== 'engine' && actor.role !== 'organiser') return refuse('people.answers-locked');
  const said = given(input);
  return Object.keys(said).length > 1 ? accept({ kind: 'people.described', data: said }) : accept();
}

function remove(state: People, ids: readonly PersonId[]): Decision<PeopleFact, Refusal> {
  if (!ids.every(person => isActive(state, person))) return refuse('people.unknown');
  if (!organiserBesides(state, ids)) return refuse('people.last-organiser');
  return accept(...unique(ids).map(person => ({ kind: 'people.removed' as const, data: { person } })));
}

function restore(state: People, ids: readonly PersonId[]): Decision<PeopleFact, Refusal> {
  if (!ids.every(person => state[person]?.status === 'removed')) return refuse('people.not-removed');
  const held = emailsOf(state);
  const clash = ids.some(person => held.has(state[person]?.email?.toLowerCase() ?? ''));
  if (clash) return refuse('people.email-taken');
  if (active(state).length + ids.length > limits.peoplePerDialogue) return refuse('people.full');
  return accept(...unique(ids).map(person => ({ kind: 'people.restored' as const, data: { person } })));
}

/** The first time alone is a fact ([P10]). */
function noted(
  state: People,
  person: PersonId,
  at: 'openedAt' | 'joinedAt',
  kind: 'people.opened' | 'people.joined',
): Decision<PeopleFact, Refusal> {
  if (!isActive(state, person)) return refuse('people.unknown');
  return state[person]?.[at] === null ? accept({ kind, data: { person } }) : accept();
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

const organiserBesides = (state: People, ids: readonly PersonId[]): boolean =>
  active(state).some(({ person, role }) => role === 'organiser' && !ids.includes(person));

const emailsOf = (state: People): Map<string, PersonId> =>
  new Map(active(state).flatMap(({ person, email }) => (email ? [[email.toLowerCase(), person] as const] : [])));

/** Keeps of a person what a fact may say. */
const cardFact = z.object(facts['people.edited'].shape);

const cardOf = ({ name: _name, email: _email, ...card }: PersonInput) => card;

/** A link that nobody has used yet. */
const untouched = { invitedAt: null, openedAt: null, joinedAt: null };

function evolve(state: People, fact: Recorded<PeopleFact>): People {
  const { person } = fact.data;
  const names = { name: fact.personal?.name ?? null, email: fact.personal?.email ?? null };
  if (fact.kind === 'people.added')
    return { ...state, [person]: { ...fact.data, ...names, status: 'active', link: 1, ...untouched } };
  const before = state[person];
  if (!before) return state;
  const change = (after: Partial<Person>): People => ({ ...state, [person]: { ...before, ...after } });
  switch (fact.kind) {
    case 'people.edited':
      return change({ ...fact.data, ...names });
    case 'people.described':
      return change(given(fact.data));
    case 'people.removed':
      return change({ status: 'removed' });
    case 'people.restored':
      return change({ status: 'active' });
    case 'people.invited':
      return change({ invitedAt: fact.at });
    case 'people.opened':
      return change({ openedAt: fact.at });
    case 'people.joined':
      return change({ joinedAt: fact.at });
    case 'people.forgotten':
      return change({ name: null, email: null });
    case 'people.revoked':
      return change({ link: before.link + 1, ...untouched });
  }
}
