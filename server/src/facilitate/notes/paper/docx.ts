import type {
  Block,
  Cell,
  Item,
  OutcomeBlock,
  Paper,
  Said,
} from '@multaqa/shared/facilitate/notes/document/paper/paper';
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { runsOf, textRuns } from './docx-runs.ts';
import { colours, styles } from './docx-styles.ts';

type Place = { level: number; look: Partial<IParagraphOptions>; lists: Lists };
/** The numberings that a document needs: one for each first number, and an instance for each list. */
type Lists = { starts: Set<number>; next(): number };

/**
 * A Word file (OOXML, ECMA-376): paragraphs with their own direction, runs marked as right to left where their words are, tables that begin
 * on the right, fonts for both kinds of scripts.
 */
export async function docxOf(paper: Paper): Promise<Uint8Array> {
  let instance = 0;
  const lists: Lists = { starts: new Set([1]), next: () => (instance += 1) };
  const place: Place = { level: 0, look: {}, lists };
  const isRight = paper.dir === 'rtl';
  const head = [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      bidirectional: isRight,
      children: textRuns(paper.title, paper.dir),
    }),
    ...paper.details.map(
      line => new Paragraph({ style: 'Detail', bidirectional: isRight, children: textRuns(line, paper.dir) }),
    ),
  ];
  const children = [...head, ...blocksOf(paper.blocks, place)];
  const document = new Document({
    title: paper.title,
    creator: 'Multaqa',
    styles: styles(paper.language),
    numbering: { config: [bullets, ...[...lists.starts].map(numbers)] },
    sections: [{ children }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const blocksOf = (blocks: readonly Block[], place: Place): FileChild[] =>
  blocks.flatMap(block => blockOf(block, place));

function blockOf(block: Block, place: Place): FileChild[] {
  switch (block.kind) {
    case 'paragraph':
      return [new Paragraph({ ...inset(place), bidirectional: block.dir === 'rtl', children: runsOf(block) })];
    case 'heading':
      return [
        new Paragraph({
          ...inset(place),
          heading: headings[block.level],
          bidirectional: block.dir === 'rtl',
          children: runsOf(block),
        }),
      ];
    case 'code':
      return block.text
        .split('\n')
        .map(
          text =>
            new Paragraph({ ...inset(place), style: 'CodeBlock', children: textRuns(text, 'ltr', { code: true }) }),
        );
    case 'rule':
      return [new Paragraph({ ...inset(place), border: { bottom: line } })];
    case 'quote':
      return blocksOf(block.blocks, { ...place, level: place.level + 1, look: { ...place.look, style: 'Quote' } });
    case 'list':
      return listOf(block, place);
    case 'table':
      return [tableOf(block, place), new Paragraph({})];
    case 'outcome':
      return outcomeOf(block);
  }
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

const step = 420;
const deepest = 8;

const inset = ({ level, look }: Place): Partial<IParagraphOptions> =>
  level > 0 ? { ...look, indent: { start: step * Math.min(level, deepest) } } : look;

function listOf({ marker, start, items }: Extract<Block, { kind: 'list' }>, place: Place): FileChild[] {
  const instance = place.lists.next();
  place.lists.starts.add(start);
  const level = Math.min(place.level, deepest);
  const reference = marker === 'number' ? `numbers-${start}` : 'bullets';
  return items.flatMap(item => itemOf(item, { ...place, level: place.level + 1 }, { reference, level, instance }));
}

/** The first paragraph of an entry has its sign; the other blocks stand below it. */
function itemOf(
  { done, blocks }: Item,
  place: Place,
  numbering: NonNullable<IParagraphOptions['numbering']>,
): FileChild[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return blocksOf(blocks, place);
  const sign = done === null ? [] : [new TextRun({ text: done ? '☑ ' : '☐ ', rightToLeft: first.dir === 'rtl' })];
  const opening = new Paragraph({
    ...(done === null ? { ...place.look, numbering } : inset(place)),
    bidirectional: first.dir === 'rtl',
    children: [...sign, ...runsOf(first)],
  });
  return [opening, ...blocksOf(rest, place)];
}

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string, start = 1) =>
  Array.from({ length: deepest + 1 }, (_, at) => ({
    level: at,
    format,
    start: at === 0 ? start : 1,
    text: text(at),
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: step * (at + 1), hanging: step * 0.75 } } },
  }));
const bullets = { reference: 'bullets', levels: level(LevelFormat.BULLET, at => '•◦▪'[at % 3] ?? '•') };
const numbers = (start: number) => ({
  reference: `numbers-${start}`,
  levels: level(LevelFormat.DECIMAL, at => `%${at + 1}.`, start).map(one => ({ ...one, start })),
});

const width = 9_026;
const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line } as const;

function tableOf({ dir, columns, rows }: Extract<Block, { kind: 'table' }>, place: Place): Table {
  return new Table({
    visuallyRightToLeft: dir === 'rtl',
    width: { size: width, type: WidthType.DXA },
    columnWidths: Array<number>(columns).fill(Math.floor(width / columns)),
    rows: rows.map((row, at) => {
      const isHeading = at === 0 && row.every(cell => cell.isHeading);
      return new TableRow({
        tableHeader: isHeading,
        cantSplit: true,
        children: row.map(cell => cellOf(cell, rows.length - at, place)),
      });
    }),
  });
}

function cellOf({ isHeading, columns, rows, blocks, align }: Cell, rowsLeft: number, { lists }: Place): TableCell {
  const look = align ? { alignment: aligned[align] } : {};
  const children = blocksOf(blocks, { level: 0, look, lists });
  // A table that ends a cell leaves Word without the paragraph that it needs there.
  return new TableCell({
    columnSpan: columns,
    rowSpan: Math.min(rows, rowsLeft),
    children: children.filter(child => child instanceof Paragraph || child instanceof Table),
    ...(isHeading && { shading: { type: ShadingType.CLEAR, fill: colours.wash } }),
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    borders: { top: line, bottom: line, left: line, right: line },
  });
}

const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT };

/** Paragraphs with the same border and background: a word processor draws one box around them. */
function outcomeOf(outcome: OutcomeBlock): FileChild[] {
  const edge = { ...line, space: 5 };
  const box = {
    border: { top: edge, bottom: edge, left: edge, right: edge },
    shading: { type: ShadingType.CLEAR, fill: colours.wash },
    indent: { start: 120, end: 120 },
    keepLines: true,
  };
  const inBox = (options: IParagraphOptions) => new Paragraph({ ...box, ...options });
  const boxed = ({ title, dir, blocks }: Said): Paragraph[] => [
    inBox({
      heading: HeadingLevel.HEADING_4,
      bidirectional: dir === 'rtl',
      keepNext: true,
      children: textRuns(title, dir),
    }),
    ...blocks.flatMap(block =>
      block.kind === 'paragraph' ? [inBox({ bidirectional: block.dir === 'rtl', children: runsOf(block) })] : [],
    ),
  ];
  const { label, dir, fields, translation } = outcome;
  const labelled = (text: string, way = dir) =>
    inBox({ style: 'Label', keepNext: true, bidirectional: way === 'rtl', children: textRuns(text, way) });
  return [
    labelled(label),
    ...boxed(outcome),
    ...(translation ? [labelled(translation.label, translation.dir), ...boxed(translation)] : []),
    ...(translation?.note ? [labelled(translation.note)] : []),
    ...fields.map(({ label: name, value, dir: way }) =>
      inBox({
        bidirectional: dir === 'rtl',
        children: [...textRuns(`${name}: `, dir, { bold: true }), ...textRuns(value, way)],
      }),
    ),
    new Paragraph({}),
  ];
}
