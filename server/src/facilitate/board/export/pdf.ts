import { tmpdir } from 'node:os';
import type { DrawingOptions } from '@multaqa/shared/facilitate/board/draw/brush';
import { drawBoard, drawnThings, wholeBounds } from '@multaqa/shared/facilitate/board/draw/draw-board';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { directionOf, type TextDirection } from '@multaqa/shared/kernel/direction';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from '../../../platform/fonts.ts';
import { sheetsFor } from './sheets.ts';

/**
 * Sheets of A4 with a line at their head: what it is, and on each part a small plan that shows where the part lies. What people have
 * written comes in as data and is never source.
 */
const source = `
#let board = json(bytes(sys.inputs.data))
#let grey = rgb("#5b6770")
#let plan(part) = box(width: board.plan.at(0) * 1pt, height: board.plan.at(1) * 1pt, stroke: 0.5pt + grey, clip: true)[
  #place(top + left, dx: part.at(0) * 1pt, dy: part.at(1) * 1pt, rect(
    width: part.at(2) * 1pt, height: part.at(3) * 1pt, fill: rgb("#0b6b6b"),
  ))
]
#set document(title: board.title, date: none)
#set page(width: board.width * 1pt, height: board.height * 1pt, margin: board.margin * 1pt)
#set text(font: ("Noto Sans", "Amiri", "Noto Emoji"), lang: board.lang, size: 9pt, fill: grey)
#set par(spacing: 0pt)
#for (at, sheet) in board.sheets.enumerate() {
  if at > 0 { pagebreak() }
  block(height: board.head * 1pt, width: 100%, grid(
    columns: (1fr, auto, auto), column-gutter: 10pt, align: (start + top, end + top, end + top),
    text(fill: black, strong(board.title)) + if board.session != "" { [ · ] + board.session },
    if board.sheets.len() > 1 { [#(at + 1)/#board.sheets.len()] },
    if at > 0 { plan(sheet.plan) },
  ))
  align(center, image(
    bytes(sheet.svg), format: "svg", width: sheet.width * 1pt, height: sheet.height * 1pt, alt: board.title,
  ))
}
`;

/** A title of people's own in a line of the other direction, set apart from it (UAX #9, 2.4.2). */
const isolated = (text: string, line: TextDirection): string =>
  (directionOf(text) ?? line) === line ? text : `\u2068${text}\u2069`;

/** How high and wide the small plan of a part is at most, in points. */
const [planWide, planHigh] = [36, 20];

let opened: NodeCompiler | null = null;
const compiler = (): NodeCompiler =>
  (opened ??= NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: [...fontFolders] }] }));

/** A board as a PDF that offices can print, whose words can be found and copied. Throws when Typst cannot set it. */
export function pdfOf(
  scene: Scene,
  options: DrawingOptions,
  { title, session, language }: { title: string; session: string; language: string },
): Uint8Array {
  const layers = options.above ? [scene, options.above] : [scene];
  const whole = wholeBounds(layers);
  const { sheets, ...page } = sheetsFor(whole, layers.flatMap(drawnThings), options.direction);
  const [left, top, wide, high] = whole;
  const scale = Math.min(planWide / wide, planHigh / high);
  const data = {
    ...{
      ...page,
      title,
      session: isolated(session, options.direction),
      lang: language,
      plan: [wide * scale, high * scale],
    },
    sheets: sheets.map(({ part, ...size }) => ({
      ...{ ...size, svg: drawBoard(scene, { ...options, part }).svg },
      plan: [(part[0] - left) * scale, (part[1] - top) * scale, part[2] * scale, part[3] * scale],
    })),
  };
  const pdf = compiler().pdf({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
  compiler().evictCache(0);
  return new Uint8Array(pdf);
}
