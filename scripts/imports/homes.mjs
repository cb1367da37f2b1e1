import { visit } from './sources.mjs';

const platform = /^(server|client)\/src\/platform\//;
const media = /^(server|client)\/src\/facilitate\/media\//;
const store = /^server\/src\/platform\/store\//;

const homes = {
  'socket.io': [/^server\/src\/(platform|dialogue)\//],
  'socket.io-adapter': [/^server\/src\/platform\//],
  mediasoup: [media],
  kysely: [store],
  pg: [store],
  'node:sqlite': [store],
  express: [platform, /^server\/src\/app\.ts$/, /^server\/src\/.*\.routes\.ts$/],
  nodemailer: [platform],
  redis: [platform],
  pino: [platform],
  piscina: [platform],
  'file-type': [platform],
  helmet: [platform],
  cookie: [platform],
  'close-with-grace': [platform, /^server\/src\/main\.ts$/],
  'socket.io-client': [/^client\/src\/(platform|dialogue)\//],
  'mediasoup-client': [media],
  'idb-keyval': [platform],
  'read-excel-file': [/^client\/src\/people\//],
  highs: [/^server\/src\/cluster\//],
  '@dnd-kit/core': [/^client\/src\/design\/people-board\//],
  'perfect-freehand': [/^shared\/src\/facilitate\/board\//],
  rbush: [/^client\/src\/facilitate\/board\//],
  sharp: [/^server\/src\/facilitate\/board\//],
  '@resvg/resvg-js': [/^server\/src\/facilitate\/board\//],
  'd3-geo': [/^client\/src\/cluster\//],
  'topojson-client': [/^client\/src\/cluster\//],
  'world-atlas': [/^client\/src\/cluster\//],
  docx: [/^server\/src\/facilitate\/notes\/paper\//],
  '@myriaddreamin/typst-ts-node-compiler': [/^server\/src\/facilitate\/(notes\/paper|board\/export)\//],
  '@noble/curves': [/^(server|client)\/src\/facilitate\/polls\//],
  papaparse: [/^client\/src\/(people|platform)\//],
  '@visx/scale': [/^client\/src\/facilitate\/polls\/results\//],
  '@visx/shape': [/^client\/src\/facilitate\/polls\/results\//],
};
const environmentAtHome = /^server\/src\/config\.ts$/;

/** Libraries, and the process's environment, met outside the one place that knows them. */
export function findStrangers(sources) {
  const product = sources.filter(file => !file.test && /^(server|client)\//.test(file.path));
  return product.flatMap(file => [...strangeImports(file), ...strangeReads(file)]);
}

function strangeImports(file) {
  return file.imports
    .filter(({ library }) => homes[library] && !homes[library].some(home => home.test(file.path)))
    .map(({ library, line }) => ({ path: file.path, line, detail: `imports ${library}` }));
}

function strangeReads(file) {
  if (environmentAtHome.test(file.path)) return [];
  const found = [];
  visit(file.program, node => {
    if (node.type === 'MemberExpression' && node.object.name === 'process' && node.property.name === 'env') {
      found.push({ path: file.path, line: file.lineAt(node.start), detail: 'reads process.env' });
    }
  });
  return found;
}
