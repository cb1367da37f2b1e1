import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { firstLoad } from './first-load.mjs';

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
  'src/languages/en.json': { file: 'assets/en.js', src: 'src/languages/en.json', isDynamicEntry: true },
  'src/languages/ar.json': { file: 'assets/ar.js', src: 'src/languages/ar.json', isDynamicEntry: true },
  'src/board.tsx': { file: 'assets/board.js', src: 'src/board.tsx', isDynamicEntry: true },
};

test('the first load is the entry, the join page, what both import and the largest catalogue, without what comes later', () => {
  expect(
    firstLoad(distOf(manifest))
      .map(path => basename(path))
      .sort(),
  ).toEqual(['ar.js', 'form.js', 'index.js', 'join.js', 'react.js']);
});

test('a join page that is part of the entry is in it', () => {
  const { 'src/app/JoinPage.tsx': _, ...within } = manifest;
  expect(
    firstLoad(distOf(within))
      .map(path => basename(path))
      .sort(),
  ).toEqual(['ar.js', 'index.js', 'react.js']);
});

test('a build without catalogues is not measured', () => {
  const { 'src/languages/en.json': _en, 'src/languages/ar.json': _ar, ...without } = manifest;
  expect(() => firstLoad(distOf(without))).toThrow('catalogue');
});

function distOf(chunks) {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, '.vite'));
  mkdirSync(join(folder, 'assets'));
  for (const { file } of Object.values(chunks)) writeFileSync(join(folder, file), 'x'.repeat(file.length));
  writeFileSync(join(folder, 'assets/ar.js'), 'x'.repeat(100));
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(chunks));
  return pathToFileURL(`${folder}/`);
}
