import { isAllowedLink } from '@multaqa/shared/facilitate/notes/document/note-schema';
import { detachedBody } from './detached.ts';
import { listsOfWord } from './word-lists.ts';

/** What a note can take in, apart from the page on the screen, and how many pictures were left out. */
export type Cleaned = { body: HTMLElement; pictures: number };

const dropped =
  'script, style, meta, link, title, base, template, noscript, iframe, object, embed, form, button, select, textarea';
const pictures = 'img, picture, svg, video, audio, canvas';
const keptAttributes = new Set([
  ...['href', 'dir', 'colspan', 'rowspan', 'start', 'type', 'checked', 'lang'],
  ...['data-type', 'data-checked', 'data-mention', 'data-prompt', 'data-pm-slice'],
  ...['data-outcome', 'data-outcome-title', 'data-outcome-body', 'data-outcome-translation'],
]);
const keptStyles = ['font-weight', 'font-style', 'text-decoration'];

/**
 * Makes HTML of office programs and web pages what a note can hold: their styles, fonts, empty paragraphs and pictures go,
 * the paragraphs that Word writes for lists become lists, and links lead where a note's links may.
 */
export function cleanHtml(html: string): Cleaned {
  const body = detachedBody(withoutConditions(html));
  const shown = [...body.querySelectorAll(pictures)];
  for (const element of [...shown, ...body.querySelectorAll(dropped)]) element.remove();
  dropComments(body);
  for (const element of body.querySelectorAll<HTMLElement>('.MsoTitle')) rename(element, 'h1');
  listsOfWord(body);
  for (const element of [...body.querySelectorAll<HTMLElement>('*')]) cleanElement(element);
  for (const table of body.querySelectorAll('td table, th table')) flatten(table);
  for (const paragraph of [...body.querySelectorAll('p')]) dropIfEmpty(paragraph);
  return { body, pictures: shown.length };
}

/** Word wraps what older browsers could not read into comments, and fields of its own into `<![if]>`. */
const withoutConditions = (html: string): string => html.replace(/<!\[(?:if[^\]]*|endif)\]>/gi, '');

function dropComments(body: HTMLElement): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

function cleanElement(element: HTMLElement): void {
  if (meansNothing(element)) {
    unwrap(element);
    return;
  }
  const style = keptStyles
    .map(name => [name, element.style.getPropertyValue(name)] as const)
    .filter(([, value]) => value !== '');
  for (const name of [...element.getAttributeNames()]) if (!keptAttributes.has(name)) element.removeAttribute(name);
  if (style.length > 0) element.setAttribute('style', style.map(([name, value]) => `${name}: ${value}`).join('; '));
  if (/^H[4-6]$/.test(element.tagName) && !element.hasAttribute('data-outcome-title')) rename(element, 'h3');
}

/** Fonts, elements of other namespaces such as `o:p`, and links to where a note may not lead: their words stay. */
function meansNothing(element: HTMLElement): boolean {
  const tag = element.tagName.toLowerCase();
  if (tag === 'a') return !isAllowedLink(element.getAttribute('href'));
  return tag.includes(':') || ['font', 'center', 'ins'].includes(tag);
}

/** An empty paragraph keeps a line apart in office programs; here blocks have their own space. */
function dropIfEmpty(paragraph: HTMLElement): void {
  const isAlone = paragraph.closest('td, th, li, section, [data-pm-slice]') !== null;
  const isEmpty = (paragraph.textContent ?? '').replace(/[\s\u00a0\u200b-\u200f\ufeff]/g, '') === '';
  if (!isEmpty || paragraph.querySelector('[data-mention], hr')) return;
  if (isAlone) paragraph.replaceChildren();
  else paragraph.remove();
}

/** A table in a cell would be one in a block of a block: its cells become lines. */
function flatten(table: Element): void {
  const lines = [...table.querySelectorAll('td, th')].map(cell => {
    const line = table.ownerDocument.createElement('p');
    line.textContent = cell.textContent;
    return line;
  });
  table.replaceWith(...lines);
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

function rename(element: HTMLElement, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  for (const { name, value } of [...element.attributes]) renamed.setAttribute(name, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
