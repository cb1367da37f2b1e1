import { mergeAttributes, Node } from '@tiptap/core';

const kept = <const Value>(value: Value) => ({ default: value, rendered: false });

/**
 * One outcome: a block of its own at the top of the document, so that no list or quote can hide or copy it half. Its attributes are
 * those of `WrittenOutcome`; `id` is null until somebody's editor, or the server, gives it one.
 */
export const OutcomeNode = Node.create({
  name: 'outcome',
  content: 'outcomeTitle outcomeBody outcomeTranslation?',
  defining: true,
  isolating: true,
  draggable: true,
  addAttributes: () => ({
    id: kept<string | null>(null),
    kind: kept<string>('practice'),
    language: kept<string | null>(null),
    people: kept<readonly string[]>([]),
    municipality: kept<string | null>(null),
    subtopic: kept<string | null>(null),
    owner: kept<string | null>(null),
    due: kept<string | null>(null),
    from: kept<readonly string[]>([]),
  }),
  parseHTML: () => [
    {
      tag: 'section[data-outcome]',
      getAttrs: element => attributesIn(element.getAttribute('data-outcome') ?? '{}'),
    },
  ],
  renderHTML: ({ node }) => ['section', { 'data-outcome': JSON.stringify(node.attrs) }, 0],
});

/** What is pasted may come from anywhere: what cannot be read is no outcome. */
function attributesIn(json: string): Record<string, unknown> | false {
  try {
    const written: unknown = JSON.parse(json);
    return typeof written === 'object' && written !== null ? { ...written } : false;
  } catch {
    return false;
  }
}

/** The sentence that names an outcome. */
export const OutcomeTitle = Node.create({
  name: 'outcomeTitle',
  content: 'text*',
  marks: '',
  defining: true,
  parseHTML: () => [{ tag: '[data-outcome-title]' }],
  renderHTML: ({ HTMLAttributes }) => ['h4', mergeAttributes(HTMLAttributes, { 'data-outcome-title': '' }), 0],
});

/** What there is to say about it. */
export const OutcomeBody = Node.create({
  name: 'outcomeBody',
  content: 'paragraph+',
  defining: true,
  parseHTML: () => [{ tag: 'div[data-outcome-body]' }],
  renderHTML: () => ['div', { 'data-outcome-body': '' }, 0],
});

/** The same in a second language. `of` is the digest of the text that it was translated from: another one now means that it is older. */
export const OutcomeTranslation = Node.create({
  name: 'outcomeTranslation',
  content: 'outcomeTitle outcomeBody',
  defining: true,
  addAttributes: () => ({ language: kept<string>('en'), of: kept<string | null>(null) }),
  parseHTML: () => [
    {
      tag: 'div[data-outcome-translation]',
      getAttrs: element => ({ language: element.getAttribute('data-outcome-translation') }),
    },
  ],
  renderHTML: ({ node }) => ['div', { 'data-outcome-translation': node.attrs.language }, 0],
});
