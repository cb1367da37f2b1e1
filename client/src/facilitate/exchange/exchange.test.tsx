import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { beginning, personInput, play, type Sent } from '@multaqa/shared/dialogue.samples';
import { batch, exchangeRule } from '@multaqa/shared/facilitate/exchange/exchange.samples';
import { cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { limits } from '@multaqa/shared/limits';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { InRoom, plenary } from '../../app/room/room.samples.tsx';
import { ada, seenAfter, session } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { ExchangeNotice } from './ExchangeNotice.tsx';
import { ExchangePanel } from './ExchangePanel.tsx';
import { SeatMark } from './SeatMark.tsx';

const [, , , , ...guests] = sampleIds;
const minute = 60_000;
const at = (by: Sent['by'], kind: string, input: object, ms = 2): Sent => ({ by, kind, input, at: ms });
const [first = '', second = ''] = guests;

/** Three more voices of two towns, and ten minutes in which all but one of the four speak. */
const meeting: Sent[] = [
  at(ada, 'people.add', {
    people: guests.map((person, seat) =>
      personInput(person, ['Emil', 'Farah', 'Gad'][seat] ?? '', { email: '', municipality: 'Gabès' }),
    ),
  }),
  ...guests.map(person => at(person, 'sessions.enter', { session })),
  at(ada, 'sessions.admit', { session, people: 'all' }),
  at(
    'engine',
    'exchange.record',
    batch(plenary, [
      [cleo, minute, 4 * minute],
      [ada, 5 * minute, 6 * minute],
      [first, 7 * minute, 9 * minute],
      [second, 9 * minute, 10 * minute],
    ]),
    10 * minute,
  ),
  // The room falls silent: an even share is told to everybody.
  at('engine', 'exchange.record', batch(plenary, [], 10 * minute + 1_000), 10 * minute + 1_000),
];

/** What the server answers about the session of this meeting. */
function answerOf() {
  const { state } = play(rules, [...beginning, ...meeting]);
  const asked = rules.ask(state, ada, 'exchange.figures', { session }, 10 * minute);
  if (!asked.ok) throw new Error(asked.refusal);
  return asked.answer;
}

let scene: Awaited<ReturnType<typeof renderDialogue>>;
const draw = async (me: string, node: ReactNode, sent: readonly Sent[], now = 10 * minute) => {
  scene = await renderDialogue(<InRoom>{node}</InRoom>, { ...seenAfter(me, sent), now });
};

// The device's clock stands where the test's dialogue believes it to be.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: 1_000 }));
afterEach(async () => {
  await scene.leave();
  vi.useRealTimers();
});

describe('the panel of the exchange', () => {
  test('shows hosts four dials with what they rest on, and invites who was not heard yet', async () => {
    await draw(ada, <ExchangePanel />, meeting);
    const dials = [...document.querySelectorAll('li')].filter(one => one.querySelector('strong'));
    expect(dials.map(one => one.querySelector('strong')?.textContent)).toEqual(['73%', '75%', '100%', '14%']);
    expect(scene.text()).toContain('4 people · 10 min together · 7 min of speech');
    expect(scene.find('li', 'Gad')?.textContent).toContain('quiet for');
    expect(scene.find('button', 'Invite Cleo')).toBeUndefined();
    await scene.press('Invite Gad');
    await vi.waitFor(() =>
      expect(scene.sent).toMatchObject([{ kind: 'exchange.invite', input: { room: plenary, person: guests[2] } }]),
    );
    expect(scene.find('li', 'Gad')?.textContent).toContain('Asked');
  });

  test('shows hosts the figures of the session and of all sessions, which the server makes', async () => {
    await draw(ada, <ExchangePanel />, meeting);
    scene.answerAsks(answerOf());
    await scene.press('Session');
    await scene.until(() => expect(scene.text()).toContain('Gini (0 is even)'));
    expect(scene.text()).toContain('3 of 4 heard');
    expect(scene.find('button', 'Invite Gad')).toBeUndefined();
    await scene.press('Room');
    expect(scene.text()).toContain('4 people · 10 min together');
  });

  test('says what is lacking before there is enough, and nothing at all where nothing is measured', async () => {
    await draw(ada, <ExchangePanel />, []);
    expect(scene.text()).toContain('Too little data. The dials begin with four people besides the hosts.');
    await scene.leave();
    const off = at(ada, 'exchange.rule', exchangeRule(session, { figures: 'off' }));
    await draw(ada, <ExchangePanel />, [off]);
    expect(scene.text()).toContain('Nothing is measured');
  });

  test('shows everybody else their own share alone', async () => {
    await draw(cleo, <ExchangePanel />, meeting);
    expect(scene.text()).toContain('You have spoken for about 3 min.');
    expect(scene.text()).toContain('An even share in this room is about 2 min');
    for (const name of ['Emil', 'Farah', 'Gad', 'Evenness']) expect(scene.text()).not.toContain(name);
  });
});

describe('the notice of the exchange', () => {
  test('names to a host who has been quiet the longest, until it is put off', async () => {
    await draw(ada, <ExchangeNotice />, meeting, 13 * minute);
    expect(scene.text()).toContain('Not heard for 13 min: Gad, Gabès');
    await scene.press('Later');
    expect(scene.text()).toBe('');
  });

  test('asks who was invited, and asks for the floor with one press', async () => {
    const invited = at(ada, 'exchange.invite', { room: plenary, person: cleo });
    await draw(cleo, <ExchangeNotice />, [invited]);
    expect(scene.text()).toContain('The hosts would like to hear you.');
    await scene.press('Ask for the floor');
    await vi.waitFor(() => expect(scene.sent).toMatchObject([{ kind: 'floor.ask', input: { as: 'turn' } }]));
    expect(scene.text()).toBe('');
  });

  test('is put away for good with another press', async () => {
    await draw(cleo, <ExchangeNotice />, [at(ada, 'exchange.invite', { room: plenary, person: cleo })]);
    await scene.press('Not now');
    await vi.waitFor(() =>
      expect(scene.sent).toMatchObject([{ kind: 'exchange.dismiss', input: { person: cleo, nudge: 'invited' } }]),
    );
  });
});

describe('the mark on a seat', () => {
  const mark = (person: string) => (
    <SeatMark person={person} seat={{ room: plenary, since: 0, lostAt: null }} size="seat" />
  );

  test('shows hosts who was not heard yet, some minutes after they came, and nobody else', async () => {
    const quiet = guests[2] ?? '';
    await draw(ada, mark(quiet), meeting, limits.settlingIn + minute);
    expect(scene.text()).toContain('Not heard yet');
    for (const [me, person, now] of [
      [ada, cleo, 10 * minute],
      [ada, quiet, minute],
      [cleo, quiet, 10 * minute],
    ] as const) {
      await scene.leave();
      await draw(me, mark(person), meeting, now);
      expect(scene.text()).toBe('');
    }
  });
});
