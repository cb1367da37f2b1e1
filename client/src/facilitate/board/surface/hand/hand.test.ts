// @vitest-environment happy-dom
import { letGo } from '@multaqa/shared/facilitate/board/scene/carry';
import { changeThing, removeThings } from '@multaqa/shared/facilitate/board/scene/edits';
import { describe, expect, test } from 'vitest';
import { deskWith, idOf, note } from '../desk.samples.ts';
import { beginning } from './begin.ts';
import { openHand } from './open-hand.ts';

type Pointer = { pointerId?: number; pointerType?: 'mouse' | 'touch' | 'pen'; altKey?: boolean; shiftKey?: boolean };

/** A desk with hands on it; `press`, `move`, `lift` are what a device would tell. */
function handsOn(things: Parameters<typeof deskWith>[0]) {
  const at = deskWith(things);
  const root = document.body.appendChild(document.createElement('div'));
  root.tabIndex = 0;
  at.desk.root.now = root;
  const end = openHand(at.desk, root, beginning(at.desk), () => false);
  const tell = (type: string, x: number, y: number, more: Pointer = {}) =>
    root.dispatchEvent(
      new PointerEvent(type, {
        ...{ clientX: x, clientY: y, bubbles: true, cancelable: true, button: 0, pointerId: 1, pointerType: 'mouse' },
        ...more,
      }),
    );
  let updates = 0;
  at.doc.on('update', () => {
    updates += 1;
  });
  return {
    ...at,
    root,
    end,
    updates: () => updates,
    press: (x: number, y: number, more?: Pointer) => tell('pointerdown', x, y, more),
    move: (x: number, y: number, more?: Pointer) => tell('pointermove', x, y, more),
    lift: (x: number, y: number, more?: Pointer) => tell('pointerup', x, y, more),
    tell,
    /** Presses on a handle, as `Over` draws them. */
    pressHandle(name: string, x: number, y: number) {
      const handle = root.appendChild(document.createElement('span'));
      handle.dataset.handle = name;
      handle.dispatchEvent(
        new PointerEvent('pointerdown', { clientX: x, clientY: y, bubbles: true, pointerId: 1, pointerType: 'mouse' }),
      );
      handle.remove();
    },
    placeOf(letter: string) {
      const thing = at.desk.look.scene().get(idOf(letter));
      return thing && 'at' in thing ? thing.at.slice(0, 2) : null;
    },
  };
}

const [a, b] = [idOf('a'), idOf('b')];

