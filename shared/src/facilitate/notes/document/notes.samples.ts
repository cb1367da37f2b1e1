import fc from 'fast-check';
import * as Y from 'yjs';
import { outcomeKinds } from '../outcomes.ts';
import { prompts } from '../templates.ts';
import { textName } from './names.ts';
import type { NoteJson } from './note-json.ts';

const some = <Value>(value: fc.Arbitrary<Value>, maxLength: number, minLength = 0) =>
  fc.array(value, { minLength, maxLength, size: 'max' });
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20, size: 'max' }),
  fc.constantFrom('مرحبًا بكم', 'Müllabfuhr', '« déjà »', '(٢٠٢٦) a.b@c.de', '👩‍👩‍👧 ok'),
);
/** Ids of people who are named in these notes. */
const notedPeople = fc.constantFrom(
  ...['11111111', '22222222', '33333333'].map(start => `${start}-1111-4000-8000-000000000000`),
);

const marks = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom('bold', 'italic', 'underline', 'strike').map(type => ({ type, attrs: {} })),
    fc.constantFrom('https://example.org/ä?x=(1)', 'mailto:ada@example.org').map(href => ({
      type: 'link',
      attrs: { href, target: '_blank', rel: 'noopener noreferrer nofollow' },
    })),
    fc.constantFrom('c1', 'c2').map(id => ({ type: 'comment', attrs: { id } })),
    fc.constantFrom('insertion', 'deletion').map(type => ({ type, attrs: { id: 's1' } })),
  ),
  { selector: ({ type }) => (type === 'deletion' ? 'insertion' : type), maxLength: 3, size: 'max' },
);
const run = fc.record({ text: words, marks }).map(({ text, marks: on }): NoteJson => {
  return { type: 'text', text, ...(on.length > 0 && { marks: on }) };
});
const plainRun = words.map((text): NoteJson => ({ type: 'text', text }));
const mention = notedPeople.map((person): NoteJson => ({ type: 'mention', attrs: { person } }));
const inline = fc.oneof(
  { weight: 5, arbitrary: run },
  { weight: 1, arbitrary: mention },
  { weight: 1, arbitrary: fc.constant<NoteJson>({ type: 'hardBreak' }) },
);
const dir = fc.constantFrom(undefined, 'rtl', 'ltr');
const withAttrs = (type: string, attrs: Record<string, unknown>, content: NoteJson[]): NoteJson => {
  const said = Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== undefined));
  return {
    type,
    ...(Object.keys(said).length > 0 && { attrs: said }),
    ...(content.length > 0 && { content }),
  };
};
const paragraph = fc.tuple(dir, some(inline, 4)).map(([way, content]) => withAttrs('paragraph', { dir: way }, content));
const heading = fc
  .tuple(dir, fc.integer({ min: 1, max: 3 }), some(inline, 3))
  .map(([way, level, content]) => withAttrs('heading', { dir: way, level }, content));

const { block } = fc.letrec<{ block: NoteJson; item: NoteJson[] }>(tie => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    heading,
    fc.constant<NoteJson>({ type: 'horizontalRule' }),
    some(plainRun, 1).map(content => withAttrs('codeBlock', { language: 'js' }, content)),
    fc.constantFrom(...Object.keys(prompts)).map(prompt => withAttrs('prompt', { prompt }, [])),
    some(tie('block'), 3, 1).map(content => withAttrs('blockquote', {}, content)),
    some(tie('item'), 3, 1).map(items => ({
      type: 'bulletList',
      content: items.map(i => withAttrs('listItem', {}, i)),
    })),
    fc.tuple(fc.integer({ min: 1, max: 9 }), some(tie('item'), 3, 1)).map(([start, items]) =>
      withAttrs(
        'orderedList',
        { start },
        items.map(i => withAttrs('listItem', {}, i)),
      ),
    ),
    some(fc.tuple(fc.boolean(), tie('item')), 3, 1).map(items => ({
      type: 'taskList',
      content: items.map(([checked, i]) => withAttrs('taskItem', { checked }, i)),
    })),
    some(some(tie('block'), 2, 1), 2, 2).map(cells => ({
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: cells.map(content => withAttrs('tableHeader', { colspan: 1, rowspan: 1 }, content)),
        },
        {
          type: 'tableRow',
          content: cells.map(content => withAttrs('tableCell', { colspan: 1, rowspan: 1 }, content)),
        },
      ],
    })),
  ),
  item: fc.tuple(paragraph, some(tie('block'), 1)).map(([first, rest]) => [first, ...rest]),
}));

const said = fc
  .tuple(dir, some(plainRun, 1), some(paragraph, 2, 1))
  .map(([way, title, body]) => [withAttrs('outcomeTitle', { dir: way }, title), withAttrs('outcomeBody', {}, body)]);
const anyOutcome = fc
  .record({
    kind: fc.constantFrom(...outcomeKinds),
    id: notedPeople,
    people: some(notedPeople, 2),
    owner: fc.option(notedPeople, { nil: undefined }),
    due: fc.constantFrom(undefined, '2026-12-01'),
    municipality: fc.constantFrom(undefined, 'Sfax', 'إربد'),
    language: fc.constantFrom(undefined, 'ar', 'de'),
    original: said,
    translation: fc.option(said, { nil: undefined }),
  })
  .map(({ original, translation, ...attrs }) =>
    withAttrs('outcome', attrs, [
      ...original,
      ...(translation ? [withAttrs('outcomeTranslation', { language: 'fr', of: '0badcafe' }, translation)] : []),
    ]),
  );

/** Any note, as the schema accepts it. */
export const anyNote: fc.Arbitrary<NoteJson> = some(fc.oneof({ weight: 4, arbitrary: block }, anyOutcome), 5, 1).map(
  content => ({ type: 'doc', content }),
);

/** A node as a part of a Y.Doc; neighbouring runs share a text, as the editor's binding writes them. */
function partsOf(content: readonly NoteJson[]): (Y.XmlElement | Y.XmlText)[] {
  const parts: (Y.XmlElement | Y.XmlText)[] = [];
  let delta: { insert: string; attributes: Record<string, unknown> }[] = [];
  const close = () => {
    if (delta.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(delta);
    parts.push(text);
    delta = [];
  };
  for (const node of content) {
    if (node.type === 'text') {
      delta.push({ insert: node.text ?? '', attributes: attributesOf(node.marks ?? []) });
      continue;
    }
    close();
    const element = new Y.XmlElement(node.type);
    for (const [key, value] of Object.entries(node.attrs ?? {})) element.setAttribute(key, value as never);
    element.insert(0, partsOf(node.content ?? []));
    parts.push(element);
  }
  close();
  return parts;
}

const attributesOf = (on: NonNullable<NoteJson['marks']>): Record<string, unknown> =>
  Object.fromEntries(
    on.map(({ type, attrs }) => [type === 'comment' ? `comment--${String(attrs?.id).padEnd(8, '0')}` : type, attrs]),
  );

/** A Y.Doc with this note. */
export function docOf(note: NoteJson): Y.Doc {
  const doc = new Y.Doc();
  doc.getXmlFragment(textName).insert(0, partsOf(note.content ?? []));
  return doc;
}
