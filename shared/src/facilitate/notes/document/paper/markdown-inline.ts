import type { Look, Run } from './paper.ts';

/** Words as Markdown, so that whoever reads it gets exactly these. */
export function inlineOf(runs: readonly Run[]): string {
  let out = '';
  runs.forEach((run, index) => {
    if (run.text === '\n') out += index === runs.length - 1 ? '' : '\\\n';
    else out += marked(run, out);
  });
  return out.replace(/^[ \t]+|[ \t]+$/gm, blanks =>
    [...blanks].map(blank => (blank === ' ' ? '&#32;' : '&#9;')).join(''),
  );
}

/** Words without marks. */
export const plain = (text: string): string => inlineOf([{ text: text.replaceAll('\n', ' ') }]);

/** The start of a block, where more signs have a meaning than elsewhere. */
export const lineStart = (inline: string): string =>
  inline
    .split('\n')
    .map(line => line.replace(/^(?=[#+=-])/, '\\').replace(/^(\d{1,9})([.)])/, '$1\\$2'))
    .join('\n');

/** Blanks at both ends stay outside the signs, which would not be signs beside them. */
function marked({ text, ...look }: Run, before: string): string {
  if (look.code) return dressed(codeOf(text), text, look, before);
  const [, start = '', core = '', end = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  return core ? start + dressed(escaped(look.name ? `@${core}` : core), core, look, before + start) + end : text;
}

function dressed(inline: string, text: string, { link, change, ...look }: Look, before: string): string {
  let out = inline;
  // Signs next to punctuation or to other signs would be read as signs that people have typed.
  const isSafe =
    /^[\p{L}\p{N}].*[\p{L}\p{N}\p{M}]$|^[\p{L}\p{N}]$/su.test(text) && !/[*~_>]$/.test(before) && !look.code;
  const wrap = (sign: string, tag: string) => {
    const withSign = isSafe && !/[*~]$/.test(out);
    out = withSign ? `${sign}${out}${sign}` : `<${tag}>${out}</${tag}>`;
  };
  if (look.bold) wrap('**', 'strong');
  if (look.italic) wrap('*', 'em');
  if (look.strike) wrap('~~', 's');
  if (look.underline) out = `<u>${out}</u>`;
  if (link) out = `[${out}](${addressOf(link)})`;
  if (change) out = change === 'added' ? `<ins>${out}</ins>` : `<del>${out}</del>`;
  return out;
}

function codeOf(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  // One blank on each side is taken off again.
  const padding = /^[ `]|[ `]$/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

/** An address, with its brackets marked as such. */
const addressOf = (link: string): string =>
  link.replace(/[<>\s\\|]/g, character => encodeURIComponent(character)).replace(/[()&]/g, '\\$&');

/** Every sign with a meaning is marked as one without; so are the signs by which programs find addresses in plain words. */
const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~|&]/g, '\\$&')
    .replace(/(https?|ftp):\/\//gi, '$1\\://')
    .replace(/\bwww\./gi, match => `${match.slice(0, 3)}\\.`)
    .replace(/(?<=[\w.+-])@(?=[\w-])/g, '\\@');
