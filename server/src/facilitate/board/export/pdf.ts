import { tmpdir } from 'node:os';
import type { Drawing } from '@multaqa/shared/facilitate/board/draw/draw-board';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from '../../../platform/fonts.ts';

/** One page that is as large as the drawing. What people have written comes in as data and is never source. */
const source = `
#let board = json(bytes(sys.inputs.data))
#set document(title: board.title, date: none)
#set page(width: board.width * 1pt, height: board.height * 1pt, margin: 0pt)
#set text(font: ("Noto Sans", "Amiri", "Noto Emoji"), lang: board.lang)
#image(bytes(board.svg), format: "svg", width: 100%, height: 100%, alt: board.title)
`;

/** The longer side of a page in points at most (PDF 1.7, annex C), and points for each unit of the board. */
const side = 14_000;
const points = 0.75;

let opened: NodeCompiler | null = null;
const compiler = (): NodeCompiler =>
  (opened ??= NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: [...fontFolders] }] }));

/** A drawing as a PDF of one page, whose words can be found and copied. Throws when Typst cannot set it. */
export function pdfOf(
  { svg, width, height }: Drawing,
  { title, language }: { title: string; language: string },
): Uint8Array {
  const scale = Math.min(points, side / Math.max(width, height, 1));
  const data = { svg, title, lang: language, width: width * scale, height: height * scale };
  const pdf = compiler().pdf({ mainFileContent: source, inputs: { data: JSON.stringify(data) } });
  compiler().evictCache(0);
  return new Uint8Array(pdf);
}
