import { beginning, firstRoom, inBreakouts, type Sent, secondRoom } from '@multaqa/shared/dialogue.samples';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveRegions } from '../../design/LiveRegions.tsx';
import { ada, seenAfter, session, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { type Room, RoomContext } from '../../dialogue/room.ts';
import { Broadcasts } from './Broadcasts.tsx';
import { ClosingSoon } from './ClosingSoon.tsx';
import { Results } from './Results.tsx';
import { SentNotice } from './SentNotice.tsx';

/** The device's clock stands still; the server's, which counts, is four seconds ahead of it. */
const now = 1_700_000_004_000;
const plenary = `${session}/plenary`;
const note = sampleIds[6] ?? '';
const live = inBreakouts.slice(beginning.length);
/** Two breakouts that open now: Cleo goes to the first, Ben to the second. */
const opening = live.filter(({ kind }) => kind !== 'breakouts.go').map(one => ({ ...one, at: now }));
const sent = (by: string, kind: string, input: object, at = now): Sent => ({
  by,
  kind: `breakouts.${kind}`,
  input,
  at,
});

let scene: Awaited<ReturnType<typeof renderDialogue>>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: now - 4_000 });
});
afterEach(async () => {
  await scene.leave();
  vi.useRealTimers();
});

async function draw(
  node: ReactNode,
  person: string,
  history: readonly Sent[],
  room = firstRoom as string,
): Promise<void> {
  const seen = seenAfter(person, history);
  scene = await renderDialogue(
    <RoomContext value={{ room, session: seen.view.sessions[session] } as Room}>{node}</RoomContext>,
    seen as Parameters<typeof renderDialogue>[1],
  );
}

describe('somebody who is sent to a room', () => {
  test('reads where, why and for how long, and goes at once when they like', async () => {
    const ruled = sent(ada, 'rule', { grouping: ada, minutes: 20, late: 'ask', plenary: 'closed', seats: null });
    const [prepare, open] = opening as [Sent, Sent];
    const both = (
      <>
        <SentNotice />
        <LiveRegions />
      </>
    );
    await draw(both, cleo, [prepare, ruled, open], plenary);
    expect(scene.text()).toContain('You go to Room 1');
    expect(scene.text()).toContain('The hosts have put this group together. It lasts 20 min.');
    await scene.until(() =>
      expect(scene.find('[aria-live=assertive]')?.textContent).toContain('In a moment you go to: Room 1.'),
    );
    expect(scene.find('button', 'Everybody goes now')).toBeUndefined();
    await scene.press('Go now');
    expect(scene.sent).toMatchObject([{ kind: 'breakouts.enter', input: { session, room: firstRoom } }]);
  });

  test('is told what was decided for them, not for all', async () => {
    await draw(<SentNotice />, cleo, [...live, sent(ada, 'move', { session, people: [cleo], room: secondRoom })]);
    expect(scene.text()).toContain('You go to Room 2');
    expect(scene.text()).toContain('A host has asked you to go there.');
  });

  test('a host who stays lets everybody go at once', async () => {
    await draw(<SentNotice />, ada, opening, plenary);
    expect(scene.text()).toContain('Everybody goes to their rooms');
    await scene.press('Everybody goes now');
    expect(scene.sent).toMatchObject([{ kind: 'breakouts.go', input: { session } }]);
  });

  test('nobody is told anything once all have gone', async () => {
    await draw(<SentNotice />, cleo, live);
    expect(scene.text()).toBe('');
  });
});

