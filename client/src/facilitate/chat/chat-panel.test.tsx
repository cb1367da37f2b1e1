import type { RoomChat } from '@multaqa/shared/facilitate/chat/chat.rules';
import type { Message } from '@multaqa/shared/facilitate/chat/chat.state';
import type { Role } from '@multaqa/shared/kernel/messages';
import { ada, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { limits } from '@multaqa/shared/limits';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lobby, session, snapshotWelcome, viewOf } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { ChatPanel } from './ChatPanel.tsx';
import { giveLayout } from './chat-layout.samples.ts';

const said = (seq: number, author: string, text: string): Message => ({
  message: `${String(seq).padStart(8, '0')}-0000-4000-8000-000000000000`,
  seq,
  at: seq * 60_000,
  author,
  to: lobby,
  reactions: {},
  status: 'said',
  text,
});

const draw = (me: string, role: Role, messages: Message[] = []) =>
  renderDialogue(<ChatPanel />, {
    me,
    audience: { role, place: { session, room: lobby }, watches: [] },
    view: {
      ...viewOf(ada),
      chat: {
        [lobby]: {
          room: lobby,
          messages,
          more: false,
          changes: { messages: [], since: 0, latest: 0 },
          announced: null,
        },
      },
    },
  });

let scene: Awaited<ReturnType<typeof draw>>;
let takeLayout = () => {};
// All of it is in sight.
beforeEach(() => {
  takeLayout = giveLayout(10_000);
});
afterEach(async () => {
  await scene.leave();
  takeLayout();
});

describe('the chat panel', () => {
  test('shows who said what, and oneself as “You”', async () => {
    scene = await draw(cleo, 'participant', [said(1, ada, 'Good morning'), said(2, cleo, 'صباح الخير')]);
    expect(scene.find('article', 'Ada')?.textContent).toContain('Good morning');
    expect(scene.find('article', 'You')?.textContent).toContain('صباح الخير');
  });

  test('one’s own words stand there at once, with a clock until the server has them', async () => {
    scene = await draw(cleo, 'participant');
    await scene.type('Hello from Bonn');
    await scene.press('Send');
    expect(scene.text()).toContain('Hello from Bonn');
    expect(scene.text()).toContain('waiting to be sent');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    expect(scene.sent[0]?.kind).toBe('chat.say');
    expect(document.querySelector('textarea')?.value).toBe('');
  });

  test('is a feed of messages for screen readers as soon as there is one', async () => {
    scene = await draw(cleo, 'participant');
    expect(scene.find('[role=feed]')).toBeUndefined();
    await scene.leave();
    scene = await draw(cleo, 'participant', [said(1, ada, 'Good morning')]);
    expect(scene.find('[role=feed] article', 'Ada')).toBeDefined();
  });

  test('refused words keep their text and can be written again', async () => {
    scene = await draw(cleo, 'participant');
    await scene.type('Too late');
    await scene.press('Send');
    await vi.waitFor(() => expect(scene.sent).toHaveLength(1));
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'not-now' }));
    await vi.waitFor(() => expect(scene.text()).toContain('not possible at the moment'));
    await scene.press('Write again');
    expect(document.querySelector('textarea')?.value).toBe('Too late');
    expect(scene.text()).not.toContain('not possible at the moment');
  });

  test('the text of a removed message is nowhere', async () => {
    const gone: Message = { ...said(1, ada, ''), status: 'removed', removedBy: ada };
    scene = await draw(cleo, 'participant', [gone]);
    expect(scene.text()).toContain('Message removed');
  });

  test('observers read along and have no field', async () => {
    scene = await draw(dina, 'observer', [said(1, ada, 'Good morning')]);
    expect(document.querySelector('textarea')).toBeNull();
    expect(scene.text()).toContain('you can read');
  });

  test('only hosts can write to all rooms', async () => {
    scene = await draw(cleo, 'participant');
    expect(scene.find('button', 'Write to all rooms')).toBeUndefined();
    await scene.leave();
    scene = await draw(ada, 'organiser');
    expect(scene.find('button', 'Write to all rooms')).toBeDefined();
  });

  test('who chooses to write to all rooms writes on in the field, and Enter sends', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    scene = await draw(ada, 'organiser');
    await scene.press('Write to all rooms');
    const field = document.querySelector('textarea');
    expect(document.activeElement).toBe(field);
    await scene.type('We begin in five minutes');
    await scene.after(() =>
      field?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })),
    );
    await vi.waitFor(() => expect(scene.sent[0]).toMatchObject({ kind: 'chat.announce', input: { session } }));
    vi.unstubAllGlobals();
  });

  test('addresses can be followed, markup stays text', async () => {
    scene = await draw(cleo, 'participant', [said(1, ada, '<b>see</b> https://example.org/a?b=c.')]);
    expect(scene.find('a', 'example.org')?.getAttribute('href')).toBe('https://example.org/a?b=c');
    expect(scene.text()).toContain('<b>see</b>');
  });

  test('[C7] a reaction to a message that has long left the page is on the screen', async () => {
    const all = Array.from({ length: limits.chatPage + 1 }, (_, at) => said(at + 1, ada, `Word ${at + 1}`));
    const seen = (chat: RoomChat) => ({
      me: cleo,
      audience: { role: 'participant' as const, place: { session, room: lobby }, watches: [] },
      view: { ...viewOf(ada), chat: { [lobby]: chat } },
    });
    const changes = { messages: [], since: 0, latest: 0 };
    scene = await renderDialogue(
      <ChatPanel />,
      seen({ room: lobby, messages: all.slice(0, limits.chatPage), more: false, changes, announced: null }),
    );
    const show = (chat: RoomChat) => scene.after(() => scene.server.handlers.welcome(snapshotWelcome(seen(chat))));
    const later = { room: lobby, messages: all.slice(1), more: true, announced: null };
    await show({ ...later, changes });
    expect(scene.find('article', 'Word 1')).toBeDefined();
    const [first] = all;
    if (!first) throw new Error('no message');
    const applauded: Message = { ...first, reactions: { '👏': [ada] } };
    await show({ ...later, changes: { messages: [applauded], since: 0, latest: 90 } });
    expect(scene.find('article', 'Word 1')?.textContent).toContain('👏');
    const removed: Message = { ...first, text: '', status: 'removed', removedBy: ada };
    await show({ ...later, changes: { messages: [removed], since: 0, latest: 91 } });
    expect(scene.find('article', 'Message removed')).toBeDefined();
    expect(scene.find('article')?.textContent).not.toContain('Word 1');
  });
});
