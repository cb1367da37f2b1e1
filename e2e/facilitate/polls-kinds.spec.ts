import type { Locator } from '@playwright/test';
import { createDialogue, join, signIn } from '../app/doors.ts';
import { inspect } from '../app/inspection.ts';
import { tabTo } from '../app/tab-to.ts';
import type { Guest } from '../guest.ts';
import { copyLink } from '../people/roster.ts';
import { ada, ben, cleo } from '../people.ts';
import type { Server } from '../server.ts';
import { expect, test } from '../test.ts';
import { expectIn, openSession, openTab, planSession } from './meeting.ts';

/** Two kinds of towns, so that there are two clusters: Cleo is from the sea, Ben from inland. */
const towns = [
  'Name\tMunicipality\tCountry\tLanguages\tRegion\tInhabitants\tNeeds\tVision',
  'Ada One\tMahdia\tTN\tar, fr\tSahel\t60 000\tFarming, fishing and food; Tourism and heritage\tA harbour that feeds the town',
  'Ben One\tMonastir\tTN\tar, fr\tSahel\t100 000\tTourism and heritage; Farming, fishing and food\tVisitors who stay, fish that is sold here',
  'Dina One\tZarzis\tTN\tar, fr\tSahel\t80 000\tFarming, fishing and food\tA harbour with an ice plant',
  'Ada Three\tKélibia\tTN\tar, fr\tSahel\t60 000\tFarming, fishing and food; Tourism and heritage\tBoats, ice and visitors',
  'Cleo\tصفاقس\tTN\tar, fr\tSahel\t280 000\tFarming, fishing and food; Tourism and heritage\tA harbour and its visitors',
  'Ada Two\tIrbid\tJO\tar, en\tNorth\t570 000\tJobs for young people; Vocational training\tGraduates find work at home',
  'Ben\tMafraq\tJO\tar, en\tNorth\t100 000\tVocational training; Jobs for young people\tYoung people learn a trade',
  'Dina Two\tJerash\tJO\tar, en\tNorth\t50 000\tJobs for young people\tWork for graduates and apprentices',
  'Ben Three\tAjloun\tJO\tar, en\tNorth\t50 000\tJobs for young people; Vocational training\tApprentices who stay',
  'Dina Three\tRamtha\tJO\tar, en\tNorth\t150 000\tVocational training\tA trade for young people',
].join('\n');

type Question = { en: string; ar: string };

const first: Question = { en: 'What should we do first?', ar: 'بماذا نبدأ؟' };
const options = [
  { en: 'Clean water', ar: 'مياه نظيفة' },
  { en: 'A bus to the port', ar: 'حافلة إلى الميناء' },
];
const consent: Question = { en: 'Can your municipality live with this?', ar: 'هل تقبل بلديتك بهذا؟' };
const priorities: Question = {
  en: 'What should we work on first? Share 100 points.',
  ar: 'بماذا نبدأ العمل؟ توزيع مئة نقطة.',
};
const confidence: Question = {
  en: 'How confident are you about local jobs in your town?',
  ar: 'ما مدى الثقة في فرص العمل المحلية في بلدتك؟',
};
const word: Question = {
  en: 'What does your town need most? Use single words.',
  ar: 'ما أكثر ما تحتاجه بلدتك؟ بكلمات مفردة.',
};
const effort: Question = { en: 'How much effort, how much effect?', ar: 'كم من الجهد وكم من الأثر؟' };

