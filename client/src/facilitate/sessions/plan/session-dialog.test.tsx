import { ada } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, expect, test } from 'vitest';
import { renderDialogue } from '../../../dialogue/render-dialogue.samples.tsx';
import { SessionDialog } from './SessionDialog.tsx';

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

const input = {
  session: '00000000-0000-4000-8000-000000000077',
  title: 'Where our towns stand',
  goal: '',
  startsAt: Date.UTC(2026, 8, 29, 8),
  minutes: 90,
  zone: 'Europe/Berlin',
};
// The test's connection measures the server's clock against an instant 1,000 ms after the epoch.
const open = async (kind: 'plan' | 'edit', instant: number) => {
  const now = instant - Date.now() + 1_000;
  scene = await renderDialogue(<SessionDialog edited={{ kind, input }} onClose={() => {}} />, { me: ada, now });
};
const field = (type: string) => document.querySelector<HTMLInputElement>(`input[type=${type}]`);
const write = (type: string, value: string) =>
  scene.after(() => {
    const found = field(type);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(found, value);
    found?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const words = () => document.body.textContent ?? '';

test('a date that has passed is warned of, and one that is ahead is not', async () => {
  await open('plan', Date.UTC(2026, 8, 1));
  expect(words()).not.toContain('This time has passed');
  await write('date', '2026-08-28');
  expect(words()).toContain('This time has passed');
  await write('date', '2026-09-28');
  expect(words()).not.toContain('This time has passed');
});

test('who corrects the title of a session that has begun is not warned of its date', async () => {
  await open('edit', Date.UTC(2026, 8, 30));
  expect(words()).not.toContain('This time has passed');
});

test('the zones of the roster come first, and their clocks stand below', async () => {
  await open('plan', Date.UTC(2026, 8, 1));
  const [first] = document.querySelectorAll('optgroup');
  expect([...(first?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toContain('Africa/Tunis');
  expect(words()).toMatch(/Tunis 0?9:00/);
});
