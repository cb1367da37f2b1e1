import { beginning, type Sent } from '@multaqa/shared/dialogue.samples';
import type { KindName } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { sheetInput } from '@multaqa/shared/facilitate/polls/polls.samples';
import { readBallot, type Sheet } from '@multaqa/shared/facilitate/polls/sheet';
import { cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { afterEach, describe, expect, test } from 'vitest';
import { ada, seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { type Room, RoomContext } from '../../dialogue/room.ts';
import { newSheet } from './compose/new-sheet.ts';
import { PollsPanel } from './PollsPanel.tsx';
// What is loaded when it is shown is here already, so that nobody waits for it.
import './results/ResultView.tsx';
import './results/WhoChose.tsx';

const [, , , , , poll = '', run = ''] = sampleIds;
const room = `${session}/plenary`;
const sent = (by: string, kind: string, input: object): Sent => ({ by, kind: `polls.${kind}`, input, at: 9_000 });
const asked = (sheet: Partial<Sheet> = {}): Sent[] => [
  sent(ada, 'prepare', { poll, session, sheet: sheetInput(sheet) }),
  sent(ada, 'launch', { poll, run, room, also: [], key: null }),
];
const inside = { run, room };

let scene: Awaited<ReturnType<typeof renderDialogue>>;
afterEach(() => scene.leave());

async function draw(person: string, ...history: Sent[]) {
  const seen = seenAfter(person, [...beginning.slice(0, 0), ...history]);
  scene = await renderDialogue(
    <RoomContext value={{ room, session: seen.view.sessions[session], Keeper: null } as unknown as Room}>
      <PollsPanel />
    </RoomContext>,
    seen as Parameters<typeof renderDialogue>[1],
  );
}
const labelled = (words: string) =>
  [...document.querySelectorAll<HTMLElement>('label')].find(one => one.textContent?.includes(words));
const tap = (words: string) => scene.after(() => labelled(words)?.querySelector('input')?.click());
const castButton = () => [...document.querySelectorAll('button')].find(({ type }) => type === 'submit');

describe('a poll that is open', () => {
  test('is voted in with two taps, and says that the vote is on its way', async () => {
    await draw(cleo, ...asked());
    expect(castButton()?.disabled).toBe(true);
    await tap('Markets');
    await scene.after(() => castButton()?.click());
    expect(scene.sent).toMatchObject([{ kind: 'polls.vote', input: { ...inside, ballot: { choose: ['o2'] } } }]);
    expect(scene.text()).toContain('Your vote is being sent');
  });

  test('shows what others chose to those who have chosen, and lets them change it', async () => {
    await draw(cleo, ...asked(), sent(ada, 'vote', { ...inside, ballot: { choose: ['o1'] } }));
    expect(scene.text()).not.toContain('The whole result');
    await scene.leave();
    await draw(cleo, ...asked(), sent(cleo, 'vote', { ...inside, ballot: { choose: ['o1'] } }));
    await scene.until(() => expect(scene.text()).toContain('The whole result'));
    expect(scene.text()).toContain('Your vote is counted');
    expect(castButton()).toBeUndefined();
    await tap('Markets');
    expect(castButton()?.textContent).toBe('Change my vote');
  });

  test('tells who chose what where it is named, and not where it is hidden', async () => {
    const cast = sent(cleo, 'vote', { ...inside, ballot: { choose: ['o1'] } });
    await draw(cleo, ...asked(), cast);
    await scene.until(() => expect(scene.find('summary', 'Who chose what')).toBeDefined());
    await scene.after(() => scene.find('summary', 'Who chose what')?.click());
    await scene.until(() => expect(scene.find('li', 'Cleo')?.textContent).toContain('Training'));
    await scene.leave();
    await draw(cleo, ...asked({ names: 'after' }), cast);
    await scene.until(() => expect(scene.find('table')).toBeDefined());
    expect(scene.find('summary', 'Who chose what')).toBeUndefined();
  });

  test('says in plain words what is protected from whom', async () => {
    await draw(cleo, ...asked({ names: 'after', results: 'after' }));
    expect(scene.text()).toContain('nobody sees who chose what');
    expect(scene.text()).toContain('The result is shown when the poll is closed');
  });
});

/** What somebody does to fill in a ballot of each kind; the rest is the law. */
const filling: { readonly [Kind in Exclude<KindName, 'single'>]: () => Promise<void> } = {
  multiple: async () => {
    await tap('Training');
    await tap('Markets');
  },
  'yes-no': () => tap('Abstain'),
  scale: () => tap('4'),
  ranking: () => scene.press('Markets'),
  points: async () => {
    await slide(0, '100');
  },
  placement: () => slide(0, '15'),
  text: () => scene.type('A fair for young people'),
  cloud: () => write('Jobs, jobs'),
  quiz: () => tap('Training'),
};

async function slide(at: number, to: string) {
  const field = document.querySelectorAll<HTMLInputElement>('input[type=range]')[at];
  await enter(field, to);
}
const write = (words: string) =>
  enter(document.querySelector<HTMLInputElement>('input[type=text], input:not([type])'), words);

async function enter(field: HTMLInputElement | null | undefined, value: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await scene.after(() => {
    set?.call(field, value);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test.each(Object.entries(filling))(
  'a ballot of the kind %s can be filled in, and is one that is accepted',
  async (kind, fill) => {
    const start = newSheet(kind as KindName);
    const ends = { en: 'end' };
    const labels = { low: ends, high: ends, left: ends, right: ends, bottom: ends, top: ends };
    const sheet = sheetInput({
      design: start.design.kind === 'quiz' ? { kind: 'quiz', right: ['o1'] } : start.design,
      labels,
      ...(start.options.length === 0 && { options: [] }),
    });
    await draw(cleo, ...asked(sheet));
    await fill();
    await scene.after(() => castButton()?.click());
    const [first] = scene.sent as { kind: string; input: { ballot: unknown } }[];
    expect(first?.kind).toBe('polls.vote');
    expect(readBallot(sheet, first?.input.ballot)).not.toBeNull();
  },
);

describe('whoever hosts', () => {
  test('starts what is prepared in the room, and closes it', async () => {
    await draw(ada, sent(ada, 'prepare', { poll, session, sheet: sheetInput() }));
    await scene.press('Start: Where do we begin?');
    await scene.until(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    await scene.after(() => document.querySelector<HTMLElement>('[role=dialog] button[type=submit]')?.click());
    expect(scene.sent).toMatchObject([{ kind: 'polls.launch', input: { poll, room, also: [], key: null } }]);
    await scene.leave();
    await draw(ada, ...asked());
    await scene.press('Close the poll');
    expect(scene.sent).toMatchObject([{ kind: 'polls.close', input: inside }]);
  });

  test('puts a result on the stage, and offers back what was discarded', async () => {
    await draw(ada, ...asked(), sent(ada, 'close', inside));
    await scene.press('Show on the stage');
    expect(scene.sent).toMatchObject([{ kind: 'polls.show', input: { room, shown: { run, what: 'result' } } }]);
    expect(scene.find('button', 'Show on the stage')).toBeDefined();
  });

  test('a participant has none of these buttons', async () => {
    await draw(cleo, ...asked(), sent(ada, 'close', inside));
    for (const words of ['Close the poll', 'Show on the stage', 'New poll'])
      expect(scene.find('button', words)).toBeUndefined();
  });
});