describe('a hand on a board', () => {
  test('moves a thing where it goes, and writes it once, where it is dropped', () => {
    const { press, move, lift, placeOf, updates, desk } = handsOn({ [a]: note(100, 100) });
    press(150, 150);
    move(170, 160);
    move(250, 230);
    expect(placeOf('a')).toEqual([200, 180]);
    expect(updates()).toBe(0);
    lift(250, 230);
    expect(placeOf('a')).toEqual([200, 180]);
    expect(updates()).toBe(1);
    desk.board.undo();
    expect(placeOf('a')).toEqual([100, 100]);
  });

  type Pull = [handle: string, from: [number, number], to: [number, number], chosen: string[]];
  test.each<Pull>([
    ['se', [300, 300], [500, 500], [a]],
    ['se', [700, 300], [1_000, 400], [a, b]],
    ['turn', [200, 350], [350, 220], [a]],
    ['turn', [400, 350], [700, 220], [a, b]],
  ])('that pulls at %s tells the others exactly what is then on the board', (handle, from, to, chosen) => {
    const { pressHandle, move, lift, updates, desk } = handsOn({ [a]: note(100, 100), [b]: note(500, 100) });
    desk.choose(chosen);
    const before = desk.board.scene();
    pressHandle(handle, ...from);
    move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    move(...to);
    const { carry } = desk.ui.getState();
    const drawn = desk.look.scene();
    expect(updates()).toBe(0);
    lift(...to);
    expect(updates()).toBe(1);
    expect(desk.ui.getState().carry).toBeNull();
    for (const id of chosen) {
      const { at } = desk.board.scene().get(id) as { at: number[] };
      expect(drawn.get(id)).toMatchObject({ at });
      expect(carry && letGo(before, carry).get(id)).toEqual({ at });
      expect(before.get(id)).not.toMatchObject({ at });
    }
  });

  test.each(['pointercancel', 'lostpointercapture', 'blur'])('that is lost by %s leaves everything as it was', lost => {
    const { press, move, tell, placeOf, updates, desk } = handsOn({ [a]: note(100, 100) });
    press(150, 150);
    move(300, 300);
    if (lost === 'blur') window.dispatchEvent(new Event('blur'));
    else tell(lost, 300, 300);
    expect(placeOf('a')).toEqual([100, 100]);
    expect(updates()).toBe(0);
    expect(desk.ui.getState()).toMatchObject({ busy: 'no', guides: [], carry: null });
    // And the next one works.
    press(150, 150);
    move(170, 160);
    expect(placeOf('a')).toEqual([120, 110]);
  });

  test('drops where the thing is to be also when somebody else has moved it meanwhile: the last one to drop has it', () => {
    const { press, move, lift, placeOf, desk, doc } = handsOn({ [a]: note(100, 100) });
    press(150, 150);
    move(250, 250);
    desk.board.edit(() => changeThing(doc, a, { at: [700, 700, 200, 200, 0] }));
    lift(250, 250);
    expect(placeOf('a')).toEqual([200, 200]);
  });

  test('moves a frame with what lies in it, but for what is locked there, also as long as it is in hand', () => {
    const frame = { ...note(0, 0), kind: 'frame', at: [0, 0, 600, 600, 0] } as ReturnType<typeof note>;
    const inside = { frame: idOf('f') };
    const { press, move, lift, placeOf, desk } = handsOn({
      ...{ [idOf('f')]: frame, [a]: note(20, 100, inside), [b]: note(300, 100, inside) },
    });
    desk.setLocked(new Set([b]));
    const places = () => [placeOf('f'), placeOf('a'), placeOf('b')];
    press(2, 300);
    move(52, 400);
    const inHand = places();
    expect(inHand).toEqual([
      [50, 100],
      [70, 200],
      [300, 100],
    ]);
    lift(52, 400);
    expect(places()).toEqual(inHand);
  });

  test('lets go of what a host locks meanwhile: it is back at once, and whoever had it learns that', () => {
    const { press, move, lift, placeOf, updates, desk } = handsOn({ [a]: note(100, 100), [b]: note(500, 100) });
    press(150, 150);
    move(250, 250);
    expect(desk.setLocked(new Set([b]))).toBe(false);
    expect(placeOf('a')).toEqual([200, 200]);
    expect(desk.setLocked(new Set([a, b]))).toBe(true);
    expect(placeOf('a')).toEqual([100, 100]);
    move(400, 400);
    lift(400, 400);
    expect(placeOf('a')).toEqual([100, 100]);
    expect(updates()).toBe(0);
    expect(desk.setLocked(new Set([a]))).toBe(false);
  });

  test('lets go of what somebody else has removed', () => {
    const { press, move, lift, desk, doc } = handsOn({ [a]: note(100, 100) });
    press(150, 150);
    move(250, 250);
    doc.transact(() => removeThings(doc, [a]));
    move(260, 260);
    lift(260, 260);
    expect(desk.board.scene().size).toBe(0);
    expect(desk.chosen()).toEqual([]);
  });

  test('moves nothing that is fixed, that hosts have locked, or on a board that one may only read', () => {
    const { press, move, lift, placeOf, updates, desk } = handsOn({
      [a]: note(100, 100, { fixed: true }),
      [b]: note(400, 100),
      [idOf('c')]: note(700, 100),
    });
    desk.setLocked(new Set([b]));
    for (const x of [150, 450]) {
      press(x, 150);
      move(x + 40, 300);
      lift(x + 40, 300);
    }
    desk.setAccess('read');
    press(750, 150);
    move(760, 300);
    lift(760, 300);
    expect([placeOf('a'), placeOf('b'), placeOf('c')]).toEqual([
      [100, 100],
      [400, 100],
      [700, 100],
    ]);
    expect(updates()).toBe(0);
  });

  test('with Alt puts a copy where it drops, and leaves the original', () => {
    const { press, move, lift, placeOf, desk } = handsOn({ [a]: note(100, 100, { text: 'بئر' }) });
    press(150, 150);
    move(450, 150, { altKey: true });
    lift(450, 150, { altKey: true });
    expect(placeOf('a')).toEqual([100, 100]);
    expect(desk.chosenThings()).toMatchObject([{ at: [400, 100, 200, 200, 0], text: 'بئر' }]);
  });

  test('of a finger pushes the board, also from a note; on one that is chosen it moves the note', () => {
    const finger = { pointerType: 'touch' } as const;
    const { press, move, lift, placeOf, desk } = handsOn({ [a]: note(100, 100) });
    press(150, 150, finger);
    move(190, 190, finger);
    lift(190, 190, finger);
    expect(placeOf('a')).toEqual([100, 100]);
    expect(desk.camera.now()).toMatchObject({ x: -40, y: -40 });
    press(190, 190, finger);
    lift(190, 190, finger);
    press(190, 190, finger);
    move(290, 190, finger);
    lift(290, 190, finger);
    expect(placeOf('a')).toEqual([200, 100]);
  });

  test('of two fingers moves the board with their middle and nearer as they part, and a drag comes to nothing', () => {
    const finger = { pointerType: 'touch' } as const;
    const { press, move, lift, placeOf, desk } = handsOn({ [a]: note(100, 100) });
    desk.choose([a]);
    press(200, 200, finger);
    move(260, 200, finger);
    press(400, 200, { ...finger, pointerId: 2 });
    expect(placeOf('a')).toEqual([100, 100]);
    move(540, 200, { ...finger, pointerId: 2 });
    expect(desk.camera.now().zoom).toBeCloseTo(2);
    lift(260, 200, finger);
    lift(540, 200, { ...finger, pointerId: 2 });
    expect(desk.ui.getState().busy).toBe('no');
  });

  test('with a pen draws, and then fingers move the board and draw nothing', () => {
    const { press, move, lift, desk } = handsOn({});
    desk.ui.setState({ tool: 'pen' });
    press(100, 100, { pointerType: 'pen' });
    move(200, 160, { pointerType: 'pen' });
    lift(200, 160, { pointerType: 'pen' });
    expect([...desk.board.scene().values()]).toMatchObject([{ kind: 'stroke', at: [100, 100, 100, 60, 0] }]);
    press(100, 100, { pointerType: 'touch' });
    move(300, 100, { pointerType: 'touch' });
    lift(300, 100, { pointerType: 'touch' });
    expect(desk.board.scene().size).toBe(1);
    expect(desk.camera.now().x).toBe(-200);
  });

  test('pressed twice on the empty board makes a note to write in, and on a note lets one write there', () => {
    const { press, lift, desk } = handsOn({});
    const twice = (x: number, y: number) => {
      for (const _ of [1, 2]) {
        press(x, y);
        lift(x, y);
      }
    };
    twice(400, 300);
    const [id = ''] = desk.board.scene().keys();
    expect(desk.ui.getState()).toMatchObject({ chosen: [id], writes: id });
    desk.ui.setState({ writes: null, chosen: [] });
    twice(390, 290);
    expect(desk.board.scene().size).toBe(1);
    expect(desk.ui.getState().writes).toBe(id);
  });
});
