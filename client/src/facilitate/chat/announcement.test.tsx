import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, session, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { type Room, RoomContext } from '../../dialogue/room.ts';
import { Announcement } from './Announcement.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const [first, second] = ['a', 'b'].map(digit => `${digit.repeat(8)}-1111-4000-8000-000000000000`);
const announced = (message: string | undefined, text: string) => ({
  by: ben,
  kind: 'chat.announce',
  input: { session, message, text },
  at: 1_600_000_000_000,
});
const InRoom = ({ children }: { children: ReactNode }) => (
  <RoomContext value={{ room: `${session}/plenary`, session: { session } } as Room}>{children}</RoomContext>
);
const draw = async (me: string, ...sent: ReturnType<typeof announced>[]) => {
  scene = await renderDialogue(
    <InRoom>
      <Announcement />
    </InRoom>,
    seenAfter(me, sent),
  );
};

describe('an announcement', () => {
  test('stands above the stage until it is put away, and a newer one stands there again', async () => {
    await draw(cleo, announced(first, 'We begin'));
    expect(scene.text()).toContain('We begin');
    await scene.press('Close the announcement');
    expect(scene.text()).toBe('');
    const both = seenAfter(cleo, [announced(first, 'We begin'), announced(second, 'A break of ten minutes')]);
    await scene.after(() => scene.server.handlers.welcome(snapshotWelcome({ ...both, seq: 11 })));
    await vi.waitFor(() => expect(scene.text()).toContain('A break of ten minutes'));
  });

  test('is not held up to the host who wrote it', async () => {
    await draw(ben, announced(first, 'We begin'));
    expect(scene.text()).toBe('');
  });
});
