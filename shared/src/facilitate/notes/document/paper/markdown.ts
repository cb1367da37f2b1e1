import { inlineOf, lineStart, plain } from './markdown-inline.ts';
import type { Block, Cell, Item, OutcomeBlock, Paper, Said } from './paper.ts';

/**
 * A file in GitHub Flavored Markdown (https://github.github.com/gfm/). An outcome is a quote that people can read; the comment before it,
 * which readers hide, has what an import needs to make the same outcome again.
 */
export function markdownOf(paper: Paper): string {
  const head = [
    `# ${plain(paper.title)}`,
    ...(paper.details.length > 0 ? [paper.details.map(plain).join('  \n')] : []),
  ];
  return `${[...head, ...blocksOf(paper.blocks)].join('\n\n')}\n`;
}

/** Blocks as texts; two lists that follow each other have different markers, or they would be one. */
function blocksOf(blocks: readonly Block[]): string[] {
  let isOther = false;
  let last: Block['kind'] | null = null;
  return blocks.flatMap(block => {
    isOther = block.kind === 'list' && last === 'list' ? !isOther : false;
    last = block.kind;
    const text = blockOf(block, isOther);
    return text === '' ? [] : [text];
  });
}

function blockOf(block: Block, isOther: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return lineStart(inlineOf(block.runs));
    case 'heading':
      // The title of the file is the only heading of the first level.
      return `${'#'.repeat(block.level + 1)} ${inlineOf(block.runs).replaceAll('\\\n', '<br>')}`;
    case 'code':
      return fenced(block.text);
    case 'rule':
      return '---';
    case 'quote':
      return quoted(blocksOf(block.blocks));
    case 'list':
      return listOf(block, isOther);
    case 'table':
      return tableOf(block.rows, block.columns);
    case 'outcome':
      return outcomeOf(block);
  }
}

function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

const quoted = (blocks: readonly string[]): string =>
  blocks
    .join('\n\n')
    .split('\n')
    .map(line => (line ? `> ${line}` : '>'))
    .join('\n');

function listOf({ marker, start, items }: Extract<Block, { kind: 'list' }>, isOther: boolean): string {
  const entries = items.map((item, index) => {
    const sign = marker === 'number' ? `${start + index}${isOther ? ')' : '.'}` : isOther ? '*' : '-';
    return entryOf(item, sign);
  });
  const isLoose = items.some(({ blocks }) => blocks.filter(({ kind }) => kind !== 'list').length > 1);
  return entries.join(isLoose ? '\n\n' : '\n');
}

function entryOf({ done, blocks }: Item, sign: string): string {
  const task = done === null ? '' : `[${done ? 'x' : ' '}] `;
  const indent = ' '.repeat(sign.length + 1);
  const [first = '', ...rest] = blocksOf(blocks);
  const opens =
    blocks[0]?.kind === 'paragraph' && blocks[0].runs.length === 0 ? ['', ...blocksOf(blocks)] : [first, ...rest];
  const text = opens.join(opens.length === 2 && blocks[1]?.kind === 'list' ? '\n' : '\n\n');
  return `${sign} ${task}${text}`.replace(/\n(?=.)/g, `\n${indent}`).trimEnd();
}

function tableOf(rows: readonly (readonly Cell[])[], columns: number): string {
  const [head = [], ...body] = rows.map(row => lineOf(row, columns));
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [first = []] = rows;
  const aligned = lineOf(first, columns).map((_, column) => signs[first[column]?.align ?? 'none']);
  return [line(head), line(aligned), ...body.map(line)].join('\n');
}

const signs = { left: ':--', center: ':-:', right: '--:', none: '---' };

/** A cell that spans several columns is followed by empty ones. */
function lineOf(row: readonly Cell[], columns: number): string[] {
  const cells = row.flatMap(({ columns: width, blocks }) => [cellOf(blocks), ...Array<string>(width - 1).fill('')]);
  return [...cells, ...Array<string>(Math.max(0, columns - cells.length)).fill('')];
}

/** The blocks of a cell in one line, since Markdown has no more in a cell. */
const cellOf = (blocks: readonly Block[]): string =>
  linesOf(blocks).join('<br>').replaceAll('\\\n', '<br>').replaceAll('\n', '<br>');

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    if ('runs' in block) return block.runs.length > 0 ? [inlineOf(block.runs)] : [];
    if (block.kind === 'list')
      return block.items.flatMap(({ blocks: inner }) => linesOf(inner).map(line => `• ${line}`));
    if (block.kind === 'quote') return linesOf(block.blocks);
    if (block.kind === 'table') return block.rows.flatMap(row => row.flatMap(({ blocks: inner }) => linesOf(inner)));
    return block.kind === 'code' ? [plain(block.text)] : [];
  });
}

function outcomeOf(outcome: OutcomeBlock): string {
  const { label, fields, translation, source } = outcome;
  const said = saidOf(outcome, label);
  const second = translation
    ? ['---', ...saidOf(translation, translation.label), ...(translation.note ? [`*${plain(translation.note)}*`] : [])]
    : [];
  const list = fields.map(({ label: name, value }) => `- ${plain(name)}: ${plain(value)}`).join('\n');
  const shown = [...said, ...second, ...(list ? ['---', list] : [])];
  return `${commentOf(source)}\n\n${quoted(shown)}`;
}

const saidOf = ({ title, blocks }: Said, label: string): string[] => [
  `**${plain(`${label}:`)}** ${plain(title)}`.trimEnd(),
  ...blocksOf(blocks),
];

/** Data in a comment; `--` and `>` would end it. */
const commentOf = (source: Record<string, unknown>): string =>
  `<!-- outcome ${JSON.stringify(source).replaceAll('-', '\\u002d').replaceAll('>', '\\u003e')} -->`;
