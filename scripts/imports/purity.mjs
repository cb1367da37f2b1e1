import { visit } from './sources.mjs';

const clockAndChance = {
  'Date.now': 'reads the clock',
  'performance.now': 'reads the clock',
  'Temporal.Now': 'reads the clock',
  'Math.random': 'takes a chance',
  'crypto.randomUUID': 'takes a chance',
  'crypto.getRandomValues': 'takes a chance',
};

/** Clock, chance, waiting and throwing in the files that decide. */
export function findImpurities(sources) {
  const deciding = sources.filter(file => !file.test && isDeciding(file.path));
  return deciding.flatMap(file => {
    const found = [];
    visit(file.program, node => {
      const detail = impurity(node);
      if (detail) found.push({ path: file.path, line: file.lineAt(node.start), detail });
    });
    return found;
  });
}

function isDeciding(path) {
  return path.startsWith('shared/src/') && (path.startsWith('shared/src/kernel/') || path.endsWith('.rules.ts'));
}

function impurity(node) {
  if (node.type === 'ThrowStatement') return 'throws';
  if (node.type === 'AwaitExpression' || node.async === true) return 'waits';
  if (node.type === 'MemberExpression') return clockAndChance[`${node.object.name}.${node.property.name}`];
  const callsDate =
    /^(New|Call)Expression$/.test(node.type) && node.callee.name === 'Date' && node.arguments.length === 0;
  return callsDate ? 'reads the clock' : undefined;
}
