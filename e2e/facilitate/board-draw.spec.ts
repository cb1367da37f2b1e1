import type { CDPSession, Locator, Page } from '@playwright/test';
import { inspect } from '../app/inspection.ts';
import type { Guest } from '../guest.ts';
import { ben, cleo } from '../people.ts';
import { expect, test } from '../test.ts';
import { meet, onPhone } from './meet.ts';

type Place = readonly [x: number, y: number];

const boardOf = (page: Page): Locator => page.getByRole('application');
const things = (page: Page, kind: string): Locator => boardOf(page).locator(`[data-thing][data-kind="${kind}"]`);
const note = (page: Page, words: string): Locator => things(page, 'note').filter({ hasText: words });

async function openBoard({ page, word }: Guest): Promise<void> {
  await page.keyboard.press('w');
  await expect(boardOf(page)).toBeVisible({ timeout: 20_000 });
  // The tools are there when one may write.
  await expect(page.getByRole('toolbar', { name: word('toolsOfBoard') })).toBeVisible();
}

const middleOf = async (what: Locator): Promise<Place> => {
  const box = await what.boundingBox();
  if (!box) throw new Error('it is not on the screen');
  return [box.x + box.width / 2, box.y + box.height / 2];
};

/** Takes something in hand and goes that far with it, without letting go. */
async function carry(page: Page, what: Locator, [right, down]: Place): Promise<void> {
  const [x, y] = await middleOf(what);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y + down / 2, { steps: 3 });
  await page.mouse.move(x + right, y + down, { steps: 3 });
}

/** How far two things are from each other: that does not depend on where somebody looks. */
async function apart(one: Locator, other: Locator): Promise<Place> {
  const [[x, y], [toX, toY]] = await Promise.all([middleOf(one), middleOf(other)]);
  return [Math.round(toX - x), Math.round(toY - y)];
}

/** Fingers on a screen, as the device tells of them. */
const touch = (device: CDPSession, type: 'touchStart' | 'touchMove' | 'touchEnd', ...fingers: readonly Place[]) =>
  device.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(([x, y], id) => ({ x, y, id })) });

async function pen(device: CDPSession, way: readonly Place[]): Promise<void> {
  const tell = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', [x, y]: Place, force: number) =>
    device.send('Input.dispatchMouseEvent', { type, x, y, force, button: 'left', clickCount: 1, pointerType: 'pen' });
  const [first = [0, 0], ...rest] = way;
  await tell('mousePressed', first, 0.4);
  for (const [at, place] of rest.entries()) await tell('mouseMoved', place, 0.3 + at / (2 * rest.length));
  await tell('mouseReleased', rest.at(-1) ?? first, 0);
}

