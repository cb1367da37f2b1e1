import { ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lobby } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { useTellWriting } from './use-writing.ts';
import { Writing } from './Writing.tsx';

function Keys() {
  const tell = useTellWriting(lobby);
  return (
    <>
      <button type="button" onClick={() => tell(true)}>
        key
      </button>
      <button type="button" onClick={() => tell(false)}>
        send
      </button>
    </>
  );
}

describe('who is writing', () => {
  let scene: Awaited<ReturnType<typeof renderDialogue>>;
  beforeEach(async () => {
    scene = await renderDialogue(
      <>
        <Writing room={lobby} />
        <Keys />
      </>,
    );
    vi.useFakeTimers();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await scene.leave();
  });
  const hear = (person: string, on = true, room = lobby) =>
    scene.after(() => scene.server.handlers.signals([{ kind: 'chat.writing', person, input: { room, on } }]));
  const line = () => scene.find('[aria-live=off]')?.textContent ?? '';

  test('at most two are named, then they are several; who ends is gone', async () => {
    await hear(ben);
    expect(line()).toContain('Ben is writing');
    await hear(cleo);
    expect(line()).toContain('Ben and Cleo are writing');
    await hear('99999999-0000-4000-8000-000000000009');
    expect(line()).toContain('Several people are writing');
    await hear(ben, false);
    await hear(cleo, false);
    expect(line()).not.toMatch(/Ben|Cleo|Several/);
  });

  test('who is silent for four seconds is forgotten, who goes on is not', async () => {
    await hear(ben);
    await hear(cleo);
    await scene.after(() => vi.advanceTimersByTime(3_000));
    await hear(cleo);
    await scene.after(() => vi.advanceTimersByTime(1_500));
    expect(line()).toContain('Cleo is writing');
    await scene.after(() => vi.advanceTimersByTime(4_000));
    expect(line()).toBe('');
  });

  test('writing in another room, and what is no sign at all, is not shown', async () => {
    await hear(ben, true, `${lobby.slice(0, 36)}/plenary`);
    await scene.after(() => scene.server.handlers.signals([{ kind: 'chat.writing', person: ben, input: 'x' }]));
    expect(line()).toBe('');
  });

  test('the first key is told at once, the next ones seldom, the end once', async () => {
    for (let key = 0; key < 5; key += 1) await scene.press('key');
    expect(scene.signals).toEqual([{ kind: 'chat.writing', input: { room: lobby, on: true } }]);
    await scene.after(() => vi.advanceTimersByTime(2_000));
    await scene.press('key');
    expect(scene.signals).toHaveLength(2);
    for (let press = 0; press < 2; press += 1) await scene.press('send');
    expect(scene.signals.slice(2)).toEqual([{ kind: 'chat.writing', input: { room: lobby, on: false } }]);
  });
});
