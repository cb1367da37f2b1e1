import { expect, test } from 'vitest';
import { features, panels } from './features.ts';
import { layoutShortcut } from './layouts/layout-shortcut.ts';

/** Keys that work everywhere: the list of keys, talking while it is held, closing what is on top. */
const reserved = ['?', ' ', 'Escape'];

test('no two features have the same name', () => {
  const names = features.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

test('no key of a room does two things', () => {
  const keys = [
    ...reserved,
    layoutShortcut.key,
    ...panels.map(({ shortcut }) => shortcut),
    ...features.flatMap(({ shortcuts = [] }) => shortcuts.map(({ key }) => key)),
  ];
  expect(keys.length).toBeGreaterThan(6);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test.each(panels)('what the panel of $name shows is loaded when it is opened', async ({ load }) => {
  expect(await load()).toBeTypeOf('function');
});
