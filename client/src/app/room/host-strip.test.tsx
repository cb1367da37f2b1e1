import { ada, ben, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { HostStrip } from './HostStrip.tsx';
import { InRoom, plenary } from './room.samples.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const draw = async (me: string, ...done: [by: string, kind: string, input?: object][]) => {
  const sent = done.map(([by, kind, input]) => ({ by, kind, input: { session, ...input }, at: 1_700_000_000_000 }));
  scene = await renderDialogue(
    <InRoom>
      <HostStrip />
    </InRoom>,
    seenAfter(me, sent),
  );
};

describe('the strip of hosts', () => {
  test('mutes everybody and locks the session', async () => {
    await draw(ben);
    await scene.press('Mute everybody');
    await scene.press('Lock the session');
    await vi.waitFor(() =>
      expect(scene.sent[0]?.input).toEqual({ room: plenary, source: 'microphone', people: 'all' }),
    );
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await vi.waitFor(() => expect(scene.sent[1]).toMatchObject({ kind: 'sessions.lock', input: { session } }));
  });

  test('unlocks a locked session by the same button', async () => {
    await draw(ada, [ben, 'sessions.lock']);
    expect(scene.find('button', 'Unlock the session')).toBeDefined();
  });

  test('lets in who waits; nothing while nobody does', async () => {
    await draw(ben);
    expect(scene.text()).not.toContain('waiting');
    await scene.leave();
    await draw(ben, [dina, 'sessions.enter']);
    await scene.press('1 waiting: let in');
    await vi.waitFor(() => expect(scene.sent[0]).toMatchObject({ kind: 'sessions.admit', input: { people: 'all' } }));
  });

  test('is for hosts alone', async () => {
    await draw(cleo);
    expect(scene.text()).toBe('');
  });
});
