import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import { ada, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lobby, session, snapshotWelcome, viewOf } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { ChatPanel } from './ChatPanel.tsx';

const line = 100;
const sight = 200;

/** This document has no layout: each message is a hundred pixels high, and two are in sight. */
function giveLayout(): () => void {
  const tops = new WeakMap<object, number>();
  const heightOf = (element: Element) => Math.max(sight, line * element.querySelectorAll('article').length);
  const given: Record<string, PropertyDescriptor & ThisType<HTMLElement>> = {
    clientHeight: { get: () => sight },
    scrollHeight: {
      get() {
        return heightOf(this);
      },
    },
    scrollTop: {
      get() {
        return Math.min(tops.get(this) ?? 0, heightOf(this) - sight);
      },
      set(top: number) {
        tops.set(this, Math.max(0, Math.min(top, heightOf(this) - sight)));
      },
    },
  };
  for (const [name, property] of Object.entries(given))
    Object.defineProperty(HTMLElement.prototype, name, { ...property, configurable: true });
  return () => {
    for (const name of Object.keys(given)) Reflect.deleteProperty(HTMLElement.prototype, name);
  };
}

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

const seen = (count: number) => ({
  me: cleo,
  audience: { role: 'participant' as const, place: { session, room: lobby }, watches: [] },
  view: {
    ...viewOf(ada),
    chat: {
      [lobby]: { room: lobby, messages: messages(count), more: false, changes: { messages: [], since: 0, latest: 0 } },
    },
  },
});

describe('the chat while messages come in', () => {
  let scene: Awaited<ReturnType<typeof renderDialogue>>;
  let takeLayout = () => {};
  const box = () => document.querySelector('section') as HTMLElement;
  const arrive = (count: number) => scene.after(() => scene.server.handlers.welcome(snapshotWelcome(seen(count))));
  beforeEach(async () => {
    takeLayout = giveLayout();
    scene = await renderDialogue(<ChatPanel />, seen(6));
  });
  afterEach(async () => {
    await scene.leave();
    takeLayout();
  });

  test('the end stays in sight of who is there', async () => {
    expect(box().scrollTop).toBe(6 * line - sight);
    await arrive(9);
    expect(box().scrollTop).toBe(9 * line - sight);
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
    expect(box().scrollTop).toBe(6 * line - sight);
    expect(scene.text()).toContain('3 new');
    await press();
    await arrive(10);
    expect(box().scrollTop).toBe(6 * line - sight);
    await scene.press('4 new');
    expect(box().scrollTop).toBe(10 * line - sight);
  });

  test('the end stays in sight when something above it goes away', async () => {
    await arrive(9);
    await arrive(3);
    expect(box().scrollTop).toBe(3 * line - sight);
    await arrive(6);
    expect(box().scrollTop).toBe(6 * line - sight);
  });
});
