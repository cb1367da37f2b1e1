import { visit } from './sources.mjs';

/** Handlers of errors that do nothing with them: what fails there, fails for ever without a trace. */
export function findSwallowed(sources) {
  return sources.flatMap(file => {
    const found = [];
    const add = (node, detail) => found.push({ path: file.path, line: file.lineAt(node.start), detail });
    visit(file.program, node => {
      if (node.type === 'CallExpression' && doesNothing(handlerOf(node))) add(handlerOf(node), 'swallows an error');
      if (node.type === 'CatchClause' && isBlank(file.text.slice(node.body.start, node.body.end)))
        add(node, 'has an empty catch');
    });
    return found;
  });
}

/** What a call gives to be called with an error: by a promise, or by an emitter of events. */
function handlerOf({ callee, arguments: given }) {
  const name = callee.type === 'MemberExpression' ? callee.property.name : undefined;
  if (name === 'catch') return given[0];
  if (name === 'then') return given[1];
  return ['on', 'once'].includes(name) && given[0]?.value === 'error' ? given[1] : undefined;
}

function doesNothing(handler) {
  if (!/^(ArrowFunction|Function)Expression$/.test(handler?.type)) return false;
  const { body } = handler;
  return (
    (body.type === 'BlockStatement' && body.body.length === 0) ||
    (body.type === 'Identifier' && body.name === 'undefined') ||
    (body.type === 'UnaryExpression' && body.operator === 'void')
  );
}

// A comment that says why nothing is to be done makes a catch blank no more.
const isBlank = block => /^\{\s*\}$/.test(block);
