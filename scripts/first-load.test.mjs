import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { firstCatalogues } from './first-load/catalogues.mjs';
import { developmentFiles, firstLoad } from './first-load.mjs';
import { readSources } from './imports/sources.mjs';

const texts = folder =>
  Object.fromEntries(
    ['en', 'ar', 'fr', 'de'].map(language => {
      const src = `src/${folder}/texts/${language}.json`;
      return [src, { file: `assets/${basename(folder)}-${language}.js`, src, isDynamicEntry: true }];
    }),
  );
const manifest = {
  'index.html': {
    file: 'assets/index.js',
    src: 'index.html',
    isEntry: true,
    imports: ['_react.js'],
    css: ['index.css'],
  },
  '_react.js': { file: 'assets/react.js' },
  'src/app/JoinPage.tsx': {
    file: 'assets/join.js',
    src: 'src/app/JoinPage.tsx',
    isDynamicEntry: true,
    imports: ['_form.js'],
  },
  '_form.js': { file: 'assets/form.js', imports: ['_react.js'], dynamicImports: ['src/board.tsx'] },
  'src/board.tsx': { file: 'assets/board.js', src: 'src/board.tsx', isDynamicEntry: true },
  ...texts('app'),
  ...texts('board'),
};
const loaded = (chunks, folders = ['app']) =>
  firstLoad(distOf(chunks), folders)
    .map(path => basename(path))
    .sort();

test('the first load is the entry, the join page, what both import and their catalogues in the largest language, without what comes later', () => {
  expect(loaded(manifest)).toEqual(['app-ar.js', 'form.js', 'index.js', 'join.js', 'react.js']);
});

test('a join page that is part of the entry is in it', () => {
  const { 'src/app/JoinPage.tsx': _, ...within } = manifest;
  expect(loaded(within)).toEqual(['app-ar.js', 'index.js', 'react.js']);
});

test('a build with the development panel is not measured', () => {
  const dist = distOf(manifest);
  expect(developmentFiles(dist)).toEqual([]);
  writeFileSync(new URL('assets/panel.js', dist), 'const panel = "multaqa-development";');
  expect(developmentFiles(dist)).toEqual([join('assets', 'panel.js')]);
  expect(() => firstLoad(dist, ['app'])).toThrow('panel.js');
});

test('a build without a catalogue is not measured', () => {
  const { 'src/app/texts/fr.json': _, ...without } = manifest;
  expect(() => loaded(without)).toThrow('src/app/texts/fr.json');
});

test('the first texts of a language may be one file', () => {
  const { 'src/app/texts/ar.json': _, ...without } = manifest;
  const together = { ...without, '_texts-ar.js': { file: 'assets/texts-ar-together.js', name: 'texts-ar' } };
  expect(loaded(together)).toContain('texts-ar-together.js');
});

test('the build puts every first catalogue into that file', async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { firstTexts } = await import(pathToFileURL(join(root, 'client', 'first-page', 'chunks.ts')).href);
  expect(firstTexts).toEqual(expect.arrayContaining(firstCatalogues(readSources(root))));
});

test('the first catalogues are those that the entry reaches without waiting', () => {
  const root = folderOf({
    'client/src/main.tsx': "import './app/App.tsx';\nimport type { Chat } from './chat/Chat.tsx';\n",
    'client/src/app/App.tsx':
      "import { useText } from './texts.ts';\nexport const App = () => import('../board/texts.ts').then(useText);\n",
    'client/src/app/texts.ts': "export const useText = textsOf<typeof app & typeof design>('app', 'design');\n",
    'client/src/board/texts.ts': "export const useText = textsOf<typeof board>('board');\n",
    'client/src/chat/Chat.tsx': "export const useText = textsOf<typeof chat>('chat');\n",
  });
  expect(firstCatalogues(readSources(root))).toEqual(['app', 'design']);
});

function distOf(chunks) {
  const files = Object.values(chunks).map(({ file }) => [file, 'x'.repeat(file.length)]);
  const folder = folderOf({
    ...Object.fromEntries(files),
    'assets/app-ar.js': 'x'.repeat(100),
    '.vite/manifest.json': JSON.stringify(chunks),
  });
  return pathToFileURL(`${folder}/`);
}

function folderOf(files) {
  const folder = mkdtempSync(join(tmpdir(), 'first-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
