import type { Locator } from '@playwright/test';
import type { Guest } from '../guest.ts';
import { ben, cleo, dina } from '../people.ts';
import { expect, test } from '../test.ts';
import type { Word } from '../words.ts';
import { meet, onPhone } from './meet.ts';
import { openTab } from './meeting.ts';

/** Words somewhere in a longer text. */
const part = ({ word }: Guest, name: Word): RegExp => new RegExp(word(name).source.slice(1, -1));

/** The largest control of the room: the only one of the bar that says whether it is busy. */
const bigButton = ({ page }: Guest): Locator => page.getByRole('contentinfo').locator('[aria-busy]');

/** What the big button says, once nothing is on its way. */
async function expectFloor(guest: Guest, name: Word): Promise<void> {
  await expect(bigButton(guest)).toContainText(part(guest, name));
  await expect(bigButton(guest)).toHaveAttribute('aria-busy', 'false');
}

async function openFloor(guest: Guest): Promise<void> {
  await openTab(guest, 'floor');
  await expect(guest.page.getByRole('tabpanel', { name: part(guest, 'floor') })).toBeVisible();
}

/** Who waits, in order, as this person sees it. */
const expectQueue = ({ page }: Guest, names: readonly RegExp[]): Promise<void> =>
  expect(page.getByRole('tabpanel').getByRole('listitem')).toHaveText([...names]);

async function chooseFor(host: Guest, name: string, entry: Word): Promise<void> {
  await host.button('floorFor', { name }).click();
  await host.page.getByRole('menuitem', { name: host.word(entry) }).click();
}

/** Changes how the session gives the floor. */
async function rule(host: Guest, change: (dialog: Locator) => Promise<void>): Promise<void> {
  await host.button('aboutFloor').click();
  await host.page.getByRole('menuitem', { name: host.word('howFloorIsGiven') }).click();
  await change(host.dialog('howFloorIsGiven'));
  await host
    .dialog('howFloorIsGiven')
    .getByRole('button', { name: host.word('save') })
    .click();
  await expect(host.dialog('howFloorIsGiven')).toBeHidden();
}

/** A session with Ada who hosts it, Ben who has no pointer, Cleo with a phone in Arabic, and Dina; everybody sees the floor. */
async function meetAtFloor(place: Parameters<typeof meet>[0]) {
  const { adaHere, others } = await meet(place, [[ben], [cleo, onPhone], [dina]]);
  const [benHere, cleoHere, dinaHere] = others as [Guest, Guest, Guest];
  for (const guest of [adaHere, ...others]) await openFloor(guest);
  return { adaHere, benHere, cleoHere, dinaHere };
}

test('four people queue by thumb, pointer and keyboard; a place is given up and taken back; a reply goes first', async ({
  server,
  visit,
}) => {
  const { adaHere, benHere, cleoHere, dinaHere } = await meetAtFloor({ server, visit });
  // A free floor is given at once, and whoever has it is told at once.
  await expectFloor(benHere, 'speak');
  await benHere.page.keyboard.press('f');
  await expectFloor(benHere, 'haveFloor');
  await expect(benHere.page.getByRole('alert').filter({ hasText: part(benHere, 'haveFloor') })).toBeAttached();
  await expect(adaHere.page.getByRole('region', { name: adaHere.word('whoHasFloor') })).toContainText('Ben');
  await bigButton(cleoHere).tap();
  await expectFloor(cleoHere, 'youAreNext');
  await bigButton(dinaHere).click();
  await expect(bigButton(dinaHere)).toContainText('You are 2nd');
  await expect(bigButton(dinaHere)).toContainText('1 asked before');
  for (const guest of [adaHere, benHere]) await expectQueue(guest, [/Cleo/, /Dina/]);
  await expectQueue(dinaHere, [/Cleo/, /You/]);
  // Ada's table has their places on their seats.
  await expect(
    adaHere.page
      .getByRole('button', { name: /Dina.*waits for the floor, place 2/ })
      .or(adaHere.page.getByRole('button', { name: /waits for the floor, place 2.*Dina/ })),
  ).toBeVisible();

  // Cleo's thumb gives her place up, and an undo brings it back to where it was.
  await bigButton(cleoHere).tap();
  await expectQueue(adaHere, [/Dina/]);
  await expect(cleoHere.page.getByText(cleoHere.word('noLongerWaiting'))).toBeVisible();
  await cleoHere.button('undo').tap();
  await expectQueue(adaHere, [/Cleo/, /Dina/]);

  // A direct reply to the speaker goes before those who wait, once for each turn.
  await benHere.page.keyboard.press('f');
  await expectFloor(cleoHere, 'haveFloor');
  await expectFloor(dinaHere, 'youAreNext');
  const reply = benHere.page.getByRole('tabpanel').getByRole('button', { name: benHere.word('directReply') });
  await reply.focus();
  await benHere.page.keyboard.press('Enter');
  await expect(reply).toBeHidden();
  await expectQueue(adaHere, [/Ben.*replies to Cleo/, /Dina/]);
  await bigButton(cleoHere).tap();
  await expectFloor(benHere, 'haveFloor');
  await adaHere.button('otherWays').click();
  await expect(adaHere.page.getByRole('menuitem', { name: adaHere.word('directReply') })).toBeHidden();
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('pointOfProcess') }).click();
  await expectQueue(dinaHere, [/Ada.*Point of process/, /You/]);
  await benHere.page.keyboard.press('f');
  await expectFloor(adaHere, 'haveFloor');
  await bigButton(adaHere).click();
  await expectFloor(dinaHere, 'haveFloor');

  // Until now the order was fair to people and towns; first come, first served, and a host's hand come after it.
  await rule(adaHere, async dialog => dialog.getByRole('radio', { name: part(adaHere, 'firstCome') }).check());
  await bigButton(dinaHere).click();
  await expectFloor(dinaHere, 'speak');
  await bigButton(adaHere).click();
  await expectFloor(adaHere, 'haveFloor');
  await bigButton(dinaHere).click();
  await expectFloor(dinaHere, 'youAreNext');
  await benHere.page.keyboard.press('f');
  await expectQueue(adaHere, [/Dina/, /Ben/]);
  await expect(adaHere.page.getByText('First come, first served')).toBeVisible();
  await rule(adaHere, async dialog => dialog.getByRole('radio', { name: adaHere.word('byHand') }).check());
  await expectFloor(benHere, 'hasAskedForFloor');
  await bigButton(adaHere).click();
  await adaHere.button('giveFloorTo', { name: 'Dina' }).click();
  await expectFloor(dinaHere, 'haveFloor');
});