test('six kinds from beginning to end in two languages, by keyboard alone, by clusters and before and after', async ({
  server,
  visit,
}) => {
  test.setTimeout(600_000);
  const adaHere = await visit(ada, { reducedMotion: 'reduce' });
  const { links, dialogue } = await clustered(adaHere, server);
  await planSession(adaHere, dialogue, { title: 'Where our towns stand' });
  const session = await openSession(adaHere, dialogue, 'textOnly', 'direct');
  const benHere = await visit(ben, { reducedMotion: 'reduce' });
  const cleoHere = await visit({ ...cleo, viewport: { width: 320, height: 640 } }, { reducedMotion: 'reduce' });
  for (const guest of [benHere, cleoHere]) {
    await join(guest, links[guest.person.name] ?? '', 'textOnly');
    await guest.page.goto(session);
    await expectIn(guest, 'plenary');
  }
  await openTab(adaHere, 'polls');

  await test.step('one choice, written in both languages', async () => {
    await compose(adaHere, first);
    await vote(benHere, first, async ({ page }, card) => {
      await tabTo(benHere, card.getByRole('radio').first());
      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
    });
    await vote(cleoHere, first, async ({ page }, card) => {
      await tabTo(cleoHere, card.getByRole('radio').first());
      await page.keyboard.press('Space');
    });
    await closePoll(adaHere, first);
    await expectRow(adaHere, first, ['Clean water', '1', '50%']);
    await expectRow(cleoHere, first, ['مياه نظيفة', '1', '50%']);
  });

  await test.step('divided by clusters', async () => {
    const card = cardOf(adaHere, first);
    await card.getByRole('combobox', { name: adaHere.word('whatIsShown') }).selectOption('cluster');
    const cells = card.getByRole('row');
    await expect(cells).toHaveCount(5);
    await expect(card.getByRole('row', { name: /Clean water 1 100%/ })).toHaveCount(1);
    await expect(card.getByRole('row', { name: /Clean water 0 0%/ })).toHaveCount(1);
  });

  await test.step('again, and compared with before', async () => {
    await adaHere.button('moreAboutPoll').first().click();
    await adaHere.page.getByRole('menuitem', { name: adaHere.word('runAgain') }).click();
    await start(adaHere);
    await vote(benHere, first, async ({ page }, card) => {
      await tabTo(benHere, card.getByRole('radio').first());
      await page.keyboard.press('Space');
    });
    await vote(cleoHere, first, async ({ page }, card) => {
      await tabTo(cleoHere, card.getByRole('radio').first());
      await page.keyboard.press('Space');
    });
    await closePoll(adaHere, first);
    const card = cardOf(adaHere, first);
    await card
      .getByRole('combobox', { name: adaHere.word('whatIsShown') })
      .selectOption({ label: 'Compared with time 1' });
    await expect(card.getByRole('row', { name: 'Clean water 50% 100% ▲ 50 points' })).toBeAttached();
  });

  await test.step('yes, no, abstain', async () => {
    await compose(adaHere, consent, 'consent');
    for (const guest of [benHere, cleoHere])
      await vote(guest, consent, async ({ page }, card) => {
        const statements = card.getByRole('group').filter({ has: page.getByRole('radio') });
        for (let at = 0; at < 3; at += 1) {
          await tabTo(guest, statements.nth(at).getByRole('radio').first());
          await page.keyboard.press('Space');
          if (at === 2) await page.keyboard.press('ArrowDown');
        }
      });
    await closePoll(adaHere, consent);
    await expectRow(benHere, consent, ['We share one list of good practices', '2', '0', '0', '100%']);
    await expectRow(cleoHere, consent, ['نتشارك قائمة واحدة بالممارسات الجيدة', '2', '0', '0', '100%']);
  });

  await test.step('a hundred points', async () => {
    await compose(adaHere, priorities, 'priorities');
    for (const guest of [benHere, cleoHere])
      await vote(guest, priorities, async ({ page }, card) => {
        const [one, two] = [card.getByRole('slider').nth(0), card.getByRole('slider').nth(1)];
        await tabTo(guest, one);
        for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowUp');
        await tabTo(guest, two);
        for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowUp');
      });
    await closePoll(adaHere, priorities);
    await expectRow(adaHere, priorities, ['Training', '60', '120', '2']);
    await expectRow(cleoHere, priorities, ['التدريب', '60', '120', '2']);
  });

  await test.step('a scale', async () => {
    await compose(adaHere, confidence, 'confidence');
    for (const guest of [benHere, cleoHere])
      await vote(guest, confidence, async ({ page }, card) => {
        await tabTo(guest, card.getByRole('radio').first());
        await page.keyboard.press('Space');
        const steps = guest === benHere ? 3 : 4;
        for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
      });
    await closePoll(adaHere, confidence);
    await expectRow(adaHere, confidence, ['I know what works elsewhere', '4.5', '4.5', '0', '0', '0', '1', '1', '0']);
    await expectRow(cleoHere, confidence, ['أعرف ما ينجح في أماكن أخرى', '4,5', '4,5', '0', '0', '0', '1', '1', '0']);
  });

  await test.step('words, which meet with and without the article', async () => {
    await compose(adaHere, word, 'word');
    await vote(benHere, word, async ({ page }, card) => {
      await tabTo(benHere, card.getByRole('textbox').first());
      await page.keyboard.type('مياه');
    });
    await vote(cleoHere, word, async ({ page }, card) => {
      await tabTo(cleoHere, card.getByRole('textbox').first());
      await page.keyboard.type('المياه');
    });
    await closePoll(adaHere, word);
    await expect(cardOf(adaHere, word).getByRole('row', { name: /^(المياه|مياه) 2 100%$/ })).toBeAttached();
  });

  await test.step('places on a plane', async () => {
    await compose(adaHere, effort, 'effort');
    for (const guest of [benHere, cleoHere])
      await vote(guest, effort, async ({ page }, card) => {
        await tabTo(guest, card.getByRole('slider').nth(1));
        for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowUp');
      });
    await closePoll(adaHere, effort);
    await expectRow(adaHere, effort, ['Training', '2', '10', '14']);
    await expectRow(cleoHere, effort, ['التدريب', '2', '10', '14']);
  });

  await inspect(adaHere, 'results of polls for hosts');
  await inspect(cleoHere, 'results of polls');
});

