const mostLines = 250;
const leftover = /\b(TO[D]O|FIX[M]E|X[X]X)\b/;

/** Files that have grown past one idea; blank lines and comments do not count. */
export function findLongFiles(sources) {
  return sources
    .map(file => ({ path: file.path, lines: linesOfCode(file.text) }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => ({ path, line: 1, detail: `has ${lines} lines of code` }));
}

/** Marks of unfinished work. */
export function findLeftovers(sources) {
  return sources.flatMap(file =>
    file.text
      .split('\n')
      .map((text, index) => ({ path: file.path, line: index + 1, detail: text.match(leftover)?.[0] }))
      .filter(({ detail }) => detail !== undefined),
  );
}

function linesOfCode(text) {
  const withoutBlocks = text.replace(/^\s*\/\*[\s\S]*?\*\/\s*$/gm, '');
  return withoutBlocks.split('\n').filter(line => line.trim() !== '' && !line.trim().startsWith('//')).length;
}
