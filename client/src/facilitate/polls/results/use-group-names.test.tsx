import { others } from '@multaqa/shared/facilitate/polls/results/splits';
import { dimensions } from '@multaqa/shared/facilitate/polls/sheet';
import { afterEach, expect, test } from 'vitest';
import { session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { useGroupNames } from './use-group-names.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const groups = {
  cluster: ['gone'],
  language: ['ar', 'pt-PT'],
  municipality: ['Sfax/TN', 'Aix/Marseille/FR', 'Bonn'],
  room: [`${session}/plenary`],
};

function AllNames() {
  const nameOf = useGroupNames();
  return dimensions.map(by => (
    <p key={by}>{[...groups[by], '', others].map(group => nameOf(by, group).name).join('; ')}</p>
  ));
}

test('groups have the names that people know, and those of nobody and of several have one too', async () => {
  scene = await renderDialogue(<AllNames />);
  expect([...document.querySelectorAll('p')].map(one => one.textContent)).toEqual([
    'A former cluster; Not known; Others',
    'Arabic; pt-PT; Not known; Others',
    'Sfax, Tunisia; Aix/Marseille, France; Bonn; Not known; Others',
    'Plenary; Not known; Others',
  ]);
});
