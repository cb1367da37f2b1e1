import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type about from '../about/texts/en.json';
import type chat from '../facilitate/chat/texts/en.json';
import type join from '../people/join/texts/en.json';
import type report from '../report/texts/en.json';
import { chooseLanguage, startLanguages } from './languages.ts';
import { lazyWithTexts } from './lazy-with-texts.tsx';
import { recall } from './preferences.ts';
import { textsOf, useRefusalText } from './texts.ts';

const box = document.body.appendChild(document.createElement('div'));
const seen: string[] = [];
const watcher = new MutationObserver(() => void seen.push(box.textContent ?? ''));
let root = createRoot(box);

beforeEach(async () => {
  localStorage.setItem('multaqa.language', 'en');
  await startLanguages();
  watcher.observe(box, { childList: true, subtree: true, characterData: true });
});
afterEach(() => {
  vi.useRealTimers();
  watcher.disconnect();
  root.unmount();
  root = createRoot(box);
  seen.length = 0;
});

/** A part of the client that nothing has loaded before, with one text of its own. */
const partOf = <Texts,>(folder: string, key: keyof Texts & string) =>
  lazyWithTexts(async () => {
    const useText = textsOf<Record<string, string>>(folder);
    return () => <p>{useText()(key)}</p>;
  });
const draw = (Part: ReturnType<typeof partOf>) =>
  root.render(
    <Suspense fallback="…">
      <Part />
    </Suspense>,
  );

test('a refusal has its words also where nothing of its slice is on the device', async () => {
  const Words = ({ refusal }: { refusal: string }) => <p>{useRefusalText({ refusal })}</p>;
  root.render(
    <Suspense>
      <Words refusal="media.yourself" />
      <Words refusal="raffles.full" />
      <Words refusal="busy" />
    </Suspense>,
  );
  await vi.waitFor(() => expect(box.querySelectorAll('p')).toHaveLength(3));
  expect([...box.querySelectorAll('p')].map(words => words.textContent)).toEqual([
    'You cannot ask yourself.',
    'Something went wrong on our side. Nothing was changed.',
    'The server is busy. Try again in a moment.',
  ]);
});

describe('a part of the client that is loaded later', () => {
  test('is drawn together with its texts, and never with their keys', async () => {
    draw(partOf<typeof report>('report', 'report.print'));
    await vi.waitFor(() => expect(box.textContent).toBe('Print'));
    expect(seen.filter(text => text.includes('.'))).toEqual([]);
  });

  test('is drawn again in another language, whose texts were loaded first', async () => {
    draw(partOf<typeof join>('people/join', 'join.title'));
    await vi.waitFor(() => expect(box.textContent).toBe('Invitation'));
    await chooseLanguage('de');
    await vi.waitFor(() => expect(box.textContent).toBe('Einladung'));
    expect(seen.filter(text => text.includes('.'))).toEqual([]);
  });

  test('that arrives while the language changes has its texts in the new one', async () => {
    const change = chooseLanguage('fr');
    draw(partOf<typeof about>('about', 'about.live'));
    await change;
    await vi.waitFor(() => expect(box.textContent).not.toBe('…'));
    await vi.waitFor(() => expect(box.textContent).toBe('En direct'));
    expect(seen.filter(text => text.includes('.'))).toEqual([]);
  });

  test('that was loaded before is drawn at once', async () => {
    const Part = partOf<typeof join>('people/join', 'join.title');
    await Part.preload();
    draw(Part);
    await vi.waitFor(() => expect(box.textContent).toBe('Invitation'));
    expect(seen).not.toContain('…');
  });

  test('fails in the end when its texts do not load, as it does when its code does not', async () => {
    vi.useFakeTimers();
    const failed = vi.fn();
    root.unmount();
    root = createRoot(box, { onUncaughtError: failed });
    draw(partOf<typeof chat>('facilitate/nothing', 'chat.title'));
    await vi.advanceTimersByTimeAsync(14_900);
    expect(failed).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(failed).toHaveBeenCalled());
    expect(box.textContent).toBe('');
    await expect(chooseLanguage('ar')).rejects.toThrow('facilitate/nothing');
    expect([recall('language'), document.documentElement.dir]).toEqual(['en', 'ltr']);
  });
});
