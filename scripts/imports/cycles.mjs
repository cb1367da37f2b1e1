/** Circles of imports, each told once, at the import that closes it. */
export function findCycles(sources) {
  const byPath = new Map(sources.map(file => [file.path, file]));
  const state = new Map();
  const found = [];
  const enter = (file, trail) => {
    state.set(file.path, 'open');
    for (const { target, line } of file.imports) {
      const next = byPath.get(target);
      if (next && state.get(target) === 'open') {
        const circle = [...trail.slice(trail.indexOf(target)), target];
        found.push({ path: file.path, line, detail: circle.join(' -> ') });
      } else if (next && !state.has(target)) {
        enter(next, [...trail, target]);
      }
    }
    state.set(file.path, 'left');
  };
  for (const file of sources) if (!state.has(file.path)) enter(file, [file.path]);
  return found;
}
