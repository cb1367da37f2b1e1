// @vitest-environment happy-dom
import { changeThing, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { deskWith, idOf, note } from '../desk.samples.ts';
import { followDrags } from './follow-drags.ts';

const a = idOf('a');
const ben = 7;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ada's desk; Ben tells what he drags by `ben`. */
function adaSees() {
  const at = deskWith({ [a]: note(100, 100) });
  const awareness = new Awareness(at.doc);
  const end = followDrags(at.desk, awareness);
  return {
    ...at,
    end,
    tell(by: [number, number] | null) {
      awareness.states.set(ben, by ? { person: 'b', drag: { ids: [a], by } } : { person: 'b' });
      awareness.emit('change', [{ added: [], updated: [ben], removed: [] }, 'server']);
    },
    place: () => (at.desk.look.scene().get(a) as { at: number[] }).at.slice(0, 2).map(Math.round),
    drop: (x: number, y: number) => at.doc.transact(() => changeThing(at.doc, a, { at: [x, y, 200, 200, 0] })),
    pass: (ms: number) => vi.advanceTimersByTime(ms),
  };
}

describe('what somebody else drags', () => {
  test('goes softly to where they have it, and nothing of it is in the document', () => {
    const { tell, place, pass, desk } = adaSees();
    tell([90, 0]);
    pass(16);
    expect(place()[0]).toBeGreaterThan(100);
    expect(place()[0]).toBeLessThan(190);
    pass(400);
    expect(place()).toEqual([190, 100]);
    expect(desk.board.scene().get(a)).toMatchObject({ at: [100, 100, 200, 200, 0] });
  });

  test.each(['before', 'after'])('never leaps when its new place comes %s the word that they let go', order => {
    const { tell, place, pass, drop } = adaSees();
    tell([90, 0]);
    pass(400);
    if (order === 'before') drop(190, 100);
    else tell(null);
    pass(100);
    expect(place()).toEqual([190, 100]);
    if (order === 'before') tell(null);
    else drop(190, 100);
    pass(1_000);
    expect(place()).toEqual([190, 100]);
    // And it can be taken in hand again.
    tell([0, 50]);
    pass(400);
    expect(place()).toEqual([190, 150]);
  });

  test('goes back where they let it go without dropping it', () => {
    const { tell, place, pass } = adaSees();
    tell([90, 0]);
    pass(400);
    tell(null);
    pass(1_000);
    expect(place()).toEqual([100, 100]);
  });

  test('is where somebody else has dropped it meanwhile; who writes in it changes nothing of that', () => {
    const { tell, place, pass, drop, doc } = adaSees();
    tell([90, 0]);
    pass(400);
    doc.transact(() => writeThing(doc, a, 'Wells'));
    expect(place()).toEqual([190, 100]);
    drop(500, 500);
    pass(100);
    expect(place()).toEqual([500, 500]);
  });
});
