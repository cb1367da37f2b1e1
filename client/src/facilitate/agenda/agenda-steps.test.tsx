import { blockInput } from '@multaqa/shared/facilitate/agenda/agenda.samples';
import { ada, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InRoom, plenary } from '../../app/room/room.samples.tsx';
import { seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { AgendaNotice } from './AgendaNotice.tsx';
import { AgendaSteps } from './AgendaSteps.tsx';

const minute = 60_000;
const [one = '', two = ''] = sampleIds.slice(4);
const blocks = [
  blockInput(session, one, { title: { en: 'Welcome' }, minutes: 30 }),
  blockInput(session, two, { title: { en: 'Closing' }, minutes: 40 }),
];

let scene: Awaited<ReturnType<typeof renderDialogue>>;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(async () => {
  vi.useRealTimers();
  await scene.leave();
});

/** What somebody sees so many minutes after the session of 90 minutes has opened and its first block has begun. */
async function draw(me: string, minutes: number, ...done: [by: string, kind: string, input: object][]) {
  const planned = blocks.map(input => ({ by: ada, kind: 'agenda.put', input, at: 1 }));
  const sent = done.map(([by, kind, input]) => ({ by, kind, input, at: 2 }));
  // The server's clock is four seconds ahead of this device's.
  vi.setSystemTime(minutes * minute - 4_000);
  scene = await renderDialogue(
    <InRoom>
      <AgendaSteps />
      <AgendaNotice />
    </InRoom>,
    seenAfter(me, [...planned, ...sent]),
  );
}

const begun = [ada, 'agenda.go', { session, block: one }] as [string, string, object];

describe('the agenda for hosts', () => {
  test('is begun with its first block', async () => {
    await draw(ada, 1);
    await scene.press('Begin: Welcome');
    await vi.waitFor(() => expect(scene.sent[0]).toMatchObject({ kind: 'agenda.go', input: { session, block: one } }));
  });

  test('moves on as the next step once most are ready', async () => {
    await draw(ada, 1, begun);
    expect(scene.find('button', 'Move on to Closing')?.dataset.tone).toBe('plain');
    await scene.leave();
    await draw(ada, 1, begun, [cleo, 'agenda.ready', { room: plenary, block: one, on: true }]);
    expect(scene.find('button', '1 of 1 are ready')?.dataset.tone).toBe('next');
  });

  test.each([
    [20, ''],
    [31, ''],
    [66, 'At'],
    [74.5, 'ends 5 min late'],
  ])('after %s minutes says in time, and no sooner, that the session runs late', async (minutes, words) => {
    await draw(ada, minutes, begun);
    await scene.until(() => {
      const said = document.querySelector('[role="status"]')?.textContent ?? '';
      if (words === '') expect(said).toBe('');
      else expect(said).toContain(words);
    });
  });

  test('is for nobody else', async () => {
    await draw(cleo, 75, begun);
    expect(scene.text()).toBe('');
  });
});
