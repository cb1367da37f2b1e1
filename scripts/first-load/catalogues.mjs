import { visit } from '../imports/sources.mjs';

/** The folders of the catalogues that the entry of the client uses, by what its files import when they are loaded. */
export function firstCatalogues(sources, entry = 'client/src/main.tsx') {
  const byPath = new Map(sources.map(file => [file.path, file]));
  const reached = new Set();
  const reach = path => {
    const file = byPath.get(path);
    if (!file || reached.has(file)) return;
    reached.add(file);
    for (const target of loadedWith(file)) reach(target);
  };
  reach(entry);
  return [...new Set([...reached].flatMap(cataloguesOf))];
}

/** What a file imports as values and at once; types are gone by then, and `import()` comes later. */
function loadedWith({ program, imports }) {
  const values = new Set();
  for (const node of program.body) {
    if (/^(Import|Export)/.test(node.type) && node.source && (node.importKind ?? node.exportKind) !== 'type')
      values.add(node.source.value);
  }
  return imports.flatMap(({ specifier, target }) => (target && values.has(specifier) ? [target] : []));
}

function cataloguesOf({ program }) {
  const folders = [];
  visit(program, node => {
    if (node.type === 'CallExpression' && node.callee.name === 'textsOf')
      folders.push(...node.arguments.map(({ value }) => value));
  });
  return folders;
}