/** A dialogue whose people are in two clusters, and the links of Ben and Cleo. */
async function clustered(host: Guest, server: Server): Promise<{ dialogue: string; links: Record<string, string> }> {
  const { page, button, dialog, field, word } = host;
  await signIn(host, server);
  const dialogue = await createDialogue(host, { title: 'Local jobs', languages: ['العربية'] });
  await page.goto(`${dialogue}/people/form`);
  await button('takeSuggestions').click();
  await expect(button('editNeed', { name: 'Tourism and heritage' })).toBeVisible();
  await page.goto(`${dialogue}/people/import`);
  await field('pasteRows').fill(towns);
  await button('readRows').click();
  await button('importTen').click();
  await expect(page.getByRole('rowheader', { name: 'Dina Two' })).toBeVisible();
  const links = { Ben: await copyLink(host, ben), Cleo: await copyLink(host, cleo) };
  await page.goto(`${dialogue}/clusters`);
  await button('proposeClusters').click();
  await button('publish').click({ timeout: 30_000 });
  await dialog('publishThese')
    .getByRole('button', { name: word('publish') })
    .click();
  await expect(page.getByText(word('everybodySees'))).toBeVisible();
  return { dialogue, links };
}

/** The tab of the polls, whose name goes on with what waits in it; on a phone there may be no room to show it. */
const pollsTab = ({ page, word }: Guest): Locator =>
  page.getByRole('tab', { name: new RegExp(word('polls').source.slice(0, -1)), includeHidden: true });

/** The newest run of a question, as somebody reads it. */
const cardOf = ({ page, person }: Guest, question: Question): Locator =>
  page.getByRole('article', { name: question[person.language] }).first();

/** Writes a poll, or takes a template in all languages, and starts it in this room. */
async function compose(host: Guest, question: Question, template?: string): Promise<void> {
  const { page, button, dialog, word } = host;
  await button('newPoll').click();
  const form = dialog('newPoll');
  if (template) await form.getByRole('combobox', { name: word('template') }).selectOption(template);
  else {
    const write = async (label: string, { en, ar }: Question) => {
      await form.getByRole('textbox', { name: `${label} · English` }).fill(en);
      await form.getByRole('textbox', { name: `${label} · العربية` }).fill(ar);
    };
    await write('Question', question);
    for (const [at, option] of options.entries()) await write(`Option ${at + 1}`, option);
  }
  await expect(form.getByRole('textbox').first()).toHaveValue(question.en);
  await form.getByRole('button', { name: word('saveAndStart') }).click();
  await start(host);
  await expect(page.getByRole('article', { name: question.en }).first()).toBeVisible();
}

async function start({ dialog, word }: Guest): Promise<void> {
  await dialog('startPoll')
    .getByRole('button', { name: word('start') })
    .click();
  await expect(dialog('startPoll')).toBeHidden();
}

/** Fills in a ballot and casts it, with keys alone, and waits until it counts. */
async function vote(
  guest: Guest,
  question: Question,
  fill: (guest: Guest, card: Locator) => Promise<void>,
): Promise<void> {
  const { page, word } = guest;
  const card = cardOf(guest, question);
  // The tab comes with the first poll; its key leads to it.
  await expect(pollsTab(guest)).toBeAttached();
  if (!(await card.isVisible())) await page.keyboard.press('o');
  await expect(card.getByRole('button', { name: word('vote') })).toBeVisible();
  await fill(guest, card);
  await tabTo(guest, card.getByRole('button', { name: word('vote') }));
  await page.keyboard.press('Enter');
  await expect(card.getByText(word('voteCounted'))).toBeVisible();
}

async function closePoll(host: Guest, question: Question): Promise<void> {
  const card = cardOf(host, question);
  await card.getByRole('button', { name: host.word('closePoll') }).click();
  await expect(card.getByRole('button', { name: host.word('closePoll') })).toBeHidden();
}

/** The table behind the picture says this of something that was asked. */
const expectRow = (guest: Guest, question: Question, cells: readonly string[]): Promise<void> =>
  expect(cardOf(guest, question).getByRole('row', { name: rowOf(cells) })).toBeAttached();

// Arabic numbers carry marks that keep their direction.
const rowOf = (cells: readonly string[]): RegExp =>
  new RegExp(`^${cells.map(cell => cell.replace('.', '\\.').replace('%', '\u200e?%\u200e?')).join(' ')}$`);
