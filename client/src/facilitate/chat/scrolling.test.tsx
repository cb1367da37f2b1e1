import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import { ada, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lobby, session, snapshotWelcome, viewOf } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { ChatPanel } from './ChatPanel.tsx';
import { giveLayout, heightOf } from './chat-layout.samples.ts';

const messages = (count: number): Message[] =>
  Array.from({ length: count }, (_, at) => ({
    message: `000000${10 + at}-0000-4000-8000-000000000001`,
    seq: at + 1,
    at: (at + 1) * 60_000,
    author: ada,
    to: lobby,
    reactions: {},
    status: 'said',
    text: `Word ${at}`,
  }));

const seen = (count: number) => seenOf(messages(count));

const seenOf = (shown: readonly Message[], more = false) => ({
  me: cleo,
  audience: { role: 'participant' as const, place: { session, room: lobby }, watches: [] },
  view: {
    ...viewOf(ada),
    chat: {
      [lobby]: { room: lobby, messages: shown, more, changes: { messages: [], since: 0, latest: 0 } },
    },
  },
});

const sight = 200;

describe('the chat while messages come in', () => {
  let scene: Awaited<ReturnType<typeof renderDialogue>>;
  let takeLayout = () => {};
  const box = () => document.querySelector('section') as HTMLElement;
  const arrive = (count: number) => scene.after(() => scene.server.handlers.welcome(snapshotWelcome(seen(count))));
  beforeEach(async () => {
    takeLayout = giveLayout(sight);
    scene = await renderDialogue(<ChatPanel />, seen(6));
  });
  afterEach(async () => {
    await scene.leave();
    takeLayout();
  });

  test('the end stays in sight of who is there', async () => {
    expect(box().scrollTop).toBe(heightOf(6) - sight);
    await arrive(9);
    expect(box().scrollTop).toBe(heightOf(9) - sight);
  });

  test('nothing moves under the finger of who has scrolled up, not even before the browser has told of it', async () => {
    box().scrollTop = 0;
    await arrive(9);
    expect(box().scrollTop).toBe(0);
    expect(scene.text()).toContain('3 new');
  });

  test('nothing moves under the menu of a message, at the end either, until it is closed', async () => {
    const article = [...document.querySelectorAll('article')].at(-1);
    const trigger = () => article?.querySelector<HTMLElement>('button[aria-haspopup]');
    const press = () => scene.after(() => trigger()?.click());
    await press();
    expect(trigger()?.getAttribute('aria-expanded')).toBe('true');
    await arrive(7);
    await arrive(9);
    expect(box().scrollTop).toBe(heightOf(6) - sight);
    expect(scene.text()).toContain('3 new');
    await press();
    await arrive(10);
    expect(box().scrollTop).toBe(heightOf(6) - sight);
    await scene.press('4 new');
    expect(box().scrollTop).toBe(heightOf(10) - sight);
  });

  test('the end stays in sight when something above it goes away', async () => {
    await arrive(9);
    await arrive(3);
    expect(box().scrollTop).toBe(heightOf(3) - sight);
    await arrive(6);
    expect(box().scrollTop).toBe(heightOf(6) - sight);
  });

  test('of a long conversation only what is in sight is drawn, and as little of it after a thousand messages', async () => {
    await arrive(40);
    const drawn = document.querySelectorAll('article').length;
    expect(drawn).toBeGreaterThan(1);
    expect(drawn).toBeLessThan(20);
    await arrive(1_000);
    await scene.until(() => expect(scene.text()).toContain('Word 999'));
    expect(document.querySelectorAll('article').length).toBeLessThanOrEqual(drawn);
    expect(scene.text()).not.toContain('Word 20');
  });

  test('what has the focus stays drawn, however far the reader scrolls', async () => {
    const last = () =>
      [...document.querySelectorAll('article')].find(article => article.textContent?.includes('Word 5'));
    last()?.querySelector<HTMLElement>('button[aria-haspopup]')?.focus();
    await arrive(60);
    expect(last()?.contains(document.activeElement)).toBe(true);
  });

  test('an older page comes in above what the reader looks at', async () => {
    await scene.leave();
    const all = messages(40);
    scene = await renderDialogue(<ChatPanel />, seenOf(all.slice(20), true));
    scene.answerAsks({ messages: all.slice(0, 20), more: false });
    const place = (words: string) => {
      const entry = [...document.querySelectorAll<HTMLElement>('[data-entry]')].find(one =>
        one.textContent?.includes(words),
      );
      return entry && Number.parseFloat(entry.style.getPropertyValue('inset-block-start')) - box().scrollTop;
    };
    await scene.after(() => {
      box().scrollTop = 40;
    });
    await scene.until(() => expect(place('Word 21')).toBeDefined());
    const before = place('Word 21');
    await scene.until(() => expect(scene.text()).not.toContain('Earlier messages'));
    expect(place('Word 21')).toBe(before);
    expect(box().scrollTop).toBeGreaterThan(500);
  });
});
