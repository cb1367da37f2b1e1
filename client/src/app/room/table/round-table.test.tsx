import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seenAfter } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { mediaStoreOf } from '../../../facilitate/media/use-media.ts';
import { InRoom } from '../room.samples.tsx';
import { TableLayout } from './TableLayout.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;

// This document draws nothing, so that a stage has no size of its own.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(640);
});
afterEach(async () => {
  await scene.leave();
  vi.restoreAllMocks();
});

const draw = async (me: string) => {
  scene = await renderDialogue(
    <InRoom>
      <TableLayout />
    </InRoom>,
    seenAfter(me),
  );
};
const seats = () => [...document.querySelectorAll<HTMLElement>('[data-seat]')];
const seatOf = (person: string) => seats().find(seat => seat.dataset.seat === person);
const speak = (...activeSpeakers: string[]) =>
  scene.after(() => mediaStoreOf(scene.dialogue).setState({ activeSpeakers }));
const press = (key: string) =>
  scene.after(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

describe('the round table', () => {
  test('is a list of everybody with their towns, from oneself on', async () => {
    await draw(cleo);
    const list = document.querySelector('ul');
    expect(list?.getAttribute('aria-label')).toBe('Everybody in the room');
    expect(seats()[0]?.textContent).toContain('You');
    expect(seats().map(seat => seat.dataset.seat)).toContain(ben);
    expect(list?.querySelectorAll('li')).toHaveLength(seats().length);
  });

  test('is one stop of the Tab key, and arrow keys go round it', async () => {
    await draw(ada);
    const stops = () => seats().filter(seat => seat.tabIndex === 0);
    expect(stops()).toEqual([seats()[0]]);
    act(() => seats()[0]?.focus());
    const count = seats().length;
    for (let at = 1; at <= count; at += 1) {
      await press(at % 2 === 0 ? 'ArrowDown' : 'ArrowRight');
      expect(document.activeElement).toBe(seats()[at % count]);
      expect(stops()).toEqual([document.activeElement]);
    }
    await press('ArrowLeft');
    expect(document.activeElement).toBe(seats().at(-1));
    await press('Home');
    expect(document.activeElement).toBe(seats()[0]);
  });

  test('has whoever speaks in its middle and marks their seat', async () => {
    await draw(ada);
    expect(document.querySelector('figure')).toBeNull();
    await speak(ben);
    expect(document.querySelector('figure')?.textContent).toContain('Ben');
    expect(seatOf(ben)?.textContent).toContain('speaking');
    await speak();
    // Who has stopped stays in sight until somebody else begins.
    expect(document.querySelector('figure')?.textContent).toContain('Ben');
    expect(seatOf(ben)?.textContent).not.toContain('speaking');
  });

  test('shows by a seat’s menu whom one wants to look at, whoever speaks', async () => {
    await draw(cleo);
    await scene.after(() => seatOf(ben)?.click());
    await vi.waitFor(() => expect(scene.find('[role=menuitem]', 'Pin for me')).toBeDefined());
    // Cleo hosts nothing.
    expect(document.querySelectorAll('[role=menuitem]')).toHaveLength(1);
    await scene.after(() => scene.find('[role=menuitem]', 'Pin for me')?.click());
    await speak(ada);
    expect(document.querySelector('figure')?.textContent).toContain('Ben');
  });

  test('gives hosts in the same menu what they can do for somebody', async () => {
    await draw(ada);
    await scene.after(() => seatOf(cleo)?.click());
    await vi.waitFor(() => expect(scene.find('[role=menuitem]', 'Mute')).toBeDefined());
    expect(scene.find('[role=menuitem]', 'Remove from the session')).toBeDefined();
  });
});
