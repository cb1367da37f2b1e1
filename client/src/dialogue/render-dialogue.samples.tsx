import { MantineProvider } from '@mantine/core';
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { vi } from 'vitest';
import { startLanguages } from '../platform/languages.ts';
import { GivenDialogue } from './DialogueProvider.tsx';
import { openTestDialogue, snapshotWelcome } from './dialogue.samples.ts';

type Welcomed = Parameters<typeof snapshotWelcome>[0];

/** Does something and lets everything that follows from it be drawn. */
const settled = (work: () => unknown): Promise<void> =>
  Promise.resolve(
    act(async () => {
      await work();
    }),
  );

/** Draws components over a dialogue whose server the test plays, in English. */
export async function renderDialogue(node: ReactNode, welcome: Welcomed = {}) {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // Fields that grow with their text listen for fonts, which this document does not have.
  if (!('fonts' in document)) Object.assign(document, { fonts: new EventTarget() });
  localStorage.setItem('multaqa.language', 'en');
  await startLanguages();
  const scene = openTestDialogue();
  scene.server.handlers.welcome(snapshotWelcome(welcome));
  await vi.waitFor(() => {
    if (!scene.state().isReady) throw new Error('not ready');
  });
  const box = document.body.appendChild(document.createElement('div'));
  let root: Root | null = null;
  await settled(() => {
    root = createRoot(box);
    root.render(
      <MantineProvider withCssVariables={false} withGlobalClasses={false}>
        <MemoryRouter>
          <GivenDialogue value={scene.dialogue}>{node}</GivenDialogue>
        </MemoryRouter>
      </MantineProvider>,
    );
  });
  const find = (selector: string, words?: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      element => !words || element.textContent?.includes(words) || element.getAttribute('aria-label') === words,
    );
  return {
    ...scene,
    text: () => box.textContent ?? '',
    find,
    after: settled,
    /** Waits until something has been drawn. */
    until: (drawn: () => void) => vi.waitFor(() => settled(drawn)),
    press: (words: string) => settled(() => find('button', words)?.click()),
    async type(words: string) {
      const field = document.querySelector('textarea');
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
      await settled(() => {
        set?.call(field, words);
        field?.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    async leave() {
      await settled(() => root?.unmount());
      box.remove();
    },
  };
}
