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
  'src/board.tsx': { file: 'assets/board.js', src: 'src/board.tsx', isDynamicEntry: true },
};

test('the first load is the entry, the join page and what both import, without what comes later', () => {
  expect(
    firstLoad(distOf(manifest))
      .map(path => basename(path))
      .sort(),
  ).toEqual(['form.js', 'index.js', 'join.js', 'react.js']);
});

test('a build without the join page is not measured', () => {
  const { 'src/app/JoinPage.tsx': _, ...without } = manifest;
  expect(() => firstLoad(distOf(without))).toThrow('JoinPage.tsx');
});

function distOf(chunks) {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, '.vite'));
  writeFileSync(join(folder, '.vite', 'manifest.json'), JSON.stringify(chunks));
  return pathToFileURL(`${folder}/`);
}
