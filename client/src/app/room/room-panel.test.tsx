import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { giveLayout } from '../../facilitate/chat/chat-layout.samples.ts';
import { RoomPanel } from './RoomPanel.tsx';
import { InRoom, plenary } from './room.samples.tsx';
import { usePanel } from './use-panel.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;

function Panel() {
  return (
    <InRoom>
      <RoomPanel panel={usePanel('people')} />
    </InRoom>
  );
}
beforeEach(async () => {
  scene = await renderDialogue(<Panel />, seenAfter(cleo, []));
  await vi.waitFor(() => expect(scene.text()).toContain('in the room'));
});
afterEach(() => scene.leave());

const tab = (name: string) => scene.find('[role=tab]', name);
const isSelected = (name: string) => tab(name)?.getAttribute('aria-selected');
const press = (key: string, target: EventTarget = document.activeElement ?? document.body) =>
  scene.after(() => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })));

describe('the panel beside the stage', () => {
  test('shows one feature; the tabs of all stay when it is closed, and open it again', async () => {
    expect([isSelected('People'), isSelected('Chat')]).toEqual(['true', 'false']);
    await scene.press('Close the panel');
    expect(scene.find('[role=tabpanel]')).toBeUndefined();
    expect([isSelected('People'), isSelected('Chat')]).toEqual(['false', 'false']);
    expect(document.activeElement).toBe(tab('People'));
    await scene.press('Chat');
    await vi.waitFor(() => expect(scene.find('[role=tabpanel] textarea')).toBeDefined());
  });

  test('is closed by Escape, and the focus stays where it was opened from', async () => {
    await press('Escape', document.body);
    expect(scene.find('[role=tabpanel]')).toBeUndefined();
    expect(document.activeElement).toBe(tab('People'));
  });

  test('is entered by its key as soon as it is there', async () => {
    await press('c', document.body);
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  });

  test('goes along when arrows move between its tabs; while it is closed they open nothing', async () => {
    act(() => tab('People')?.focus());
    await press('ArrowRight');
    await vi.waitFor(() => expect(isSelected('Floor')).toBe('true'));
    expect(document.activeElement).toBe(tab('Floor'));
    await scene.press('Close the panel');
    await press('ArrowDown');
    expect(document.activeElement).toBe(tab('Chat'));
    expect(scene.find('[role=tabpanel]')).toBeUndefined();
  });

  test('tells on a tab how much is new behind it, until it is opened', async () => {
    const input = { room: plenary, message: '00000099-0000-4000-8000-000000000099', text: 'Good morning' };
    const said = { by: ben, kind: 'chat.say', input, at: 1_700_000_000_000 };
    await scene.after(() => scene.server.handlers.welcome(snapshotWelcome(seenAfter(cleo, [said]))));
    expect(tab('Chat')?.textContent).toContain('1 new message');
    const takeLayout = giveLayout(600);
    await scene.press('Chat');
    await vi.waitFor(() => expect(scene.find('[role=tabpanel]')?.textContent).toContain('Good morning'));
    expect(tab('Chat')?.textContent).toBe('Chat');
    takeLayout();
  });
});

describe('tabs for which there is no room', () => {
  /** Every tab is 60 px long, in a row of 230 px. */
  const inSmallRow = async (work: () => Promise<void>) => {
    const length = vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(60);
    // What the menu's button takes, the row has no longer.
    const room = vi
      .spyOn(HTMLElement.prototype, 'clientWidth', 'get')
      .mockImplementation(() => (document.querySelector('[data-more]') ? 170 : 230));
    await scene.leave();
    scene = await renderDialogue(<Panel />, seenAfter(cleo, []));
    await work();
    length.mockRestore();
    room.mockRestore();
  };
  const seen = () => [...document.querySelectorAll('[role=tab][data-out=false]')].map(one => one.getAttribute('title'));

  test('are in a menu, and the open one is always among the others', () =>
    inSmallRow(async () => {
      expect(seen()).toEqual(['Floor', 'Chat', 'People']);
      await scene.press('More panels');
      await scene.until(() => expect(scene.find('[role=menuitem]', 'Questions')).toBeDefined());
      expect(scene.find('[role=menuitem]', 'People')).toBeUndefined();
      await scene.after(() => scene.find('[role=menuitem]', 'Questions')?.click());
      expect(isSelected('Questions')).toBe('true');
      expect(seen()).toEqual(['Floor', 'Chat', 'Questions']);
    }));

  test('are passed over by the arrows', () =>
    inSmallRow(async () => {
      act(() => tab('Chat')?.focus());
      await press('ArrowRight');
      expect(document.activeElement).toBe(tab('People'));
    }));
});

describe('the sheet of a phone', () => {
  const dragHead = (way: number) =>
    scene.after(() => {
      const head = document.querySelector('[role=tablist]')?.parentElement;
      if (head) head.setPointerCapture = () => {};
      const point = (type: string, clientY: number) =>
        head?.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerType: 'touch', pointerId: 1, clientY }));
      point('pointerdown', 400);
      point('pointermove', 400 + way);
      point('pointerup', 400 + way);
    });
  const isTall = () => scene.find('button', 'Make the panel smaller') !== undefined;

  test('is drawn up to all of the screen and down again to its tabs by its head', async () => {
    await dragHead(-120);
    expect(isTall()).toBe(true);
    await dragHead(120);
    expect([isTall(), isSelected('People')]).toEqual([false, 'true']);
    await dragHead(120);
    expect(scene.find('[role=tabpanel]')).toBeUndefined();
    await dragHead(-120);
    expect(scene.find('[role=tabpanel]')).toBeDefined();
  });

  test('stays where it is when a finger only presses', async () => {
    await dragHead(6);
    expect([isTall(), isSelected('People')]).toEqual([false, 'true']);
  });
});
