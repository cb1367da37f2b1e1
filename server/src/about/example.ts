import { randomUUID } from 'node:crypto';
import { limits } from '@multaqa/shared/limits';
import { suggestedNeeds } from '@multaqa/shared/people/form/suggested-needs';
import { exampleAgenda } from './example.agenda.ts';
// Invented people of real municipalities, after the dialogue of autumn 2020 between towns of the Middle East, North Africa and Germany.
import examplePeople from './example.people.json' with { type: 'json' };
import { examplePolls } from './example.polls.ts';

const day = 24 * 3600 * 1000;

/** How long each session is, in minutes. */
const minutes = 90;

/** Days after today and titles of the five sessions; the three middle ones take one subtopic each. */
const sessions = [
  [0, 'Where our towns stand', 'Each town names one practice it is proud of and one challenge it brings.'],
  [
    2,
    'Strategic planning for local economic development',
    'Which plans led to jobs, and what made them work with private partners?',
  ],
  [
    5,
    'Sustainable livelihoods and social enterprise',
    'سبل العيش المستدامة والمؤسسات الاجتماعية: ما الذي نجح، ومع من؟',
  ],
  [
    7,
    'Public investment in green infrastructure and circular economy',
    'Where can public money start a green economy in a small town?',
  ],
  [8, 'Gaps, support needed and project ideas', 'Every town leaves with one project idea, its gaps, and who can help.'],
] as const;

/**
 * The commands that build the example dialogue: 40 people of 22 municipalities in 10 countries, or as many as `count` says,
 * and five sessions over nine days from today.
 */
export function exampleCommands(
  founder: Record<string, unknown>,
  now: number,
  count = examplePeople.length,
): { kind: string; input: unknown }[] {
  const cast = castOf(count).map(({ answers, ...card }) => ({ answers, ...card, person: randomUUID(), email: '' }));
  const people = cast.map(({ answers: _answers, ...card }) => card);
  const answers = cast.flatMap(({ person, answers }) =>
    answers ? [{ person, ...answers, needs: answers.needs.map(idOfNeed) }] : [],
  );
  const ids = sessions.map(() => randomUUID() as string);
  return [
    {
      kind: 'about.create',
      input: {
        title: 'Local economic development and job creation',
        goal: 'Municipal practitioners of the Middle East, North Africa and Germany exchange what worked, name the gaps and the support needed, and leave with project ideas.',
        languages: ['en', 'ar'],
        example: true,
      },
    },
    { kind: 'people.found', input: { ...founder, municipality: 'Bonn', country: 'DE' } },
    { kind: 'form.list', input: { needs: suggestedNeeds.map(names => ({ need: null, names })) } },
    ...portionsOf(people).map(portion => ({ kind: 'people.add', input: { people: portion } })),
    ...portionsOf(answers).map(portion => ({ kind: 'form.fill', input: { answers: portion } })),
    ...sessions.map(([after, title, goal], at) => ({
      kind: 'sessions.plan',
      input: {
        session: ids[at],
        title,
        goal,
        startsAt: nineInTheMorning(now) + after * day,
        minutes,
        zone: 'Europe/Berlin',
      },
    })),
    ...ids.slice(0, 1).flatMap(session => [...examplePolls(session), ...exampleAgenda(session, minutes)]),
  ];
}

const portionsOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / limits.peoplePerImport) }, (_, at) =>
    items.slice(at * limits.peoplePerImport, (at + 1) * limits.peoplePerImport),
  );

/** The needs of a new list are numbered in its order. */
const idOfNeed = (name: string): string => `n${suggestedNeeds.findIndex(({ en }) => en === name) + 1}`;

/** The invented people, and what most of them have answered; beyond these, others of the same towns who have the first name of one and the family name of another. */
type Card = Omit<(typeof examplePeople)[number], 'answers'> & {
  answers?: { region: string; townSize: string; needs: string[] };
};

function castOf(count: number): Card[] {
  return Array.from({ length: Math.max(count, examplePeople.length) }, (_, at) => {
    const round = Math.floor(at / examplePeople.length);
    const card = personAt(at);
    if (round === 0) return card;
    const family = personAt(at + 7 * round)
      .name.split(' ')
      .slice(1)
      .join(' ');
    return { ...card, name: `${card.name.split(' ')[0]} ${family}`, role: 'participant' };
  });
}

const personAt = (at: number) => examplePeople[at % examplePeople.length] as Card;

// 09:00 UTC is within office hours from Marrakesh to Erbil; today's session begins in the next full hour when that has passed.
function nineInTheMorning(now: number): number {
  const nine = now - (now % day) + 9 * 3600 * 1000;
  return nine > now ? nine : now - (now % 3_600_000) + 3_600_000;
}
