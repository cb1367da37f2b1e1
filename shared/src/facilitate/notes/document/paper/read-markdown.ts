import { soundAttributes } from '../allowed.ts';
import type { NoteJson } from '../note-json.ts';

/** A Markdown file whose comments about outcomes are paragraphs, so that a parser keeps them. */
export type MarkedMarkdown = { markdown: string; sources: readonly Record<string, unknown>[] };

const comment = /^<!-- outcome (\{.*\}) -->$/gm;
const sign = (index: number) => `\ue000outcome ${index}\ue000`;

/** The first half of reading a file that `markdownOf` has written: what is to be parsed as Markdown. */
export function markOutcomes(markdown: string): MarkedMarkdown {
  const sources: Record<string, unknown>[] = [];
  const marked = markdown.replace(comment, (whole, data: string) => {
    const source = objectIn(data);
    return source ? sign(sources.push(source) - 1) : whole;
  });
  return { markdown: marked, sources };
}

/**
 * The second half: the parsed blocks with outcomes where there are quotes after such paragraphs. Whatever else stands there stays as it
 * is, without the paragraph; of what a comment says only that is taken which an outcome may have.
 */
export function outcomesIn(blocks: readonly NoteJson[], sources: MarkedMarkdown['sources']): NoteJson[] {
  return blocks.flatMap((block, at): NoteJson[] => {
    const previous = blocks[at - 1];
    const source = previous && sourceOf(previous, sources);
    if (source && block.type === 'blockquote') return [outcomeOf(block.content ?? [], source)];
    return sourceOf(block, sources) ? [] : [block];
  });
}

function sourceOf({ type, content }: NoteJson, sources: MarkedMarkdown['sources']): Record<string, unknown> | null {
  const [only, ...others] = content ?? [];
  if (type !== 'paragraph' || others.length > 0 || !only?.text) return null;
  const [, index] = /^\ue000outcome (\d+)\ue000$/.exec(only.text) ?? [];
  return (index !== undefined && sources[Number(index)]) || null;
}

/** Title and text, then the same in a second language, then what the comment says more exactly; lines divide them. */
function outcomeOf(quote: readonly NoteJson[], { translation, ...attrs }: Record<string, unknown>): NoteJson {
  const parts: NoteJson[][] = [[]];
  for (const block of quote) {
    if (block.type === 'horizontalRule') parts.push([]);
    else parts.at(-1)?.push(block);
  }
  const [original = [], second = []] = parts;
  const isTranslated = typeof translation === 'object' && translation !== null;
  return {
    type: 'outcome',
    attrs: soundAttributes('outcome', attrs),
    content: [
      ...saidIn(original),
      ...(isTranslated
        ? [
            {
              type: 'outcomeTranslation',
              attrs: soundAttributes('outcomeTranslation', translation as Record<string, unknown>),
              content: saidIn(second.filter(isSaid)),
            },
          ]
        : []),
    ],
  };
}

/** False for the note that a translation is older: it is one paragraph, set apart as a whole. */
const isSaid = ({ content = [] }: NoteJson, index: number): boolean =>
  index === 0 || content.length !== 1 || !content[0]?.marks?.some(({ type }) => type === 'italic');

/** The first paragraph is the title, behind its label in bold. */
function saidIn([first, ...rest]: readonly NoteJson[]): NoteJson[] {
  const words = (first?.content ?? [])
    .slice(1)
    .map(({ text = '' }) => text)
    .join('')
    .replace(/^ /, '');
  const paragraphs = rest.filter(({ type }) => type === 'paragraph');
  return [
    { type: 'outcomeTitle', ...(words && { content: [{ type: 'text', text: words }] }) },
    { type: 'outcomeBody', content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }] },
  ];
}

function objectIn(data: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(data);
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : null;
  } catch {
    // A comment that somebody wrote by hand is a comment.
    return null;
  }
}
