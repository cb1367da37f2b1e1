/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slices } from '@multaqa/shared/dialogue';
import { mediaRefusals } from '@multaqa/shared/facilitate/media/signalling';
import { languages } from '@multaqa/shared/kernel/languages';
import { engineRefusals } from '@multaqa/shared/protocol';
import { describe, expect, test } from 'vitest';
import { doorRefusals } from './http.ts';

type Texts = Record<string, string>;

const files = import.meta.glob<Texts>('../**/texts/*.json', { import: 'default', eager: true });
/** Every catalogue by its folder, with its texts by language. */
const catalogues = new Map<string, Map<string, Texts>>();
for (const [path, texts] of Object.entries(files)) {
  const [, folder = '', language = ''] = path.match(/^\.\.\/(.+)\/texts\/(\w+)\.json$/) ?? [];
  catalogues.set(folder, (catalogues.get(folder) ?? new Map()).set(language, texts));
}
const folders = [...catalogues.keys()];
const textsIn = (folder: string, language: string): Texts => catalogues.get(folder)?.get(language) ?? {};
const allIn = (language: string): Texts => Object.assign({}, ...folders.map(folder => textsIn(folder, language)));

// Read as files: the checks would take a glob of sources for a use of everything in them.
const source = join(import.meta.dirname, '..');
const sources = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter(path => /\.tsx?$/.test(path) && !/\.(test|samples)\.tsx?$/.test(path))
  .map(path => [path.replaceAll('\\', '/'), readFileSync(join(source, path), 'utf8')] as const);
const all = sources.map(([, source]) => source).join('\n');

const form = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(form, '');
const basesOf = (texts: Texts) => new Set(Object.keys(texts).map(baseOf));
const gapsOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
const english = allIn('en');

describe('the catalogues', () => {
  test.each(folders)('%s has every text in every language, and no other', folder => {
    const wanted = [...basesOf(textsIn(folder, 'en'))].sort();
    const found = languages.map(language => ({ language, keys: [...basesOf(textsIn(folder, language))].sort() }));
    expect(found).toEqual(languages.map(language => ({ language, keys: wanted })));
  });

  test('hold each key once', () => {
    const keys = folders.flatMap(folder => Object.keys(textsIn(folder, 'en')));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.length).toBeGreaterThan(500);
  });

  test('hold no text that nobody asks for', () => {
    const quoted = new Set([...all.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, literal]) => literal));
    // A key that is put together, such as `roles.${role}`, stands for every key of its shape.
    const shapes = [...all.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^}]+\})*)`/g)]
      .map(([, template]) => template ?? '')
      .filter(template => template.includes('${'))
      .map(template => new RegExp(`^${template.replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '.+')}$`));
    const unused = [...basesOf(english)].filter(key => !quoted.has(key) && !shapes.some(shape => shape.test(key)));
    expect(unused).toEqual([]);
  });

  test.each(languages)('fill the same gaps in every sentence (%s)', language => {
    for (const [key, text] of Object.entries(allIn(language))) {
      const wanted = english[key] ?? english[`${baseOf(key)}_other`] ?? '';
      // "One person" needs no number.
      const isForm = form.test(key) && !key.endsWith('_other');
      const withoutCount = (gaps: string[]) => (isForm ? gaps.filter(gap => gap !== '{{count}}') : gaps);
      expect({ key, gaps: withoutCount(gapsOf(text)) }).toEqual({ key, gaps: withoutCount(gapsOf(wanted)) });
    }
  });

  test.each(languages)('have a form for every number that the language tells apart (%s)', language => {
    const needed = language === 'ar' ? ['zero', 'one', 'two', 'few', 'many', 'other'] : ['one', 'other'];
    const texts = allIn(language);
    const counted = [...new Set(Object.keys(english).filter(key => form.test(key)))].map(baseOf);
    const missing = counted.flatMap(base => needed.map(one => `${base}_${one}`).filter(key => !(key in texts)));
    expect(missing).toEqual([]);
    const left = Object.keys(texts).filter(key => form.test(key) && !counted.includes(baseOf(key)));
    expect(left).toEqual([]);
  });

  test.each(languages)('leave no text empty (%s)', language => {
    expect(Object.entries(allIn(language)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('the refusals', () => {
  const codes = [
    ...Object.values(slices).flatMap(({ refusals }): readonly string[] => refusals),
    ...engineRefusals,
    ...mediaRefusals,
    ...doorRefusals,
  ];
  const sliceOf = (code: string) => (code.includes('.') ? code.split('.')[0] : null);

  test('of a slice have words in the catalogue of the slice, all others in the common one', () => {
    const homeOf = (code: string) => {
      const slice = sliceOf(code);
      return slice === null ? 'common' : folders.find(folder => folder.split('/').at(-1) === slice);
    };
    const wordless = codes.filter(code => !(`refusals.${code}` in textsIn(homeOf(code) ?? '', 'en')));
    expect(wordless).toEqual([]);
    expect(codes.filter(code => sliceOf(code) !== null).length).toBeGreaterThan(30);
  });
});

describe('the sources', () => {
  test('load the catalogues whose types they use', () => {
    const uses = sources.flatMap(([path, source]) => {
      if (!path.endsWith('/texts.ts') || path === 'platform/texts.ts') return [];
      const here = new URL(path, 'file:///');
      const typed = [...source.matchAll(/import type \w+ from '([^']+)\/texts\/en\.json'/g)];
      const named = source.match(/textsOf<[^>]+>\(([^)]*)\)/)?.[1] ?? '';
      return {
        path,
        typed: typed.map(([, folder]) => new URL(folder ?? '', here).pathname.replace(/^\/|\/$/g, '')).sort(),
        named: [...named.matchAll(/'([^']+)'/g)].map(([, folder]) => folder).sort(),
      };
    });
    expect(uses.length).toBeGreaterThan(15);
    expect(uses.map(({ path, typed }) => ({ path, folders: typed }))).toEqual(
      uses.map(({ path, named }) => ({ path, folders: named })),
    );
  });

  test('load parts of the client together with their texts', () => {
    const without = sources.filter(([, source]) => /import \{[^}]*\blazy\b[^}]*\} from 'react'/.test(source));
    expect(without.map(([path]) => path)).toEqual(['platform/lazy-with-texts.tsx']);
  });
});
