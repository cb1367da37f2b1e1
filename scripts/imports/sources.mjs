import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseAst } from 'vitest/node';
import { isTest } from './places.mjs';

const folders = ['shared/src', 'server/src', 'client/src', 'e2e', 'bench', 'scripts'];
const languages = { ts: 'ts', tsx: 'tsx', mjs: 'js' };

/**
 * Every source file of a checkout: its path, its text, its syntax tree and what it imports.
 * An import is `{ specifier, line }` with the `target` path when it is ours, or the `library` when it is not.
 */
export function readSources(root) {
  const paths = folders.filter(folder => existsSync(join(root, folder))).flatMap(folder => filesBelow(root, folder));
  return paths.map(path => {
    const text = readFileSync(join(root, path), 'utf8');
    const program = parseAst(text, { lang: languages[path.split('.').pop()] }, path);
    const lineAt = lineCounter(text);
    return { path, text, program, lineAt, test: isTest(path), imports: importsOf(path, program, lineAt) };
  });
}

/** Calls back for a node of a syntax tree and for all below it. */
export function visit(node, callback) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, callback);
  } else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') callback(node);
    for (const child of Object.values(node)) if (child && typeof child === 'object') visit(child, callback);
  }
}

function filesBelow(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist', 'results'].includes(entry.name) ? [] : filesBelow(root, path);
    return path.split('.').pop() in languages ? [path] : [];
  });
}

function importsOf(path, program, lineAt) {
  const found = [];
  visit(program, node => {
    const source = /^(Import|Export|TSImport)/.test(node.type) ? node.source : undefined;
    if (typeof source?.value === 'string') {
      found.push({ specifier: source.value, line: lineAt(source.start), ...meaning(path, source.value) });
    }
  });
  return found;
}

function meaning(path, specifier) {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(path), specifier) };
  if (specifier.startsWith('@multaqa/')) {
    const [, workspace, ...rest] = specifier.split('/');
    return { target: `${workspace}/src/${rest.join('/')}.ts` };
  }
  if (specifier.startsWith('node:')) return { library: specifier };
  return { library: specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/') };
}

function lineCounter(text) {
  return offset => text.slice(0, offset).split('\n').length;
}