describe('the end of breakouts', () => {
  /** Breakouts that end after so many milliseconds; the time is shortened to half a minute, and grows by minutes. */
  const ending = (after: number): Sent[] => [
    ...live,
    sent(ada, 'time', { session, minutes: -240 }, now + after - 30_000),
  ];

  test('is announced two minutes and half a minute before, and what is being written is kept', async () => {
    await draw(<ClosingSoon />, cleo, ending(121_000));
    expect(scene.text()).toBe('');
    await scene.leave();
    await draw(<ClosingSoon />, cleo, ending(110_000));
    expect(scene.text()).toMatch(/Two minutes left in the breakouts\. 01:(49|50)/);
    expect(scene.text()).toContain('What you are writing is kept.');
    await scene.leave();
    await draw(<ClosingSoon />, cleo, ending(29_000));
    expect(scene.text()).toMatch(/Half a minute left in the breakouts\. 00:2[89]/);
    expect(scene.find('button'), 'who is no host').toBeUndefined();
  });

  test('a host gives more time, and keeps open what is being closed', async () => {
    await draw(<ClosingSoon />, ada, [...live, sent(ada, 'close', { session, when: 'soon' })], plenary);
    expect(scene.text()).toContain('Everybody goes back to the plenary.');
    await scene.press('Keep them open');
    await scene.after(() => scene.server.answer({ ok: true, seq: 11 } as never));
    await scene.press('+ 2 min');
    expect(scene.sent.map(({ kind, input }) => [kind, input])).toEqual([
      ['breakouts.stay', { session }],
      ['breakouts.time', { session, minutes: 2 }],
    ]);
  });
});

describe('what hosts tell the rooms', () => {
  const told = (broadcast: string, text: string, rooms: 'all' | string[] = 'all') =>
    sent(ada, 'broadcast', { session, broadcast, rooms, text, material: [] });

  test('stays until its reader puts it away; the next one stands there again', async () => {
    const history = [...live, told(note, 'Five minutes more')];
    await draw(<Broadcasts />, cleo, history);
    expect(scene.text()).toContain('Five minutes more');
    await scene.press('Put this away');
    expect(scene.text()).toBe('');
    const more = seenAfter(cleo, [...history, told(cleo, 'Write it down')]);
    await scene.after(() =>
      scene.server.handlers.welcome(snapshotWelcome({ ...more, seq: 11 } as Parameters<typeof snapshotWelcome>[0])),
    );
    await scene.until(() => expect(scene.text()).toContain('Write it down'));
    expect(scene.text()).not.toContain('Five minutes more');
  });

  test('reaches the rooms that were named, and not the host who said it', async () => {
    const history = [...live, told(note, 'For the second room', [secondRoom])];
    await draw(<Broadcasts />, cleo, history);
    expect(scene.text()).toBe('');
    await scene.leave();
    await draw(<Broadcasts />, ben, history, secondRoom);
    expect(scene.text()).toContain('For the second room');
    await scene.leave();
    await draw(<Broadcasts />, ada, [...live, told(note, 'For all')], plenary);
    expect(scene.text()).toBe('');
  });
});

describe('what a room brings back', () => {
  const result = { result: note, text: 'Schools need workshops', by: cleo, at: 1 };
  const draft = (person: string, by = cleo) =>
    draw(<Results room={firstRoom} results={[{ ...result, by }]} />, person, live);

  test('is written one by one, and a draft is empty only once it has been sent', async () => {
    await draft(cleo);
    await scene.type('  A market for craftswomen ');
    await scene.press('Add');
    expect(scene.sent).toMatchObject([
      { kind: 'breakouts.result', input: { room: firstRoom, text: 'A market for craftswomen' } },
    ]);
    expect(document.querySelector('textarea')?.value).toBe('');
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'breakouts.full' } as never));
    await scene.until(() => expect(document.querySelector('textarea')?.value).toContain('A market for craftswomen'));
  });

  test('is changed by its author and by hosts, and by nobody else', async () => {
    await draft(cleo);
    expect(scene.find('button', 'Change this result')).toBeDefined();
    await scene.leave();
    await draft(cleo, ben);
    expect(scene.find('button', 'Change this result')).toBeUndefined();
    expect(scene.find('button', 'Remove this result')).toBeUndefined();
  });

  test('is changed in its place, with its own words to begin with', async () => {
    await draft(cleo);
    await scene.press('Change this result');
    expect(document.querySelectorAll('textarea')).toHaveLength(1);
    expect(document.querySelector('textarea')?.value).toBe('Schools need workshops');
    await scene.type('Schools need workshops and tools');
    await scene.press('Save');
    expect(scene.sent).toMatchObject([
      { kind: 'breakouts.result', input: { result: note, text: 'Schools need workshops and tools' } },
    ]);
  });
});