test('two people drag at one board, a third one draws on a phone with a pen and moves it with her fingers', async ({
  server,
  visit,
}) => {
  test.setTimeout(240_000);
  const { adaHere, others } = await meet({ server, visit }, [[ben], [cleo, onPhone]]);
  const [benHere, cleoHere] = others as [Guest, Guest];
  for (const guest of [adaHere, benHere]) await openBoard(guest);
  const [onAda, onBen, onCleo] = [adaHere.page, benHere.page, cleoHere.page];

  // A press makes a note to write in; Tab begins the next one beside it. Ben has opened the board empty and is led to them.
  const [x, y] = await middleOf(boardOf(onAda));
  await onAda.mouse.move(x, y);
  await onAda.mouse.wheel(3_000, 2_000);
  await boardOf(onAda).focus();
  await onAda.keyboard.press('n');
  await onAda.mouse.click(x - 60, y - 140);
  await onAda.keyboard.type('Wells');
  await onAda.keyboard.press('Tab');
  await onAda.keyboard.type('مضخات');
  await onAda.keyboard.press('Escape');
  await expect(note(onBen, 'مضخات')).toBeInViewport();
  await onBen.mouse.move(x, y);
  await onBen.mouse.wheel(-3_000, 0);
  await expect(note(onBen, 'مضخات')).not.toBeInViewport();
  await benHere.button('toWhatIsThere').click();
  await expect(note(onBen, 'مضخات')).toBeInViewport();
  await onAda.keyboard.press('Escape');
  await boardOf(onAda).focus();
  await onAda.keyboard.press('Shift+Digit1');
  await inspect(adaHere, 'a board with notes');

  // Ben drags; Ada sees where he has it before he lets go, and who he is.
  const scale = async (page: Page) => (await note(page, 'مضخات').boundingBox())?.width ?? 1;
  const before = await apart(note(onAda, 'مضخات'), note(onAda, 'Wells'));
  await carry(onBen, note(onBen, 'Wells'), [0, 120]);
  await expect(boardOf(onAda).locator('..').locator('[data-cursor-of]')).toContainText('Ben');
  const far = (120 * (await scale(onAda))) / (await scale(onBen));
  await expect
    .poll(async () => (await apart(note(onAda, 'مضخات'), note(onAda, 'Wells')))[1] - before[1])
    .toBeGreaterThan(far - 8);
  await onBen.mouse.up();
  await expect
    .poll(async () => (await apart(note(onAda, 'مضخات'), note(onAda, 'Wells')))[1] - before[1])
    .toBeGreaterThan(far - 8);

  const seenBy = async (page: Page): Promise<Place> => {
    const [right, down] = await apart(note(page, 'مضخات'), note(page, 'Wells'));
    const width = await scale(page);
    return [right / width, down / width];
  };
  /** How far apart the two see the note, in widths of a note. */
  const difference = async () => {
    const [[x, y], [otherX, otherY]] = await Promise.all([seenBy(onAda), seenBy(onBen)]);
    return Math.hypot(otherX - x, otherY - y);
  };

  // Ben pulls at its corner: Ada sees how large he has it before he lets go, and when he has.
  const wide = await scale(onBen);
  const grows = async () => ((await note(onAda, 'Wells').boundingBox())?.width ?? 0) / (await scale(onAda));
  await carry(onBen, boardOf(onBen).locator('[data-handle="se"]'), [wide / 2, wide / 2]);
  await expect.poll(grows).toBeGreaterThan(1.4);
  await onBen.mouse.up();
  await expect.poll(grows).toBeGreaterThan(1.4);
  await boardOf(onBen).focus();
  await onBen.keyboard.press('Control+z');
  await expect.poll(grows).toBeLessThan(1.1);

  // Carried to the edge it goes on with the view, until Ben thinks better of it: then it is back, and so is he.
  const rim = await boardOf(onBen).boundingBox();
  await carry(onBen, note(onBen, 'Wells'), [0, 40]);
  await onBen.mouse.move((rim?.x ?? 0) + (rim?.width ?? 0) - 6, y);
  await expect(note(onBen, 'مضخات')).not.toBeInViewport();
  await expect(note(onBen, 'Wells')).toBeInViewport();
  await onBen.keyboard.press('Escape');
  await onBen.mouse.up();
  await onBen.keyboard.press('Shift+Digit1');
  await expect.poll(difference).toBeLessThan(0.05);
  // The view has come to rest.
  await note(onBen, 'Wells').hover();

  // A host locks it while Ben has it in hand: it goes back at once, and he is told why.
  const lock = async (entry: 'lockForOthers' | 'unlockForAll') => {
    await note(onAda, 'Wells').click();
    await adaHere.button('moreForThing').click();
    await onAda.getByRole('menuitem', { name: adaHere.word(entry) }).click();
  };
  const [wasX, wasY] = await seenBy(onBen);
  const moved = async () => {
    const [right, down] = await seenBy(onBen);
    return Math.hypot(right - wasX, down - wasY);
  };
  await carry(onBen, note(onBen, 'Wells'), [60, 70]);
  await expect.poll(moved).toBeGreaterThan(0.2);
  await lock('lockForOthers');
  await expect(onBen.getByText('A host has locked this meanwhile')).toBeVisible();
  await expect.poll(moved).toBeLessThan(0.05);
  await onBen.mouse.up();
  await expect.poll(difference).toBeLessThan(0.05);
  await lock('unlockForAll');
  await expect(note(onBen, 'Wells')).not.toContainText('Locked by a host');

  // Both have the same note in hand: whoever drops it last has it where they dropped it.
  await carry(onBen, note(onBen, 'Wells'), [40, 60]);
  await carry(onAda, note(onAda, 'Wells'), [-30, -80]);
  await onBen.mouse.up();
  await onAda.mouse.up();
  await expect.poll(difference).toBeLessThan(0.05);

  // Ben takes the frame away in which Ada writes: her words stay.
  await boardOf(onBen).focus();
  await onBen.keyboard.press('f');
  await onBen.keyboard.press('Enter');
  await onBen.keyboard.type('Needs');
  await onBen.keyboard.press('Escape');
  const [middleX, middleY] = await middleOf(note(onAda, 'مضخات'));
  await onAda.mouse.dblclick(middleX, middleY);
  await onAda.keyboard.type(' وآبار');
  await expect(things(onBen, 'frame')).toHaveCount(1);
  await onBen.keyboard.press('Delete');
  await onBen.keyboard.press('Shift+Digit1');
  await expect(things(onAda, 'frame')).toHaveCount(0);
  await onAda.keyboard.type(' قديمة');
  await onAda.keyboard.press('Escape');
  await expect(note(onBen, 'مضخات وآبار قديمة')).toBeVisible();

  // What Ada undoes is hers alone: the note is where Ben dropped it.
  await onAda.keyboard.press('Control+z');
  await expect(note(onBen, 'مضخات وآبار قديمة')).toHaveCount(0);
  await expect(note(onAda, 'Wells')).toBeVisible();
  await expect.poll(difference).toBeLessThan(0.05);

  // Cleo has a pen. It draws at once; her fingers move the board meanwhile.
  await openBoard(cleoHere);
  await expect(boardOf(onCleo).locator('canvas, [data-thing]').first()).toBeAttached();
  const device = await onCleo.context().newCDPSession(onCleo);
  await boardOf(onCleo).focus();
  await onCleo.keyboard.press('p');
  const [left, top] = await middleOf(boardOf(onCleo));
  await pen(device, [
    [left - 60, top - 40],
    [left - 20, top - 70],
    [left + 20, top - 40],
    [left + 60, top - 70],
  ]);
  await expect(things(onAda, 'stroke')).toHaveCount(1);
  const drawn = things(onCleo, 'stroke');
  await onCleo.keyboard.press('Shift+Digit0');
  await expect(drawn).toBeVisible();
  const [drawnX, drawnY] = await middleOf(drawn);
  await touch(device, 'touchStart', [left, top]);
  await touch(device, 'touchMove', [left + 20, top + 20]);
  await touch(device, 'touchMove', [left + 40, top + 30]);
  await touch(device, 'touchEnd');
  await expect.poll(async () => Math.round((await middleOf(drawn))[0] - drawnX)).toBe(40);
  await expect.poll(async () => Math.round((await middleOf(drawn))[1] - drawnY)).toBe(30);
  await expect(things(onAda, 'stroke')).toHaveCount(1);

  // Two fingers that part bring it nearer.
  const nearby = (await drawn.boundingBox())?.width ?? 0;
  await touch(device, 'touchStart', [left - 40, top], [left + 40, top]);
  await touch(device, 'touchMove', [left - 60, top], [left + 60, top]);
  await touch(device, 'touchMove', [left - 80, top], [left + 80, top]);
  await touch(device, 'touchEnd');
  await expect.poll(async () => Math.round(((await drawn.boundingBox())?.width ?? 0) / nearby)).toBe(2);
  await inspect(cleoHere, 'a board on a phone');
});
