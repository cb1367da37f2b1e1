// @vitest-environment happy-dom
import type { Carry } from '@multaqa/shared/facilitate/board/scene/carry';
import { changeThing, writeThing } from '@multaqa/shared/facilitate/board/scene/edits';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { arrow, deskWith, idOf, note } from '../desk.samples.ts';
import { followHands } from './follow-hands.ts';
import { toldOf } from './told.ts';

const a = idOf('a');
const ben = 7;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Ada's desk; Ben tells what he has in hand by `ben`. */
function adaSees(more: Parameters<typeof deskWith>[0] = {}) {
  const at = deskWith({ [a]: note(100, 100), ...more });
  const awareness = new Awareness(at.doc);
  const end = followHands(at.desk, awareness);
  const says = (carry: Carry | null) => {
    awareness.states.set(ben, carry ? { person: 'b', ...toldOf({ carry }) } : { person: 'b' });
    awareness.emit('change', [{ added: [], updated: [ben], removed: [] }, 'server']);
  };
  return {
    ...at,
    end,
    says,
    tell: (by: [number, number] | null) => says(by && { ids: [a], by }),
    drawn: (id = a) => at.desk.look.scene().get(id),
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
    // Their last word of holding it may come after its new place.
    if (order === 'before') tell([90, 0]);
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

describe('what somebody else pulls or turns', () => {
  const whole = [100, 100, 200, 200] as const;

  test('grows and turns softly, nothing of it is in the document, and it never leaps when it is dropped', () => {
    const { says, drawn, pass, desk, doc } = adaSees();
    says({ ids: [a], whole, box: [100, 100, 400, 400, 350] });
    pass(16);
    const [, , width, , degrees] = (drawn() as { at: number[] }).at as [number, number, number, number, number];
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(400);
    // Turned the shorter way round.
    expect(degrees).toBeGreaterThan(350);
    pass(600);
    expect(drawn()).toMatchObject({ at: [100, 100, 400, 400, 350] });
    expect(desk.board.scene().get(a)).toMatchObject({ at: [100, 100, 200, 200, 0] });
    says(null);
    pass(200);
    expect(drawn()).toMatchObject({ at: [100, 100, 400, 400, 350] });
    doc.transact(() => changeThing(doc, a, { at: [100, 100, 400, 400, 350] }));
    pass(1_000);
    expect(drawn()).toMatchObject({ at: [100, 100, 400, 400, 350] });
  });

  test('of several goes with the rectangle around them, and they are pulled again at once after a drag', () => {
    const b = idOf('b');
    const { says, drawn, pass } = adaSees({ [b]: note(500, 100) });
    says({ ids: [a, b], by: [10, 0] });
    pass(16);
    says({ ids: [a, b], whole: [100, 100, 600, 200], box: [100, 100, 1_200, 400, 0] });
    pass(600);
    expect([drawn(a), drawn(b)]).toMatchObject([{ at: [100, 100, 400, 400, 0] }, { at: [900, 100, 400, 400, 0] }]);
    says(null);
    pass(1_000);
    expect([drawn(a), drawn(b)]).toMatchObject([{ at: [100, 100, 200, 200, 0] }, { at: [500, 100, 200, 200, 0] }]);
  });

  test('may be the end of an arrow, and it goes back when it is let go of without being dropped', () => {
    const d = idOf('d');
    const { says, drawn, pass } = adaSees({ [d]: arrow(a, null) });
    says({ ids: [d], end: 'to', at: [900, 50], hold: null });
    pass(600);
    expect(drawn(d)).toMatchObject({ from: a, to: null, line: [expect.any(Number), expect.any(Number), 900, 50] });
    says(null);
    pass(1_000);
    expect(drawn(d)).toMatchObject({ line: [0, 0, 100, 100] });
  });
});
