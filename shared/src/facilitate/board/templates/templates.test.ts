import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { languages } from '../../../kernel/languages.ts';
import { addThing } from '../scene/edits.ts';
import { encloses, isIn, overlap } from '../scene/geometry.ts';
import { thingBounds } from '../scene/outline.ts';
import { readScene } from '../scene/scene.ts';
import { isBoxed, isWritten, ThingData } from '../scene/thing.ts';
import { partsOfTemplate, templateSize, thingsOfTemplate } from './make-template.ts';
import { saidBy } from './sentences.ts';
import { type Template, templateNames } from './templates.ts';

const idAt = (at: number) => String(at).padStart(10, '0');
const idsOf = (template: Template) => Array.from({ length: partsOfTemplate(template) }, (_, at) => idAt(at));

function sceneOf(template: Template, direction: 'ltr' | 'rtl') {
  const doc = new Y.Doc();
  for (const [id, data] of thingsOfTemplate(template, idsOf(template), { at: [100, -50], z: 1, direction })) {
    expect(ThingData.safeParse(data).error).toBeUndefined();
    addThing(doc, id, data);
  }
  return readScene(doc);
}

describe.each(templateNames)('the template %s', template => {
  test('is made of things that say something in every language, within its size', () => {
    const scene = sceneOf(template, 'ltr');
    const [width, height] = templateSize(template);
    expect(scene.size).toBe(partsOfTemplate(template));
    for (const thing of scene.values()) {
      if (isBoxed(thing)) expect(encloses([100, -50, width, height], thingBounds(scene, thing))).toBe(true);
      if (!isWritten(thing) || thing.kind === 'arrow') continue;
      for (const language of languages) expect(saidBy(thing.says ?? '', language)).not.toBe('');
    }
  });

  test('has frames that hold what lies in them and lie beside each other', () => {
    const scene = sceneOf(template, 'ltr');
    const frames = [...scene.values()].filter(({ kind }) => kind === 'frame');
    for (const thing of scene.values()) {
      const bounds = thingBounds(scene, thing);
      const around = frames.find(frame => isIn(thingBounds(scene, frame), [bounds[0] + 1, bounds[1] + 1]));
      if (thing.kind === 'note' || (thing.kind === 'text' && around)) expect(thing.frame).toBe(around?.id);
    }
    for (const [at, one] of frames.entries())
      for (const other of frames.slice(at + 1))
        expect(overlap(thingBounds(scene, one), thingBounds(scene, other))).toBe(false);
  });

  test('is mirrored for people who read from right to left, in the same room', () => {
    const [ltr, rtl] = [sceneOf(template, 'ltr'), sceneOf(template, 'rtl')];
    const [width] = templateSize(template);
    for (const [id, thing] of ltr) {
      const [left, top, wide, high] = thingBounds(ltr, thing);
      const mirrored = thingBounds(rtl, rtl.get(id) ?? thing);
      expect(mirrored[0]).toBeCloseTo(200 + width - left - wide, 1);
      expect([mirrored[1], mirrored[3]].map(Math.round)).toEqual([top, high].map(Math.round));
    }
  });
});

test('a key that there is not says nothing', () => {
  expect([saidBy('toString', 'en'), saidBy('', 'ar')]).toEqual(['', '']);
});
