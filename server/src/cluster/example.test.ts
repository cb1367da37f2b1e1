import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { dialogueRules } from '@multaqa/shared/dialogue';
import { personInput, play } from '@multaqa/shared/dialogue.samples';
import { ada } from '@multaqa/shared/kernel/messages.samples';
import { expect, test } from 'vitest';
import { exampleCommands } from '../about/example.ts';
import { groupedIn, knownOf } from './known.ts';
import { namesOf } from './names.ts';
import { propose } from './propose.ts';

const [created, ...others] = exampleCommands(personInput(ada, 'Ada', { role: 'organiser' }), 0);
const { state } = play(
  dialogueRules,
  [created, ...others].flatMap((sent, at) => (sent ? [{ by: at < 2 ? 'engine' : ada, ...sent, at }] : [])),
);
const known = knownOf(state);
const { profiles, fields } = groupedIn(known);
const quiet = { progress() {}, isCancelled: () => false };

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => line.trim());

/**
 * What a person would accept on sight: the Maghreb, who speak French and Arabic; craftspeople, farmers and fishers of small towns of the
 * Levant; those in larger towns who want firms, energy and jobs for graduates; and the two towns after coal and phosphate with Bonn.
 */
test('the example dialogue is grouped by languages, towns and what people are after', async () => {
  const proposal = await propose(profiles, fields, usualSettings, quiet);
  if (proposal.status !== 'proposed') throw new Error(proposal.status);
  const told = proposal.clusters.map(({ people, name }) => ({
    name: namesOf(name, known.form),
    people: people.map(person => `${known.people[person]?.name}, ${known.people[person]?.municipality}`).sort(),
  }));
  expect(told.map(({ name }) => name.en)).toEqual([
    'Maghreb',
    'Markets',
    'Energy, water and climate',
    'Mining and after',
  ]);
  expect(told.map(({ people }) => people)).toEqual([
    lines(`Ali Zorgani, Misrata
      Amel Jaziri, Kairouan
      Farid Benali, Oran
      Hedi Mansouri, Tunis
      Huda Swehli, Misrata
      Karim Trabelsi, Sfax
      Khadija Alaoui, Marrakesh
      Leila Ben Amor, Sfax
      Nabil Cherif, Kairouan
      Rachid Amrani, Agadir
      Salma Idrissi, Agadir
      Sonia Gharbi, Tunis
      Yassine Mouline, Marrakesh`),
    lines(`Fadi Hroub, As-Samou'
      Hassan Zaatari, Saida
      Huda Majali, Karak
      Issa Khair, Bethlehem
      Mahmoud Saad, Aswan
      Mariam Handal, Bethlehem
      Nada Bizri, Saida
      Nour Abu Sneineh, Hebron
      Rima Karam, Tripoli
      Samira Zeid, Qalqilya
      Wael Nazzal, Qalqilya`),
    lines(`Bilal Mawlawi, Tripoli
      Dalia Khoury, Amman
      Hanan Nubi, Aswan
      Mona El Sayed, Alexandria
      Omar Haddad, Irbid
      Rania Obeidat, Irbid
      Sami Qawasmi, Hebron
      Shilan Aziz, Erbil
      Tariq Nasser, Amman
      Yousef Tarawneh, Karak`),
    lines(`Ines Louati, Gabès
      Jonas Richter, Leipzig
      Katrin Weber, Bonn
      Petra Lindner, Leipzig`),
  ]);
});

test('its names are there in every language', async () => {
  const proposal = await propose(profiles, fields, { ...usualSettings, count: 6 }, quiet);
  if (proposal.status !== 'proposed') throw new Error(proposal.status);
  const names = proposal.clusters.map(({ name }) => namesOf(name, known.form));
  expect(new Set(names.map(({ ar }) => ar)).size).toBe(6);
  for (const name of names) expect(Object.values(name).every(Boolean)).toBe(true);
});
