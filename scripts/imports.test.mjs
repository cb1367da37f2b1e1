import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rules } from './imports/rules.mjs';
import { readSources } from './imports/sources.mjs';

const clean = {
  'shared/src/kernel/slice.ts': "import type { z } from 'zod';\nexport type Slice = z.ZodType;\n",
  'shared/src/people/people.rules.ts':
    "import type { Slice } from '../kernel/slice.ts';\nexport const people: Slice[] = [];\n",
  'shared/src/dialogue.ts': "import { people } from './people/people.rules.ts';\nexport const slices = [people];\n",
  'shared/src/dialogue.test.ts': "import { test } from 'vitest';\ntest('[P1] x', async () => { throw new Date(); });\n",
  'server/src/config.ts': 'export const port = process.env.PORT;\n',
  'server/src/platform/sockets.ts': "import { Server } from 'socket.io';\nexport const sockets = new Server();\n",
  'server/src/dialogue/gateway.ts':
    "import { sockets } from '../platform/sockets.ts';\nexport const gateway = sockets;\n",
  'server/src/app.ts':
    "import './people/people.routes.ts';\nimport { gateway } from './dialogue/gateway.ts';\nexport const app = gateway;\n",
  'server/src/people/people.routes.ts':
    "import { Router } from 'express';\nimport { slices } from '@multaqa/shared/dialogue';\nexport const people = [Router, slices];\n",
  'client/src/facilitate/Room.tsx': "import { Chat } from './chat/Chat.tsx';\nexport const Room = () => <Chat />;\n",
  'client/src/facilitate/chat/Chat.tsx':
    "import { view } from '../../dialogue/view.ts';\nexport const Chat = () => <p>{view}</p>;\n",
  'client/src/dialogue/view.ts': "export const view = 'x';\n",
};

const planted = [
  ['no-cycles', 'server/src/dialogue/runner.ts', "import { runner } from './runner.ts';\nexport const own = runner;\n"],
  ['shared-is-pure', 'shared/src/report/report.ts', "import { join } from 'node:path';\nexport const x = join;\n"],
  ['shared-is-pure', 'shared/src/report/report.ts', "export type { Express } from 'express';\n"],
  ['rules-are-pure', 'shared/src/report/report.rules.ts', 'export const now = () => Date.now();\n'],
  ['rules-are-pure', 'shared/src/report/report.rules.ts', 'export const now = () => new Date();\n'],
  ['rules-are-pure', 'shared/src/kernel/ids.ts', 'export const chance = () => Math.random();\n'],
  ['rules-are-pure', 'shared/src/kernel/ids.ts', 'export const wait = async () => 1;\n'],
  ['rules-are-pure', 'shared/src/report/report.rules.ts', "export const fail = () => { throw new Error('x'); };\n"],
  [
    'list-at-the-top',
    'shared/src/report/report.ts',
    "import type { slices } from '../dialogue.ts';\nexport type S = typeof slices;\n",
  ],
  [
    'slices-apart',
    'shared/src/report/report.ts',
    "import { people } from '../people/people.rules.ts';\nexport const x = people;\n",
  ],
  ['slices-apart', 'client/src/facilitate/floor/Floor.tsx', "export const floor = () => import('../chat/Chat.tsx');\n"],
  [
    'platform-at-bottom',
    'server/src/platform/http.ts',
    "import { gateway } from '../dialogue/gateway.ts';\nexport const x = gateway;\n",
  ],
  [
    'engines-below-slices',
    'client/src/dialogue/store.ts',
    "import { Chat } from '../facilitate/chat/Chat.tsx';\nexport const x = Chat;\n",
  ],
  [
    'app-above-slices',
    'server/src/report/report.routes.ts',
    "import { app } from '../app.ts';\nexport const x = app;\n",
  ],
  [
    'workspaces-apart',
    'client/src/report/report.ts',
    "import { gateway } from '../../../server/src/dialogue/gateway.ts';\nexport const x = gateway;\n",
  ],
  [
    'libraries-at-home',
    'server/src/report/report.ts',
    "import { Kysely } from 'kysely/migration';\nexport const x = Kysely;\n",
  ],
  [
    'libraries-at-home',
    'server/src/report/report.ts',
    "import { DatabaseSync } from 'node:sqlite';\nexport const x = DatabaseSync;\n",
  ],
  ['libraries-at-home', 'server/src/report/report.ts', 'export const x = process.env.HOME;\n'],
  [
    'one-idea',
    'server/src/report/report.ts',
    Array.from({ length: 251 }, (_, i) => `export const x${i} = ${i};`).join('\n'),
  ],
  ...[
    'p.catch(() => {});',
    'p.catch(error => {});',
    'p.catch(() => undefined);',
    'p.catch(() => void 0);',
    'p.then(() => 1, () => {});',
    'p.then(() => 1, function () {});',
    "p.on('error', () => {});",
    'try { p(); } catch {}',
    'try { p(); } catch (error) {\n}',
  ].map(line => ['nothing-swallowed', 'server/src/report/report.ts', `export const x = p => { ${line} };\n`]),
  ['finished', 'server/src/report/report.ts', `// ${'TO'}${'DO'} later\nexport const x = 1;\n`],
];

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'imports-'));
  for (const [path, text] of Object.entries(clean)) write(path, text);
});

afterEach(() => rmSync(root, { recursive: true }));

test('a checkout that keeps the dependency rule passes', () => {
  expect(found()).toEqual([]);
});

test.each(planted)('%s is told of a file that breaks it: %s', (rule, path, text) => {
  write(path, text);
  expect(found()).toEqual([`${rule} ${path}`]);
});

test('every rule has a planted violation', () => {
  expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(rules.map(({ name }) => name)));
});

test('an error that is handled, reported, or let pass for a reason is not swallowed', () => {
  const lines = [
    'p.catch(report);',
    'p.catch(() => null);',
    'p.catch(() => { y = 1; });',
    'p.then(() => {}, report);',
    "p.on('close', () => {});",
    "p.on('error', report);",
    'try { p(); } catch { y = 1; }',
    'try { p(); } catch {\n// A browser that keeps nothing still works for this visit.\n}',
  ];
  write('server/src/report/report.ts', `export const x = (p, y, report) => {\n${lines.join('\n')}\n};\n`);
  expect(found()).toEqual([]);
});

test('comments and blank lines do not make a file long', () => {
  write('server/src/report/report.ts', `export const x = 1;\n${'// why\n\n'.repeat(300)}`);
  expect(found()).toEqual([]);
});

function found() {
  const sources = readSources(root);
  return rules.flatMap(({ name, find }) => find(sources).map(({ path }) => `${name} ${path}`));
}

function write(path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
