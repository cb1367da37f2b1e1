import type { Block, Cell, Item, OutcomeBlock, Paper, Run, Said } from './paper.ts';

/**
 * A file of one page that stands by itself: no script, no picture, nothing to load. Every block has its direction, so that it
 * reads and prints alike in every program.
 */
export function htmlOf(paper: Paper): string {
  const details = paper.details.map(line => `<p class="detail" dir="auto">${escaped(line)}</p>`).join('\n');
  return `<!doctype html>
<html lang="${paper.language}" dir="${paper.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(paper.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1 dir="auto">${escaped(paper.title)}</h1>
${details}
</header>
${blocksOf(paper.blocks)}
</main>
</body>
</html>
`;
}

const blocksOf = (blocks: readonly Block[]): string => blocks.map(blockOf).join('\n');

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="${block.dir}">${runsOf(block.runs)}</p>`;
    case 'heading': {
      // The title of the file is the only heading of the first level.
      const tag = `h${block.level + 1}`;
      return `<${tag} dir="${block.dir}">${runsOf(block.runs)}</${tag}>`;
    }
    case 'code':
      return `<pre dir="ltr"><code>${escaped(block.text)}</code></pre>`;
    case 'rule':
      return '<hr>';
    case 'quote':
      return `<blockquote dir="${block.dir}">\n${blocksOf(block.blocks)}\n</blockquote>`;
    case 'list': {
      const tag = block.marker === 'number' ? 'ol' : 'ul';
      const start = block.marker === 'number' && block.start !== 1 ? ` start="${block.start}"` : '';
      const tasks = block.marker === 'task' ? ' class="tasks"' : '';
      return `<${tag} dir="${block.dir}"${start}${tasks}>\n${block.items.map(itemOf).join('\n')}\n</${tag}>`;
    }
    case 'table':
      return `<table dir="${block.dir}">\n${block.rows.map(row => `<tr>${row.map(cellOf).join('')}</tr>`).join('\n')}\n</table>`;
    case 'outcome':
      return outcomeOf(block);
  }
}

/** An entry has its sign on the side where its own words begin. */
function itemOf({ done, blocks }: Item): string {
  const [first] = blocks;
  const dir = first && 'dir' in first ? ` dir="${first.dir}"` : '';
  if (done === null) return `<li${dir}>${blocksOf(blocks)}</li>`;
  return `<li${dir}><span role="img" aria-label="${done ? '✓' : '–'}">${done ? '☑' : '☐'}</span><div>${blocksOf(blocks)}</div></li>`;
}

function cellOf({ isHeading, columns, rows, align, blocks }: Cell): string {
  const tag = isHeading ? 'th' : 'td';
  const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '');
  const set = align ? ` style="text-align:${align}"` : '';
  return `<${tag}${span('colspan', columns)}${span('rowspan', rows)}${set}>${blocksOf(blocks)}</${tag}>`;
}

function outcomeOf(outcome: OutcomeBlock): string {
  const fields = outcome.fields
    .map(({ label, value, dir }) => `<dt>${escaped(label)}</dt><dd><bdi dir="${dir}">${escaped(value)}</bdi></dd>`)
    .join('');
  const { translation } = outcome;
  const second = translation
    ? `<div class="second"><p class="label">${escaped(translation.label)}</p>${saidOf(translation)}${
        translation.note ? `<p class="label">${escaped(translation.note)}</p>` : ''
      }</div>`
    : '';
  return `<section class="outcome ${outcome.outcome}">
<p class="label">${escaped(outcome.label)}</p>
${saidOf(outcome)}
${second}${fields ? `<dl>${fields}</dl>` : ''}
</section>`;
}

const saidOf = ({ title, dir, blocks, language }: Said): string =>
  `<div${language ? ` lang="${language}"` : ''}><h3 dir="${dir}">${escaped(title)}</h3>\n${blocksOf(blocks)}</div>`;

const runsOf = (runs: readonly Run[]): string => runs.map(runOf).join('');

function runOf({ text, link, change, name, ...look }: Run): string {
  if (text === '\n') return '<br>';
  let html = escaped(text);
  // A name, or an address, may run against the words around it.
  if (name) html = `<bdi class="name">@${html}</bdi>`;
  if (look.code) html = `<code>${html}</code>`;
  if (look.bold) html = `<strong>${html}</strong>`;
  if (look.italic) html = `<em>${html}</em>`;
  if (look.underline) html = `<u>${html}</u>`;
  if (look.strike) html = `<s>${html}</s>`;
  if (link) html = `<a href="${escaped(link)}" rel="noopener noreferrer nofollow">${html}</a>`;
  if (change) html = change === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
  return html;
}

/** A text between or within tags. What HTML cannot hold is left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const style = `
:root { color-scheme: light dark; --ink: #1d2433; --quiet: #5b6475; --line: #d8dce4; --wash: #f5f6f9; --mark: #2b5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaf0; --quiet: #a3acbd; --line: #3a4254; --wash: #20263a; --mark: #8ab4f0; } body { background: #161b29; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); font: 1.0625rem/1.6 "Noto Sans", "Noto Naskh Arabic", system-ui, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .25rem; }
h2 { font-size: 1.4rem; margin: 2rem 0 .5rem; } h3 { font-size: 1.15rem; margin: 1.5rem 0 .25rem; } h4 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p { margin: .5rem 0; min-block-size: 1em; }
header { border-block-end: 1px solid var(--line); padding-block-end: 1rem; margin-block-end: 1.5rem; }
.detail, .label, dt { color: var(--quiet); font-size: .875rem; margin: 0; }
a { color: var(--mark); } .name { color: var(--mark); }
blockquote { margin: 1rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
pre { overflow-x: auto; padding: .75rem; background: var(--wash); border-radius: .5rem; } code { font-family: ui-monospace, monospace; font-size: .9em; }
table { border-collapse: collapse; inline-size: 100%; margin: 1rem 0; } th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: start; vertical-align: top; } th { background: var(--wash); } td p, th p, li p { margin: 0; }
ul, ol { padding: 0; } li { margin-inline-start: 1.75rem; } .tasks { list-style: none; } .tasks > li { margin: 0; } .tasks > li { display: flex; gap: .5rem; } .tasks ul, .tasks ol { margin: 0; }
ins { text-decoration: underline dotted; } del { color: var(--quiet); }
hr { border: 0; border-block-start: 1px solid var(--line); margin: 1.5rem 0; }
.outcome { border: 1px solid var(--line); border-inline-start: 4px solid var(--mark); border-radius: .5rem; padding: .75rem 1rem; margin: 1.25rem 0; break-inside: avoid; }
.outcome h3 { margin: 0 0 .25rem; } .outcome > .label { font-weight: 600; color: var(--mark); }
.second { margin-block-start: .75rem; padding-block-start: .75rem; border-block-start: 1px dashed var(--line); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .75rem 0 0; } dd { margin: 0; }
@media print { :root { --ink: #000; --quiet: #444; --line: #bbb; --wash: #f2f2f2; --mark: #1d4a86; } body { background: none; font-size: 11pt; } main { max-inline-size: none; padding: 0; } h1, h2, h3, h4 { break-after: avoid; } tr { break-inside: avoid; } }
`;
