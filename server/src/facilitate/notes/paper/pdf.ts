import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Block, Cell, Item, Paper } from '@multaqa/shared/facilitate/notes/document/paper/paper';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from '../../../platform/fonts.ts';

const source = readFileSync(new URL('./paper.typ', import.meta.url), 'utf8');

let opened: NodeCompiler | null = null;

/** A compiler holds the fonts: a thread opens one, when it needs it first. */
const compiler = (): NodeCompiler =>
  (opened ??= NodeCompiler.create({
    workspace: dirname(fileURLToPath(import.meta.url)),
    fontArgs: [{ fontPaths: [...fontFolders] }],
  }));

/**
 * A tagged PDF, typeset by Typst. What people have written goes in as data, so that nothing of it is taken for source. It takes the
 * thread it runs in for a moment: some 20 ms for a page. Throws when Typst cannot set it.
 */
export function pdfOf(paper: Paper): Uint8Array {
  const data = { ...paper, lang: paper.language, blocks: paper.blocks.flatMap(block => settable(block, 0)) };
  const pdf = compiler().pdf({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
  compiler().evictCache(0);
  return new Uint8Array(pdf);
}

/** Typst nests its calls only so deep; what lies deeper in each other than people can read stands below each other. */
const deepest = 6;

type Settable = Block | (Extract<Block, { kind: 'table' }> & { heads: number });

function settable(block: Block, depth: number): Settable[] {
  const inner = (blocks: readonly Block[]) => blocks.flatMap(one => settable(one, depth + 1)) as Block[];
  const isDeep = depth >= deepest;
  switch (block.kind) {
    case 'quote':
      return isDeep ? inner(block.blocks) : [{ ...block, blocks: inner(block.blocks) }];
    case 'list': {
      if (isDeep) return block.items.flatMap(({ blocks }) => inner(blocks));
      const items = block.items.map((item): Item => ({ ...item, blocks: inner(item.blocks) }));
      return [{ ...block, items }];
    }
    case 'table': {
      if (isDeep) return block.rows.flatMap(row => row.flatMap(({ blocks }) => inner(blocks)));
      const rows = block.rows.map(row => row.map((cell): Cell => ({ ...cell, blocks: inner(cell.blocks) })));
      return [{ ...block, rows, heads: headsOf(rows) }];
    }
    default:
      return [block];
  }
}

/** One row at the top that has nothing but headings is repeated on each page. */
const headsOf = ([first]: readonly (readonly Cell[])[]): number =>
  first?.length && first.every(({ isHeading, rows }) => isHeading && rows === 1) ? 1 : 0;
