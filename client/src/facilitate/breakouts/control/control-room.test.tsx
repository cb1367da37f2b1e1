import { beginning, firstRoom, inBreakouts, type Sent, secondRoom } from '@multaqa/shared/dialogue.samples';
import type { SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ada, seenAfter, session, snapshotWelcome } from '../../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { type Room, RoomContext } from '../../../dialogue/room.ts';
import { ControlRoom } from './ControlRoom.tsx';

/** The device's clock stands still; the server's, which counts, is four seconds ahead of it. */
const now = 1_700_000_004_000;
const live = inBreakouts.slice(beginning.length);
const help: Sent = {
  by: ben,
  kind: 'breakouts.help',
  input: { room: secondRoom, text: 'What is our task?' },
  at: now - 65_000,
};
type Welcomed = Parameters<typeof snapshotWelcome>[0];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: now - 4_000 });
});
afterEach(async () => {
  await scene.leave();
  vi.useRealTimers();
});

async function draw(person: string, history: readonly Sent[], speech: SpeechOverview | null = null): Promise<void> {
  const seen = seenAfter(person, history);
  const room = { room: `${session}/plenary`, session: seen.view.sessions[session], lines: [] } as unknown as Room;
  scene = await renderDialogue(
    <RoomContext value={room}>
      <ControlRoom speech={speech} coverage={null} />
    </RoomContext>,
    seen as Welcomed,
  );
}
/** The server tells of what has happened since. */
const tell = (person: string, history: readonly Sent[]) =>
  scene.after(() =>
    scene.server.handlers.welcome(snapshotWelcome({ ...seenAfter(person, history), seq: 11 } as Welcomed)),
  );
const cards = () => [...document.querySelectorAll('article')].map(card => card.getAttribute('aria-label'));
const cardOf = (name: string) => document.querySelector<HTMLElement>(`article[aria-label="${name}"]`);

describe('every room at once', () => {
  test('is a list of cards with a heading each: who is there, and what a host can do', async () => {
    await draw(ada, live);
    const list = scene.find('ul', 'Rooms');
    expect(list?.getAttribute('aria-label')).toBe('Rooms');
    expect(cards().slice(0, 2)).toEqual(['Room 1', 'Room 2']);
    expect([...(cardOf('Room 1')?.querySelectorAll('h3') ?? [])].map(one => one.textContent)).toEqual([
      'Room 11 person',
    ]);
    expect(cardOf('Room 1')?.textContent).toContain('Cleo');
    expect(cardOf('Room 2')?.textContent).toContain('Ben');
    for (const button of document.querySelectorAll('button'))
      expect(button.textContent || button.getAttribute('aria-label'), button.outerHTML).toBeTruthy();
  });

  test('is nobody’s but the hosts’', async () => {
    await draw(cleo, live);
    expect(scene.text()).toBe('');
  });

  test('a room that asks for help stands first and says for how long; one click leads there', async () => {
    await draw(ada, [...live, help]);
    expect(cards().slice(0, 2)).toEqual(['Room 2', 'Room 1']);
    expect(cardOf('Room 2')?.textContent).toContain('What is our task?');
    expect(cardOf('Room 2')?.textContent).toMatch(/Asked for help 01:0[45] ago/);
    await scene.after(() => cardOf('Room 2')?.querySelector('button')?.focus());
    const enter = [...(cardOf('Room 2')?.querySelectorAll('button') ?? [])].find(one => one.textContent === 'Enter');
    await scene.after(() => enter?.click());
    expect(scene.sent).toMatchObject([{ kind: 'breakouts.enter', input: { session, room: secondRoom } }]);
  });

  test('to listen is on or off, and the room that is heard says so', async () => {
    await draw(ada, [...live, { by: ada, kind: 'sessions.listen', input: { room: firstRoom, on: true }, at: now }]);
    const states = [...document.querySelectorAll('article button[aria-pressed]')].map(one =>
      one.getAttribute('aria-pressed'),
    );
    expect(states).toEqual(['true', 'false']);
    const listen = cardOf('Room 1')?.querySelector<HTMLElement>('button[aria-pressed]');
    await scene.after(() => listen?.click());
    expect(scene.sent).toMatchObject([{ kind: 'sessions.listen', input: { room: firstRoom, on: false } }]);
  });
});

describe('cards stay where they are', () => {
  const entering = (element: Element | null, type: string) =>
    scene.after(() => element?.dispatchEvent(new Event(type, { bubbles: true })));

  test('while a button in one of them has the focus, also when it goes to another button', async () => {
    await draw(ada, live);
    const [first, second] = [...(cardOf('Room 1')?.querySelectorAll('button') ?? [])];
    await scene.after(() => first?.focus());
    await tell(ada, [...live, help]);
    expect(cards().slice(0, 2)).toEqual(['Room 1', 'Room 2']);
    await scene.after(() => second?.focus());
    expect(cards().slice(0, 2)).toEqual(['Room 1', 'Room 2']);
    await scene.after(() => second?.blur());
    expect(cards().slice(0, 2)).toEqual(['Room 2', 'Room 1']);
  });

  test('while a pointer is on them, also after a button has lost the focus', async () => {
    await draw(ada, live);
    const list = cardOf('Room 1')?.closest('ul') ?? null;
    await entering(list, 'pointerover');
    const [first] = [...(cardOf('Room 1')?.querySelectorAll('button') ?? [])];
    await scene.after(() => first?.focus());
    await tell(ada, [...live, help]);
    await scene.after(() => first?.blur());
    expect(cards().slice(0, 2)).toEqual(['Room 1', 'Room 2']);
    await entering(list, 'pointerout');
    expect(cards().slice(0, 2)).toEqual(['Room 2', 'Room 1']);
  });
});