test('hosts order the queue, a turn is handed over at its end, a round asks everybody, and a lost line keeps a place', async ({
  server,
  visit,
}) => {
  const { adaHere, benHere, cleoHere, dinaHere } = await meetAtFloor({ server, visit });
  await adaHere.button('aboutFloor').click();
  await adaHere.page.getByRole('menuitem', { name: adaHere.word('giveFloor') }).click();
  await adaHere.page.getByRole('searchbox', { name: adaHere.word('nameOrTown') }).fill('irb');
  await adaHere.dialog('giveFloor').getByRole('listitem').getByRole('button').click();
  await expectFloor(benHere, 'haveFloor');
  await bigButton(cleoHere).tap();
  await expectFloor(cleoHere, 'youAreNext');
  await bigButton(dinaHere).click();
  await expectQueue(adaHere, [/Cleo/, /Dina/]);
  await chooseFor(adaHere, 'Dina', 'moveUp');
  await expectQueue(cleoHere, [/Dina/, /أنت/]);
  await chooseFor(adaHere, 'Dina', 'toTheEnd');
  await expectQueue(dinaHere, [/Cleo/, /You/]);
  await adaHere.button('takeFloorBack').click();
  await expectFloor(cleoHere, 'haveFloor');
  await adaHere.button('giveBack').click();
  await expectFloor(benHere, 'haveFloor');
  await bigButton(benHere).click();
  await expectFloor(dinaHere, 'haveFloor');

  // Cleo has been heard less than Ben; in the order of asking he is first. From now on turns are five seconds long and handed over.
  await bigButton(benHere).click();
  await expectFloor(benHere, 'youAreNext');
  await bigButton(cleoHere).tap();
  await expectQueue(adaHere, [/Cleo.*Heard less than 1 who asked earlier/, /Ben.*1 before/]);
  await rule(adaHere, async dialog => {
    await dialog.getByRole('radio', { name: part(adaHere, 'firstCome') }).check();
    await dialog.getByRole('combobox', { name: adaHere.word('lengthOfTurn') }).selectOption('own');
    await dialog.getByRole('textbox', { name: adaHere.word('secondsOfTurn') }).fill('5');
    await dialog.getByRole('radio', { name: adaHere.word('handOver') }).check();
  });
  await expectQueue(adaHere, [/Ben.*Asked first/, /Cleo.*1 asked before/]);

  // Whose tab is gone keeps the place and is passed over; once they are back, the floor comes to them by itself.
  const session = benHere.page.url();
  await benHere.page.goto('about:blank');
  await expectQueue(adaHere, [/Ben.*away/, /Cleo/]);
  await expectFloor(cleoHere, 'youAreNext');
  await bigButton(dinaHere).click();
  await expectFloor(cleoHere, 'haveFloor');
  await benHere.page.goto(session);
  await expectFloor(benHere, 'haveFloor');

  // Everybody in turn, in the order of the seats; Cleo passes and is asked once more.
  await bigButton(benHere).click();
  await expectFloor(adaHere, 'speak');
  await adaHere.button('startRound').click();
  const round = adaHere.dialog('startRound');
  await round.getByRole('radio', { name: adaHere.word('roundTheTable') }).check();
  await round.getByRole('button', { name: adaHere.word('beginRound') }).click();
  await expect(round).toBeHidden();
  await expect(adaHere.page.getByText('Round: 0 of 3 heard')).toBeVisible();
  const first = async (): Promise<Guest> => {
    const all = [benHere, cleoHere, dinaHere];
    for (;;)
      for (const guest of all)
        if (
          await bigButton(guest)
            .filter({ hasText: part(guest, 'haveFloor') })
            .isVisible()
        )
          return guest;
  };
  const passing = await first();
  await passing.page
    .getByRole('contentinfo')
    .getByRole('button', { name: passing.word('passFloor') })
    .click();
  await expect(bigButton(passing)).not.toContainText(part(passing, 'haveFloor'));
  for (const heard of ['1 of 3', '2 of 3']) {
    await bigButton(await first()).click();
    await expect(adaHere.page.getByText(`Round: ${heard} heard`)).toBeVisible();
  }
  await expect(adaHere.page.getByText(adaHere.word('askedOnceMore'))).toBeVisible();
  await expectFloor(passing, 'haveFloor');
  await bigButton(passing).click();
  await expect(adaHere.button('endRound')).toBeHidden();
});
