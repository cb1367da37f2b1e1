import type { Sent } from '@multaqa/shared/dialogue.samples';
import type { OpenSessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { seenAfter, session, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useSeat } from './use-seat.ts';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const by = (person: string, name: string, input = {}): Sent => ({
  by: person,
  kind: `sessions.${name}`,
  input: { session, ...input },
  at: 1_700_000_000_000,
});
const cleoAfter = (...sent: Sent[]) => seenAfter(cleo, sent);

function Seat() {
  const open = useView(view => view.sessions[session]) as OpenSessionView;
  const { refusal, retry } = useSeat(open, true);
  return (
    <button type="button" onClick={retry}>
      {refusal?.refusal ?? (open.seats[cleo] ? 'inside' : 'outside')}
    </button>
  );
}
const welcome = (...sent: Sent[]) =>
  scene.after(() => scene.server.handlers.welcome(snapshotWelcome(cleoAfter(...sent))));
const kinds = () => scene.sent.map(({ kind }) => kind);

describe('a seat that was lost', () => {
  test('is taken again by itself when nobody has sent them out', async () => {
    scene = await renderDialogue(<Seat />, cleoAfter());
    await welcome({ ...by(cleo, 'leave'), input: { room: `${session}/plenary` } });
    await vi.waitFor(() => expect(kinds()).toEqual(['sessions.enter']));
  });

  test('[M13] is not taken again by who was sent out, until they ask', async () => {
    scene = await renderDialogue(<Seat />, cleoAfter());
    await welcome(by(ben, 'expel', { person: cleo, bar: false }));
    expect(scene.text()).toBe('sessions.expelled');
    expect(kinds()).toEqual([]);
    await scene.press('sessions.expelled');
    await vi.waitFor(() => expect(kinds()).toEqual(['sessions.enter']));
  });

  test('[M13] is taken again as soon as a host lets them back in', async () => {
    scene = await renderDialogue(<Seat />, cleoAfter());
    const barred = by(ben, 'expel', { person: cleo, bar: true });
    await welcome(barred);
    expect(scene.text()).toBe('sessions.barred');
    await scene.press('sessions.barred');
    await vi.waitFor(() => expect(kinds()).toEqual(['sessions.enter']));
    await scene.after(() => scene.server.answer({ ok: false, refusal: 'sessions.barred' }));
    await welcome(barred, by(ben, 'readmit', { person: cleo }));
    await vi.waitFor(() => expect(kinds()).toEqual(['sessions.enter', 'sessions.enter']));
  });
});
