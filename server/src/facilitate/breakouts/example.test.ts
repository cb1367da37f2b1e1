import { dialogueRules } from '@multaqa/shared/dialogue';
import { personInput, play } from '@multaqa/shared/dialogue.samples';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import { guestAt } from '@multaqa/shared/facilitate/breakouts/guests.samples';
import { brokenRules, previewOf } from '@multaqa/shared/facilitate/breakouts/preview';
import { coverageOf } from '@multaqa/shared/facilitate/breakouts/rotation/coverage';
import { planRotation } from '@multaqa/shared/facilitate/breakouts/rotation/plan';
import { rulesOf, usualRotation } from '@multaqa/shared/facilitate/breakouts/rotation/settings';
import { yardsticksOf } from '@multaqa/shared/facilitate/breakouts/rotation/yardsticks';
import { guestsOf } from '@multaqa/shared/guests';
import { ada } from '@multaqa/shared/kernel/messages.samples';
import type { People } from '@multaqa/shared/people/people.state';
import { expect, test } from 'vitest';
import { exampleCommands } from '../../about/example.ts';

const [created, ...others] = exampleCommands(personInput(ada, 'Ada', { role: 'organiser' }), 0);
const { state } = play(
  dialogueRules,
  [created, ...others].flatMap((sent, at) => (sent ? [{ by: at < 2 ? 'engine' : ada, ...sent, at }] : [])),
);
const people = state.people as People;
const nameOf = (person: string) => people[person]?.name ?? '';
/** The people of the example with ids in the order of their names: they have new ones each time. */
const known = guestsOf(people, null).sort((a, b) => (nameOf(a.person) < nameOf(b.person) ? -1 : 1));
const guests: Guest[] = known.map((one, at) => ({ ...one, person: guestAt(at + 1) }));
const names = new Map(known.map(({ person }, at) => [guestAt(at + 1), nameOf(person)]));

const rotation = planRotation(
  guests,
  { rounds: 5, settings: usualRotation, before: [] },
  { progress() {}, isCancelled: () => false },
);
const rounds = rotation.status === 'planned' ? rotation.rounds : [];

/**
 * 38 people of 22 municipalities, one of them an interpreter; two people speak no Arabic, and five nothing else. Five rounds of
 * seven rooms: of 400 pairs that fit, 398 meet for the first time, though every room has a common language or the interpreter.
 */
test('in the example dialogue half of all people and nearly all municipalities meet in five rounds of five', () => {
  const { of, met, rounds: told } = coverageOf(guests, [], rounds);
  expect(of).toEqual({ people: 666, towns: 231 });
  expect(told.map(({ people: pairs }) => pairs)).toEqual([80, 80, 80, 80, 80]);
  expect(told.map(({ fresh }) => fresh)).toEqual([
    { people: 80, towns: 68 },
    { people: 80, towns: 54 },
    { people: 80, towns: 42 },
    { people: 79, towns: 34 },
    { people: 79, towns: 26 },
  ]);
  expect(met).toEqual({ people: 398, towns: 224 });
  const { ceiling, random } = yardsticksOf(guests, [], Array<number>(5).fill(7), [], 1);
  expect(ceiling).toEqual({ people: 400, towns: 231 });
  expect([random.people / of.people, random.towns / of.towns].map(share => share.toFixed(2))).toEqual(['0.47', '0.78']);
});

test('every rule is kept, and the interpreter goes where somebody would understand nobody', () => {
  for (const round of rounds) {
    const rooms = round.map((room, at) => ({ ...room, room: `r${at}` }));
    expect(brokenRules(guests, rooms, rulesOf(usualRotation))).toEqual([]);
    const { rooms: facts } = previewOf(guests, rooms);
    for (const { shared, isInterpreted, interpreters } of facts) {
      expect(shared.length > 0 || isInterpreted).toBe(true);
      if (isInterpreted) expect(interpreters).toHaveLength(1);
    }
    expect(rooms.filter(({ facilitator }) => facilitator !== null)).toHaveLength(3);
  }
});

test('the first round is always the same', () => {
  const told = rounds[0]?.map(room => room.people.map(person => names.get(person)).join(', '));
  expect(told).toEqual([
    'Amel Jaziri, Bilal Mawlawi, Jonas Richter, Mariam Handal, Petra Lindner, Samira Zeid',
    'Dalia Khoury, Issa Khair, Khadija Alaoui, Rima Karam, Sonia Gharbi, Wael Nazzal',
    'Fadi Hroub, Farid Benali, Huda Swehli, Mona El Sayed, Salma Idrissi, Shilan Aziz',
    'Ali Zorgani, Hedi Mansouri, Ines Louati, Leila Ben Amor, Yousef Tarawneh',
    'Hanan Nubi, Hassan Zaatari, Karim Trabelsi, Nada Bizri, Omar Haddad',
    'Huda Majali, Mahmoud Saad, Nabil Cherif, Tariq Nasser, Yassine Mouline',
    'Katrin Weber, Nour Abu Sneineh, Rachid Amrani, Rania Obeidat, Sami Qawasmi',
  ]);
});
