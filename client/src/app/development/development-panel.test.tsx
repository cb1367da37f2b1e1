import { afterEach, expect, it, vi } from 'vitest';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { DevelopmentPanel } from './DevelopmentPanel.tsx';

let leave = async () => {};
afterEach(async () => {
  await leave();
  vi.unstubAllGlobals();
});

async function openPanel() {
  const page = await renderDialogue(<DevelopmentPanel />);
  leave = page.leave;
  const shortcut = () =>
    page.after(() => dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyI', ctrlKey: true, altKey: true })));
  return { ...page, shortcut };
}
const title = (from: number, to: number, name: string) => ({
  from,
  to,
  patch: ['{', { about: ['{', { title: ['=', name] }] }] as const,
});

it('the panel is there only after its shortcut, and goes with it', async () => {
  const { text, shortcut } = await openPanel();
  expect(text()).toBe('');
  await shortcut();
  expect(text()).toContain('Connection');
  await shortcut();
  expect(text()).toBe('');
});

it('the panel lists what arrives, newest first, with its size and the positions of the log', async () => {
  const { text, shortcut, server, after } = await openPanel();
  await shortcut();
  await after(() => {
    server.handlers.patch(title(10, 12, 'Green jobs'));
    server.handlers.patch(title(12, 13, 'Fair jobs'));
  });
  const words = text();
  expect(words.indexOf('12 → 13')).toBeGreaterThan(-1);
  expect(words.indexOf('10 → 12')).toBeGreaterThan(words.indexOf('12 → 13'));
  expect(words.indexOf('welcome')).toBeGreaterThan(words.indexOf('10 → 12'));
  expect(words).toContain(`${JSON.stringify(title(10, 12, 'Green jobs').patch).length} B`);
});

it('the panel shows what waits in the outbox, and the state of media', async () => {
  const { text, shortcut, dialogue, after } = await openPanel();
  await shortcut();
  expect(text()).toContain('Outbox (0)');
  await after(() => void dialogue.send('about.end', {}));
  expect(text()).toContain('Outbox (1)');
  expect(text()).toContain('about.endwaiting');
  expect(text()).toContain('statusoff');
});
