// The dependency rule of docs/architecture.md, held against the sources. usage: imports.mjs [folder of a checkout]
import { fileURLToPath } from 'node:url';
import { rules } from './imports/rules.mjs';
import { readSources } from './imports/sources.mjs';

const root = process.argv[2] ?? fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(root);
const found = rules.flatMap(({ name, find }) => find(sources).map(violation => ({ rule: name, ...violation })));

for (const { rule, path, line, detail } of found) console.log(`${rule}  ${path}:${line}  ${detail}`);
const broken = rules.filter(({ name }) => found.some(({ rule }) => rule === name));
if (broken.length > 0) console.log('');
for (const { name, law } of broken) console.log(`${name}: ${law}`);
console.log(`${sources.length} files, ${found.length} violations of ${rules.length} rules`);
process.exitCode = found.length > 0 ? 1 : 0;
