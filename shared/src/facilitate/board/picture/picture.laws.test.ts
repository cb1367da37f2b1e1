import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyScene } from '../scene/geometry.samples.ts';
import { diffPicture, patched, pictureOf, thingIn } from './picture.ts';

test('whoever has a picture, and takes what has changed since, sees what everybody sees', () => {
  fc.assert(
    fc.property(anyScene, anyScene, (one, other) => {
      const [before, after] = [pictureOf(one.values()), pictureOf(other.values())];
      expect(patched(before, diffPicture(before, after))).toEqual(after);
      expect(patched(before, diffPicture(null, after))).toEqual(after);
      expect(diffPicture(after, after)).toEqual({ whole: false, things: [], gone: [] });
    }),
    { numRuns: 100 },
  );
});

test('a picture says how each thing looks, and not who put it there', () => {
  fc.assert(
    fc.property(anyScene, scene => {
      for (const [id, text] of pictureOf(scene.values())) {
        const [thing, seen] = [scene.get(id), thingIn(text)];
        expect(seen).toMatchObject({ id, kind: thing?.kind, colour: thing?.colour, client: 0, by: null });
        if (thing && 'text' in thing) expect(seen).toMatchObject({ text: thing.text, says: thing.says });
        if (thing?.kind === 'arrow') expect(seen).toMatchObject({ from: thing.from, to: thing.to, heads: thing.heads });
        if (thing?.kind === 'stroke') expect(seen).toMatchObject({ ink: thing.ink, thickness: thing.thickness });
      }
    }),
    { numRuns: 100 },
  );
});
