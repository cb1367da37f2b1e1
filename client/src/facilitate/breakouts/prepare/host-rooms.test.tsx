import type { Sent } from '@multaqa/shared/dialogue.samples';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, seenAfter, session } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { HostRooms } from './HostRooms.tsx';

const [, , , grouping = '', one = '', two = ''] = sampleIds;
const rooms = [one, two].map((id, mark) => ({ room: `${session}/${id}`, names: {}, mark, cluster: null }));
const [first, second] = rooms.map(({ room }) => room);
const sent = (kind: string, input: object): Sent => ({ by: ada, kind, input, at: 9_000 });
const prepared = sent('breakouts.prepare', {
  ...{ grouping, session, title: 'Two and two', way: 'hand', round: null, rooms, sizes: [1, 1], people: [ben, cleo] },
});
const moved = sent('breakouts.place', { grouping, people: [cleo], room: first });
const seated = sent('breakouts.rule', { grouping, minutes: 10, late: 'choose', plenary: 'closed', seats: 1 });

const draw = (person: string, ...history: Sent[]) => {
  const { own: _, ...seen } = seenAfter(person, history);
  return renderDialogue(<HostRooms session={session} />, seen);
};
const cardOf = (person: string) => document.querySelector<HTMLElement>(`[data-person="${person}"]`);
const roomOf = (person: string) => cardOf(person)?.closest('section')?.querySelector('h3')?.textContent;

let scene: Awaited<ReturnType<typeof draw>>;
afterEach(() => scene.leave());

describe('a session without breakouts', () => {
  test('offers each way with one button, and says what comes of it before anything is saved', async () => {
    scene = await draw(ada);
    expect(scene.text()).toContain('No breakouts are prepared yet');
    expect(scene.find('button', 'Repeat rooms')).toBeUndefined();
    await scene.press('Rooms at random');
    await scene.until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('1 room with'));
    expect(scene.sent).toEqual([]);
    await scene.press('Prepare');
    expect(scene.sent).toMatchObject([
      { kind: 'breakouts.prepare', input: { session, way: 'random', title: 'At random', round: null } },
    ]);
  });

  test('has no rooms by cluster while no clusters are published', async () => {
    scene = await draw(ada);
    await scene.press('Rooms by cluster');
    await scene.until(() =>
      expect(document.querySelector('[role=dialog]')?.textContent).toContain('No clusters are published yet'),
    );
    expect(scene.find('button', 'Prepare')?.hasAttribute('disabled')).toBe(true);
  });
});

describe('the rooms of a grouping', () => {
  test('who is moved by the menu is there at once, with a mark until the server has answered', async () => {
    scene = await draw(ada, prepared);
    expect([roomOf(ben), roomOf(cleo)]).toEqual(['Room 1', 'Room 2']);
    await scene.press('Move Cleo to');
    await scene.until(() => expect(scene.find('[role=menuitem]', 'Room 1')).toBeDefined());
    await scene.after(() => scene.find('[role=menuitem]', 'Room 1')?.click());
    expect(scene.sent).toMatchObject([{ kind: 'breakouts.place', input: { grouping, people: [cleo], room: first } }]);
    expect(roomOf(cleo)).toBe('Room 1');
    expect(cardOf(cleo)?.querySelector('[aria-label="Being saved"]')).not.toBeNull();
  });

  test('what is broken is said at the head of a room and prevents nothing', async () => {
    scene = await draw(ada, prepared, seated, moved);
    const head = cardOf(cleo)?.closest('section')?.querySelector('header')?.textContent;
    expect(head).toContain('2 people, at most 1.');
    expect(scene.text()).toContain('Nobody is here yet.');
  });

  test('a room in which nobody is goes at once, one with people after a question', async () => {
    const remove = async (room: string) => {
      scene = await draw(ada, prepared, moved);
      await scene.press(`Actions for ${room}`);
      await scene.until(() => expect(scene.find('[role=menuitem]', 'Remove the room')).toBeDefined());
      await scene.after(() => scene.find('[role=menuitem]', 'Remove the room')?.click());
    };
    await remove('Room 2');
    expect(scene.sent).toMatchObject([{ kind: 'breakouts.drop', input: { grouping, room: second } }]);
    await scene.leave();
    await remove('Room 1');
    await scene.until(() => expect(scene.find('[role=dialog]', 'Its people stay without a room')).toBeDefined());
    expect(scene.sent).toEqual([]);
  });
});

describe('what is prepared', () => {
  test('is saved when its field is left, and marked where one language was not changed along', async () => {
    const task = (language: string, text: string, at: number): Sent => ({
      ...sent('breakouts.describe', { grouping, room: null, field: 'task', language, text }),
      at,
    });
    scene = await draw(ada, prepared, task('ar', 'مهمة', 10_000), task('en', 'A task', 900_000));
    await scene.press('Task and material');
    const older = [...document.querySelectorAll('[aria-label="Task"] label')].map(label => [
      label.textContent,
      label.closest('[class*=version]')?.textContent?.includes('older than the other'),
    ]);
    expect(older).toEqual([
      ['English', false],
      ['العربية', true],
    ]);
    await scene.type('Another task');
    expect(scene.sent).toEqual([]);
    await scene.after(() =>
      document.querySelector('textarea')?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })),
    );
    expect(scene.sent).toMatchObject([
      {
        kind: 'breakouts.describe',
        input: { grouping, room: null, field: 'task', language: 'en', text: 'Another task' },
      },
    ]);
  });
});
