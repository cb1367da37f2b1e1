/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personColours } from './person-colours.ts';

// Read as files: the test runner empties style sheets that are imported, and the checks would take a glob of components
// for a use of everything in them.
const source = join(import.meta.dirname, '..');
const filesEndingIn = (ending: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith(ending))
      .map(path => [path, readFileSync(join(source, path), 'utf8')]),
  );
const styles = filesEndingIn('.css');
const tokens = styles[join('design', 'tokens.css')] ?? '';
const components = filesEndingIn('.tsx');

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const [light = '', dark = ''] = tokens.split('[data-mantine-color-scheme="dark"]');
const colour = (theme: string, name: string): string =>
  theme.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))?.[1] ??
  light.match(new RegExp(`--${name}: (#[0-9a-f]{6})`))?.[1] ??
  '';

const grounds = ['paper', 'surface', 'sunken'];
const texts: [string, string[]][] = [
  ['ink', [...grounds, 'accent-soft', 'danger-soft', 'warning-soft', 'good-soft', 'accent-line']],
  ['quiet', [...grounds]],
  ['accent', ['paper', 'surface', 'accent-soft']],
  ['danger', ['paper', 'surface', 'danger-soft']],
  ['warning', ['paper', 'surface', 'warning-soft']],
  ['good', ['paper', 'surface', 'good-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['on-danger', ['danger', 'danger-hover']],
];
const pairs = texts.flatMap(([text, on]) => on.map(ground => [text, ground] as const));

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s colours', (_, theme) => {
  test.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(colour(theme, text), colour(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(grounds.slice(0, 2))('edges of fields can be seen on %s', ground => {
    expect(contrast(colour(theme, 'line-strong'), colour(theme, ground))).toBeGreaterThanOrEqual(3);
  });
});

test('initials can be read on every colour of a person', () => {
  for (const [deep] of personColours) expect(contrast(deep, '#ffffff')).toBeGreaterThanOrEqual(4.5);
});

describe('the style sheets', () => {
  test('know start and end, not left and right', () => {
    const physical =
      /(^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|text-align:\s*(?:left|right)|float:\s*(?:left|right)|width|height|(?:min|max)-(?:width|height))\s*:/m;
    const guilty = Object.entries(styles).flatMap(([path, css]) =>
      css
        .replace(/@media[^{]+/g, '')
        .split('\n')
        .filter(line => physical.test(line))
        .map(line => `${path}: ${line.trim()}`),
    );
    expect(guilty).toEqual([]);
  });

  test('never space the letters of Arabic', () => {
    const spaced = Object.entries(styles).filter(([, css]) => /letter-spacing:\s*(?!0)/.test(css));
    expect(spaced.map(([path]) => path)).toEqual([]);
  });
});

describe('the components', () => {
  test('hold no words of their own', () => {
    const guilty = Object.entries(components).flatMap(([path, source]) => {
      // The development panel alone speaks English, and to developers only.
      if (path.endsWith('.test.tsx') || path.startsWith(join('app', 'development'))) return [];
      const between = [...source.matchAll(/>\s*([^<>{}=;()]*\p{L}{2,}[^<>{}=;()]*)\s*<\//gu)].map(([, words]) => words);
      const attributes = [...source.matchAll(/\b(?:aria-label|label|title|placeholder|alt)="([^"]+)"/g)].map(
        ([, words]) => words,
      );
      return [...between, ...attributes].map(words => `${path}: ${words?.trim()}`);
    });
    expect(guilty).toEqual([]);
  });

  test('put no markup of strangers into the page', () => {
    const guilty = Object.entries(components).filter(([, source]) => source.includes('dangerouslySetInnerHTML'));
    expect(guilty.map(([path]) => path)).toEqual([]);
  });
});
