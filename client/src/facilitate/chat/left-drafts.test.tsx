import { beginning, firstRoom, inBreakouts, secondRoom } from '@multaqa/shared/dialogue.samples';
import { cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { LeftDrafts } from './LeftDrafts.tsx';

const plenary = `${session}/plenary`;
const live = inBreakouts.slice(beginning.length);
const closed = { by: ada, kind: 'breakouts.close', input: { session, when: 'now' }, at: 2 };

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

/** Cleo has left words in these rooms, and sits in the plenary since the breakouts have closed. */
async function draw(drafts: { readonly [room: string]: string }): Promise<void> {
  const seen = seenAfter(cleo, [...live, closed]);
  scene = await renderDialogue(<LeftDrafts room={plenary} />, seen as Parameters<typeof renderDialogue>[1]);
  await scene.after(() => {
    for (const [room, words] of Object.entries(drafts)) scene.dialogue.drafts.write(`chat/${room}`, words);
  });
}
const draftIn = (room: string) => scene.dialogue.drafts.read(`chat/${room}`);

describe('what somebody was writing when a room closed', () => {
  test('is offered where they are, and taken along without losing what they write there', async () => {
    await draw({ [firstRoom]: 'We need a market', [plenary]: 'Hello' });
    expect(scene.text()).toContain('We need a market');
    await scene.press('Put it here');
    expect(draftIn(plenary)).toBe('Hello\nWe need a market');
    expect(draftIn(firstRoom)).toBe('');
    expect(scene.text()).toBe('');
  });

  test('is dropped when they say so, and nothing that was not left is offered', async () => {
    await draw({ [firstRoom]: 'We need a market', [secondRoom]: '  ', [plenary]: 'Hello' });
    expect(document.querySelectorAll('blockquote')).toHaveLength(1);
    await scene.press('Discard');
    expect(draftIn(firstRoom)).toBe('');
    expect(draftIn(plenary)).toBe('Hello');
  });
});
