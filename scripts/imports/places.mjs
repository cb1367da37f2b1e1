// Where a file stands: its workspace, its slice, and its layer.

const slices = ['people', 'cluster', 'define', 'invite', 'about', 'report'];
const stages = ['facilitate', 'evaluate', 'network'];
const layers = { main: 5, app: 4, slice: 3, engine: 2, platform: 1, ground: 0 };
const engines = ['dialogue', 'documents', 'design'];

/** Tests and what only tests use; they may reach further than the product. */
export function isTest(path) {
  return (
    /\.(test|suite|samples|spec)\.(ts|tsx|mjs)$/.test(path) ||
    /\/(testing|proof)\//.test(path) ||
    /^(bench|e2e)\//.test(path)
  );
}

/** The workspace or top folder of a path. */
export function workspaceOf(path) {
  return path.split('/', 1)[0];
}

/** The slice a file belongs to, as `people` or `facilitate/polls`; undefined elsewhere. A file right in a stage's folder composes its slices. */
export function sliceOf(path) {
  const [, src, first, second, third] = path.split('/');
  if (src !== 'src') return undefined;
  if (slices.includes(first)) return first;
  return stages.includes(first) && third !== undefined ? `${first}/${second}` : undefined;
}

/** What a file is in its workspace: main, app, slice, engine, platform or ground. */
export function kindOf(path) {
  const [, , first, second] = path.split('/');
  if (second === undefined) return /^main\./.test(first) ? 'main' : /^app\./.test(first) ? 'app' : 'ground';
  if (first === 'app' || first === 'platform') return first;
  if (engines.includes(first)) return 'engine';
  return slices.includes(first) || stages.includes(first) ? 'slice' : 'ground';
}

/** The layer of a file, 0 at the bottom; imports never point to a higher one. */
export function layerOf(path) {
  return layers[kindOf(path)];
}
