import type { ThingData } from '@multaqa/shared/facilitate/board/scene/thing';
import { describe, expect, test } from 'vitest';
import { arrow, deskWith, idOf, note } from '../desk.samples.ts';
import { connect, duplicate, merge, paint, takeApart } from './arrange-chosen.ts';
import { copiesOf } from './copies.ts';

const [a, b, c, d, f] = ['a', 'b', 'c', 'd', 'f'].map(idOf) as [string, string, string, string, string];
const frame = { ...note(), kind: 'frame', at: [0, 0, 900, 600, 0] } as ThingData;

describe('copies of things', () => {
  test('hold together as the originals do, and an outcome stays with the original alone', () => {
    const { desk } = deskWith({
      [a]: note(0, 0, { group: d, outcome: '00000000-0000-4000-8000-000000000001' }),
      [b]: note(300, 0, { group: d }),
      [c]: arrow(a, b),
    });
    const copies = new Map(copiesOf(desk.board.scene(), [a, b, c], [10, 20]));
    const [first, second, third] = [...copies.values()];
    expect(first).toMatchObject({ at: [10, 20, 200, 200, 0], outcome: null });
    expect(first?.group).toBe(second?.group);
    expect(first?.group).not.toBe(d);
    const [firstId, secondId] = [...copies.keys()];
    expect(third).toMatchObject({ kind: 'arrow', from: firstId, to: secondId, line: [10, 20, 110, 120] });
  });

  test('of a frame come with what lies in it; a copy of one thing in it stays in the same frame', () => {
    const { desk } = deskWith({ [f]: frame, [a]: note(50, 50, { frame: f, z: 2 }) });
    const whole = copiesOf(desk.board.scene(), [f], [0, 700]);
    expect(whole.map(([, { kind }]) => kind)).toEqual(['frame', 'note']);
    expect(whole[1]?.[1].frame).toBe(whole[0]?.[0]);
    expect(copiesOf(desk.board.scene(), [a], [5, 5])[0]?.[1].frame).toBe(f);
  });

  test('are chosen in place of the originals, and are one step of undo', () => {
    const { desk } = deskWith({ [a]: note(0, 0), [b]: note(300, 0) });
    desk.choose([a, b]);
    duplicate(desk);
    expect(desk.chosen()).toHaveLength(2);
    expect(desk.chosen()).not.toContain(a);
    desk.board.undo();
    expect([...desk.board.scene().keys()]).toEqual([a, b]);
  });
});

describe('what is done with chosen things', () => {
  test('notes become one and are taken apart again, each as it was', () => {
    const { desk } = deskWith({ [a]: note(0, 0), [b]: note(300, 0), [c]: note(0, 300) });
    const before = [...desk.board.scene().values()];
    desk.choose([c, b, a]);
    merge(desk);
    expect(desk.chosen()).toEqual([a]);
    expect(desk.look.partsOf(a)).toHaveLength(2);
    takeApart(desk);
    expect([...desk.board.scene().values()]).toEqual(before);
  });

  test('two things are connected from the first one that was chosen to the other', () => {
    const { desk } = deskWith({ [a]: note(0, 0), [b]: note(300, 0) });
    desk.choose([b, a]);
    connect(desk);
    expect([...desk.board.scene().values()].at(-1)).toMatchObject({ kind: 'arrow', from: b, to: a });
  });

  test('what hosts have locked keeps its colour', () => {
    const { desk } = deskWith({ [a]: note(0, 0), [b]: note(300, 0) });
    desk.setLocked(new Set([a]));
    desk.choose([a, b]);
    paint(desk, 'pink');
    expect([...desk.board.scene().values()].map(thing => 'colour' in thing && thing.colour)).toEqual([
      'yellow',
      'pink',
    ]);
  });
});
