import { usualSettings } from '@multaqa/shared/cluster/analysis/profile';
import { proposalOf } from '@multaqa/shared/cluster/cluster.samples';
import type { Sent } from '@multaqa/shared/dialogue.samples';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, seenAfter } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { HostClusters } from './HostClusters.tsx';
import { PublishedClusters } from './publish/PublishedClusters.tsx';

const [, , , , arrangement = ''] = sampleIds;
const sent = (kind: string, input: object): Sent => ({ by: ada, kind, input, at: 9_000 });
const apart = { ...usualSettings, rules: { ...usualSettings.rules, sharedLanguage: false, apart: [[ben, cleo]] } };
const proposed = sent('cluster.propose', { ...proposalOf(arrangement, [[ben], [cleo]]), settings: apart });
const moved = sent('cluster.move', { arrangement, people: [cleo], to: 'c1' });
const published = sent('cluster.publish', { arrangement });

const draw = (person: string, ...history: Sent[]) => {
  const { own: _, ...seen } = seenAfter(person, history);
  return renderDialogue(<HostClusters countryName={code => code} />, seen);
};
const cardOf = (person: string) => document.querySelector<HTMLElement>(`[data-person="${person}"]`);
const columnOf = (person: string) => cardOf(person)?.closest('section')?.querySelector('h3')?.textContent;
const pressKey = (code: string, more: KeyboardEventInit) =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...more }));

let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());

describe('an arrangement', () => {
  test('somebody who is moved by the menu is there at once, with a mark until the server has answered', async () => {
    scene = await draw(ada, proposed);
    expect(columnOf(cleo)).toBe('Group 2');
    await scene.press('Move Cleo to');
    await scene.until(() => expect(scene.find('[role=menuitem]', 'Group 1')).toBeDefined());
    await scene.after(() => scene.find('[role=menuitem]', 'Group 1')?.click());
    expect(scene.sent).toMatchObject([{ kind: 'cluster.move', input: { arrangement, people: [cleo], to: 'c1' } }]);
    expect(columnOf(cleo)).toBe('Group 1');
    expect(cardOf(cleo)?.querySelector('[aria-label="Being saved"]')).not.toBeNull();
  });

  test('what a move breaks is said beside the card and at the head of the cluster, and does not prevent it', async () => {
    scene = await draw(ada, proposed, moved);
    expect(columnOf(cleo)).toBe('Group 1');
    expect(cardOf(cleo)?.textContent).toContain('Should not be with Ben.');
    expect(cardOf(cleo)?.closest('section')?.querySelector('header')?.textContent).toContain('Should be apart: ');
  });

  test('the last change is taken back by button and by key, and nothing is where there is none', async () => {
    scene = await draw(ada, proposed);
    await scene.after(() => pressKey('KeyZ', { key: 'z', ctrlKey: true }));
    expect(scene.sent).toEqual([]);
    await scene.leave();
    scene = await draw(ada, proposed, moved);
    await scene.after(() => pressKey('KeyZ', { key: 'z', ctrlKey: true }));
    expect(scene.sent.map(({ kind }) => kind)).toEqual(['cluster.undo']);
  });

  test('facilitators see it and change nothing', async () => {
    scene = await draw(ben, proposed);
    expect(columnOf(cleo)).toBe('Group 2');
    expect(scene.find('button', 'Move Cleo to')).toBeUndefined();
    expect(scene.find('button', 'Publish')).toBeUndefined();
    expect(scene.find('button', 'Propose')).toBeUndefined();
  });

  test('what differs from the published clusters is counted', async () => {
    scene = await draw(ada, proposed, published, moved);
    expect(scene.text()).toContain('1 person differs from what is published.');
    expect(scene.find('button', 'Publish again')).toBeDefined();
  });

  test('whoever came after the clusters were published gets a suggestion and is placed with one click', async () => {
    const withoutCleo = sent('cluster.propose', proposalOf(arrangement, [[ben]]));
    scene = await draw(ada, withoutCleo, published);
    expect(scene.text()).toContain('1 person came after the clusters were published');
    await scene.press('Place');
    expect(scene.sent).toMatchObject([{ kind: 'cluster.place', input: { person: cleo, cluster: 'c1' } }]);
  });
});

describe('everybody else', () => {
  test('sees no clusters before they are published, then their own first, with names and towns', async () => {
    const show = (...history: Sent[]) => {
      const { own: _, ...seen } = seenAfter(cleo, history);
      return renderDialogue(<PublishedClusters />, seen);
    };
    scene = await show(proposed);
    expect(scene.text()).toContain('There are no clusters yet');
    await scene.leave();
    scene = await show(proposed, published);
    const [first, second] = document.querySelectorAll('h2');
    expect([first?.textContent, second?.textContent]).toEqual(['Group 2', 'Group 1']);
    expect(first?.closest('li')?.textContent).toContain('Bonn');
  });
});
