import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { limits } from '../../../limits.ts';
import { isForeign, type Stray } from './flaws.ts';
import { commentsName, textName } from './names.ts';
import { readNote } from './note-json.ts';
import { docOf } from './notes.samples.ts';
import { removeStray, strayIn } from './stray.ts';

const textOf = (doc: Y.Doc) => doc.getXmlFragment(textName);
const read = (doc: Y.Doc) => readNote(Y.encodeStateAsUpdate(doc));
const what = (found: readonly Stray[]) => found.map(stray => stray.what);

describe('each kind of stray', () => {
  const fresh = () =>
    docOf({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words' }] }] });
  const first = (doc: Y.Doc) => textOf(doc).get(0) as Y.XmlElement;
  const words = (doc: Y.Doc) => first(doc).get(0) as Y.XmlText;
  const link = (href: string, more = {}) => ({ link: { href, ...more } });
  const outcome = (...parts: string[]) => {
    const element = new Y.XmlElement('outcome');
    element.insert(
      0,
      parts.map(part => new Y.XmlElement(part)),
    );
    return element;
  };
  const cases: [Stray['what'], string, (doc: Y.Doc) => void][] = [
    ['node', 'an unknown block', doc => textOf(doc).insert(1, [new Y.XmlElement('script')])],
    ['node', 'something among the words that is no word', doc => words(doc).insertEmbed(2, { a: 1 })],
    [
      'place',
      'an outcome in a quote',
      doc => {
        const quote = new Y.XmlElement('blockquote');
        quote.insert(0, [new Y.XmlElement('paragraph'), outcome('outcomeTitle')]);
        textOf(doc).insert(1, [quote]);
      },
    ],
    ['place', 'bare words', doc => textOf(doc).insert(0, [new Y.XmlText('bare')])],
    ['attribute', 'a handler', doc => first(doc).setAttribute('onclick', 'alert(1)')],
    ['attribute', 'a direction that is none', doc => first(doc).setAttribute('dir', 'up')],
    ['attribute', 'a person who is not named', doc => first(doc).insert(0, [new Y.XmlElement('mention')])],
    [
      'attribute',
      'a link that is dressed up',
      doc => words(doc).format(0, 2, link('https://example.org', { class: 'big' })),
    ],
    ['mark', 'a colour', doc => words(doc).format(0, 2, { textStyle: { color: 'red' } })],
    ['link', 'a script', doc => words(doc).format(0, 2, link('javascript:alert(1)'))],
    [
      'link',
      'a script behind letters that browsers skip',
      doc => words(doc).format(0, 2, link('java\nscript:alert(1)')),
    ],
    [
      'mark',
      'a link that is lent',
      doc => words(doc).format(0, 2, JSON.parse('{"__proto__":{"link":{"href":"javascript:alert(1)"}}}')),
    ],
    ['attribute', 'a direction that is lent', doc => first(doc).setAttribute('__proto__', { dir: 'up' } as never)],
    ['link', 'plain HTTP', doc => words(doc).format(0, 2, link('http://example.org'))],
    ['root', 'data of another name', doc => doc.getMap('more').set('a', 1)],
    ['comment', 'a thread that is no thread', doc => doc.getMap(commentsName).set('a', 'b')],
    ['order', 'a second title', doc => textOf(doc).insert(1, [outcome('outcomeTitle', 'outcomeTitle', 'outcomeBody')])],
    ['missing', 'no title', doc => textOf(doc).insert(1, [outcome('outcomeBody')])],
    ['missing', 'a list without entries', doc => textOf(doc).insert(1, [new Y.XmlElement('bulletList')])],
    ['clash', 'code that is bold', doc => words(doc).format(0, 2, { bold: {}, code: {} })],
  ];

  test.each(cases)('%s: %s', (kind, _, put) => {
    const doc = fresh();
    put(doc);
    const found = removeStray(doc);
    expect(what(found)).toContain(kind);
    expect(found.some(isForeign)).toBe(!['order', 'missing', 'clash'].includes(kind));
    expect(strayIn(doc)).toEqual([]);
    expect(read(doc).textContent).toContain('words');
  });

  test('a thread of comments as editors write it', () => {
    const doc = fresh();
    const thread = new Y.Map<unknown>([
      ['text', 'Why?'],
      ['at', 1_000],
      ['resolved', false],
    ]);
    const reply = new Y.Map<unknown>([
      ['text', 'Because'],
      ['at', 2_000],
    ]);
    thread.set('replies', Y.Array.from([reply]));
    doc.getMap(commentsName).set('c1', thread);
    expect(strayIn(doc)).toEqual([]);
    reply.set('by', 'a name '.repeat(40));
    thread.set('html', '<b>');
    expect(what(strayIn(doc))).toEqual(['comment', 'comment']);
  });

  test('as many threads, and replies in one, as the limits say, not one more', () => {
    const doc = fresh();
    const threads = doc.getMap<Y.Map<unknown>>(commentsName);
    const entry = (text: string) => new Y.Map<unknown>([['text', text]]);
    for (let at = 0; at < limits.threadsPerDocument; at += 1) threads.set(`c${at}`, entry('Why?'));
    const replies = Y.Array.from(Array.from({ length: limits.repliesPerThread }, () => entry('Because')));
    threads.get('c0')?.set('replies', replies);
    expect(strayIn(doc)).toEqual([]);
    replies.push([entry('one more')]);
    threads.set('more', entry('Why?'));
    expect(what(strayIn(doc))).toEqual(['comment', 'size']);
    removeStray(doc);
    expect([threads.size, replies.length]).toEqual([limits.threadsPerDocument, limits.repliesPerThread]);
  });
});
