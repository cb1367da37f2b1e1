import { ada, ben, cleo } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { viewOf } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { LinksDialog } from './LinksDialog.tsx';

const cards = viewOf(ada).people;
let scene: Awaited<ReturnType<typeof renderDialogue>>;

beforeEach(() => {
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { people } = JSON.parse(body) as { people: string[] };
    const links = Object.fromEntries(people.map(person => [person, `https://example.org/j/#${person}`]));
    return Promise.resolve(Response.json({ links }));
  });
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
});
afterEach(async () => {
  await scene.leave();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(...people: string[]): Promise<void> {
  const chosen = people.flatMap(person => cards[person] ?? []);
  scene = await renderDialogue(<LinksDialog people={chosen} onClose={() => {}} />);
  await vi.waitFor(async () => {
    await scene.after(() => {});
    expect([...document.querySelectorAll('textarea')].every(({ value }) => value !== '')).toBe(true);
    expect(document.querySelectorAll('textarea')).toHaveLength(2);
  });
}
const invited = () => scene.sent.filter(({ kind }) => kind === 'people.invite').map(({ input }) => input);

describe('the personal links', () => {
  test('are noted as copied when they are, not when they are shown', async () => {
    await open(cleo);
    expect(invited()).toEqual([]);
    await scene.press('Copy the link');
    await vi.waitFor(() => expect(invited()).toEqual([{ people: [cleo] }]));
    await scene.press('Copy the message');
    expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(
      expect.stringContaining(`https://example.org/j/#${cleo}`),
    );
    expect(invited()).toHaveLength(1);
  });

  test('of several people come as a list', async () => {
    await open(ben, cleo);
    await scene.press('Copy the list');
    expect(navigator.clipboard.writeText).toHaveBeenLastCalledWith(
      `Ben\thttps://example.org/j/#${ben}\nCleo\thttps://example.org/j/#${cleo}`,
    );
    await vi.waitFor(() => expect(invited()).toEqual([{ people: [ben, cleo] }]));
  });

  test('go to the sheet for sharing where the device has one, and are noted only when they went', async () => {
    const share = vi
      .fn()
      .mockRejectedValueOnce(new DOMException('closed', 'AbortError'))
      .mockResolvedValueOnce(undefined);
    Object.assign(navigator, { share });
    await open(cleo);
    await scene.press('Share');
    expect(invited()).toEqual([]);
    await scene.press('Share');
    await vi.waitFor(() => expect(invited()).toHaveLength(1));
    Reflect.deleteProperty(navigator, 'share');
  });
});
