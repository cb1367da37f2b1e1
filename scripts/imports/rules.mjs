import { findCycles } from './cycles.mjs';
import { findStrangers } from './homes.mjs';
import { kindOf, layerOf, sliceOf, workspaceOf } from './places.mjs';
import { findImpurities } from './purity.mjs';
import { findLeftovers, findLongFiles } from './shape.mjs';
import { findSwallowed } from './swallowed.mjs';

const workspacesBelow = {
  shared: [],
  server: ['shared'],
  client: ['shared'],
  e2e: [],
  bench: ['shared', 'server', 'client'],
  scripts: [],
};
const isNoteSchema = (file, library) =>
  file.path.startsWith('shared/src/facilitate/notes/document/') && library.startsWith('@tiptap/');
const isPen = (file, library) =>
  file.path.startsWith('shared/src/facilitate/board/draw/') && library === 'perfect-freehand';
const layered = ['server', 'client'];
const list = 'shared/src/dialogue.ts';

/** Each rule has a name, its law in a sentence, and `find(sources)`, which returns what breaks it. */
export const rules = [
  { name: 'no-cycles', law: 'no file imports itself through others', find: findCycles },
  {
    name: 'shared-is-pure',
    law: 'the rules import the rules, zod and yjs, nothing else; the schema of notes is made of TipTap, strokes of perfect-freehand',
    find: imports(
      (file, { target, library }) =>
        workspaceOf(file.path) === 'shared' &&
        !(target
          ? target.startsWith('shared/src/')
          : ['zod', 'yjs'].includes(library) || isNoteSchema(file, library) || isPen(file, library)),
    ),
  },
  { name: 'rules-are-pure', law: 'no clock, no chance, no waiting and no throwing in the rules', find: findImpurities },
  {
    name: 'list-at-the-top',
    law: 'the kernel and the slices do not know the list of slices',
    find: imports(
      (file, { target }) =>
        target === list &&
        workspaceOf(file.path) === 'shared' &&
        (sliceOf(file.path) || file.path.includes('/kernel/')),
    ),
  },
  {
    name: 'slices-apart',
    law: 'a slice never imports a sibling; what composes them stands above',
    find: imports((file, { target }) => {
      const [own, other] = [sliceOf(file.path), target && sliceOf(target)];
      return (
        own !== undefined && other !== undefined && own !== other && workspaceOf(file.path) === workspaceOf(target)
      );
    }),
  },
  {
    name: 'platform-at-bottom',
    law: 'the platform knows nothing of what is built on it',
    find: upward(path => kindOf(path) === 'platform'),
  },
  {
    name: 'engines-below-slices',
    law: 'the engines know no slice: main -> app -> slices -> engines -> platform',
    find: upward(path => kindOf(path) === 'engine'),
  },
  {
    name: 'app-above-slices',
    law: 'the slices know nothing of what composes them: main -> app -> slices -> engines -> platform',
    find: upward(path => kindOf(path) === 'slice' || kindOf(path) === 'app'),
  },
  {
    name: 'workspaces-apart',
    law: 'server and client import shared and never each other; tests in a browser and scripts import none of them',
    find: imports((file, { target }) => {
      const own = workspaceOf(file.path);
      return target !== undefined && workspaceOf(target) !== own && !workspacesBelow[own].includes(workspaceOf(target));
    }),
  },
  {
    name: 'libraries-at-home',
    law: 'an outside library is imported in its home only (scripts/imports/homes.mjs)',
    find: findStrangers,
  },
  { name: 'one-idea', law: 'a file has at most 250 lines of code', find: findLongFiles },
  { name: 'nothing-swallowed', law: 'an error is handled, reported, or let pass for a reason', find: findSwallowed },
  { name: 'finished', law: 'what is left to do is not left in the code', find: findLeftovers },
];

function imports(forbidden) {
  return sources =>
    sources
      .filter(file => !file.test)
      .flatMap(file =>
        file.imports
          .filter(wanted => forbidden(file, wanted))
          .map(({ line, specifier }) => ({ path: file.path, line, detail: `imports ${specifier}` })),
      );
}

function upward(from) {
  return imports(
    (file, { target }) =>
      target !== undefined &&
      layered.includes(workspaceOf(file.path)) &&
      workspaceOf(target) === workspaceOf(file.path) &&
      from(file.path) &&
      layerOf(target) > layerOf(file.path),
  );
}
