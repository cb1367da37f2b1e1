import { slices } from '@multaqa/shared/dialogue';
import { mediaRefusals } from '@multaqa/shared/facilitate/media/signalling';
import { languages } from '@multaqa/shared/kernel/languages';
import { engineRefusals } from '@multaqa/shared/protocol';
import { describe, expect, test } from 'vitest';
import { doorRefusals } from '../platform/http.ts';
import ar from './ar.json';
import de from './de.json';
import en from './en.json';
import fr from './fr.json';

const catalogues: Record<(typeof languages)[number], Record<string, string>> = { en, ar, fr, de };
const sources = Object.entries(
  import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
)
  .filter(([path]) => !/\.(test|samples)\.tsx?$/.test(path))
  .map(([, source]) => source)
  .join('\n');

const form = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(form, '');
const basesOf = (catalogue: Record<string, string>) => new Set(Object.keys(catalogue).map(baseOf));
const placeholdersOf = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
const quoted = new Set([...sources.matchAll(/['"`]([a-z][\w.-]*)['"`]/g)].map(([, literal]) => literal));
// A key that is put together, such as `roles.${role}`, stands for every key of its shape.
const shapes = [...sources.matchAll(/`([a-z][\w-]*\.(?:[\w.-]|\$\{[^}]+\})*)`/g)]
  .map(([, template]) => template ?? '')
  .filter(template => template.includes('${'))
  .map(template => new RegExp(`^${template.replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '.+')}$`));

describe('the catalogues', () => {
  test.each(languages)('%s has every text, and no other', language => {
    expect([...basesOf(catalogues[language])].sort()).toEqual([...basesOf(en)].sort());
  });

  test('every text that the client asks for is there', () => {
    const asked = [...sources.matchAll(/\btext\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    expect(asked.length).toBeGreaterThan(200);
    expect(asked.filter(key => !basesOf(en).has(key))).toEqual([]);
  });

  test('every text is asked for somewhere', () => {
    const unused = [...basesOf(en)].filter(key => !quoted.has(key) && !shapes.some(shape => shape.test(key)));
    expect(unused).toEqual([]);
  });

  test.each(languages)('%s fills the same gaps in every sentence', language => {
    for (const [key, text] of Object.entries(catalogues[language])) {
      const same = Object.entries(en).find(([other]) => other === key) ?? [
        key,
        (en as Record<string, string>)[`${baseOf(key)}_other`] ?? '',
      ];
      const wanted = placeholdersOf(same[1]);
      const given = placeholdersOf(text);
      // "One person" needs no number.
      const isForm = form.test(key) && !key.endsWith('_other');
      const withoutCount = (list: string[]) => (isForm ? list.filter(name => name !== '{{count}}') : list);
      expect({ key, gaps: withoutCount(given) }).toEqual({ key, gaps: withoutCount(wanted) });
    }
  });

  test.each(languages)('%s has a form for every number it tells apart', language => {
    const needed = language === 'ar' ? ['zero', 'one', 'two', 'few', 'many', 'other'] : ['one', 'other'];
    const counted = [
      ...new Set(
        Object.keys(catalogues[language])
          .filter(key => form.test(key))
          .map(baseOf),
      ),
    ];
    const missing = counted.flatMap(base =>
      needed.filter(one => !(`${base}_${one}` in catalogues[language])).map(one => `${base}_${one}`),
    );
    expect(missing).toEqual([]);
  });

  test.each(languages)('%s leaves no text empty', language => {
    const empty = Object.entries(catalogues[language]).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('every refusal has words', () => {
    const codes = [
      ...Object.values(slices).flatMap(({ refusals }) => refusals as readonly string[]),
      ...engineRefusals,
      ...mediaRefusals,
      ...doorRefusals,
    ];
    expect(codes.filter(code => !(`refusals.${code}` in en))).toEqual([]);
  });
});
