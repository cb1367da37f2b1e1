import { Extension, Mark, Node } from '@tiptap/core';

/** A person who is named in a text: their id alone, so that a name is never in the document and can be forgotten. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ person: { default: null, rendered: false } }),
  parseHTML: () => [
    { tag: 'span[data-mention]', getAttrs: element => ({ person: element.getAttribute('data-mention') }) },
  ],
  renderHTML: ({ node }) => ['span', { 'data-mention': node.attrs.person }],
});

/** A heading or question of a template: it names a text that everybody reads in their own language. */
export const Prompt = Node.create({
  name: 'prompt',
  group: 'block',
  atom: true,
  addAttributes: () => ({ prompt: { default: null, rendered: false } }),
  parseHTML: () => [
    { tag: 'div[data-prompt]', getAttrs: element => ({ prompt: element.getAttribute('data-prompt') }) },
  ],
  renderHTML: ({ node }) => ['div', { 'data-prompt': node.attrs.prompt }],
});

/** The words that a thread of comments is about; the threads are in the document's map `comments`, by this id. */
export const Comment = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'span[data-comment]', getAttrs: element => ({ id: element.getAttribute('data-comment') }) }],
  renderHTML: ({ mark }) => ['span', { 'data-comment': mark.attrs.id }, 0],
});

const suggestion = (name: 'insertion' | 'deletion', tag: 'ins' | 'del') =>
  Mark.create({
    name,
    // What is typed beside a suggestion is none by itself.
    inclusive: false,
    excludes: 'insertion deletion',
    addAttributes: () => ({ id: { default: null, rendered: false } }),
    parseHTML: () => [
      { tag: `${tag}[data-suggestion]`, getAttrs: element => ({ id: element.getAttribute('data-suggestion') }) },
    ],
    renderHTML: ({ mark }) => [tag, { 'data-suggestion': mark.attrs.id }, 0],
  });

/** Words that somebody suggests to add. */
export const Insertion = suggestion('insertion', 'ins');
/** Words that somebody suggests to take out. */
export const Deletion = suggestion('deletion', 'del');

/** A block reads in the direction of its first letters, unless somebody has set one. */
export const Direction = Extension.create({
  name: 'direction',
  addGlobalAttributes: () => [
    {
      types: ['paragraph', 'heading', 'outcomeTitle'],
      attributes: {
        dir: {
          default: null,
          parseHTML: element => (['rtl', 'ltr'].includes(element.dir) ? element.dir : null),
          renderHTML: ({ dir }) => ({ dir: dir ?? 'auto' }),
        },
      },
    },
  ],
});
