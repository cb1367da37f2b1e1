import type { Sent } from '@multaqa/shared/dialogue.samples';
import { floorRule } from '@multaqa/shared/facilitate/floor/floor.samples';
import { ben, cleo, dina, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { InRoom, plenary } from '../../app/room/room.samples.tsx';
import { ada, seenAfter, session, snapshotWelcome } from '../../dialogue/dialogue.samples.ts';
import { renderDialogue } from '../../dialogue/render-dialogue.samples.tsx';
import { FloorButton } from './FloorButton.tsx';
import { FloorPanel } from './FloorPanel.tsx';
import { HostSteps } from './HostSteps.tsx';
import { Queue } from './Queue.tsx';
import { RoomLine } from './RoomLine.tsx';

const [, , , , one = '', two = '', three = ''] = sampleIds;
const at = 9_000;
const ask = (by: string, item: string, as = 'turn'): Sent => ({
  ...{ by, kind: 'floor.ask', at },
  input: { room: plenary, item, as },
});
const rule = (more: object): Sent => ({ by: ada, kind: 'floor.rule', input: floorRule(session, more), at });

let scene: Awaited<ReturnType<typeof renderDialogue>>;
const draw = async (me: string, node: ReactNode, ...sent: readonly Sent[]) => {
  scene = await renderDialogue(<InRoom>{node}</InRoom>, seenAfter(me, sent));
};
const big = () => scene.find('button[aria-busy]');
const press = () => scene.after(() => big()?.click());

afterEach(() => scene.leave());

describe('the big button', () => {
  test('asks once, and is busy until the floor is seen to be asked for', async () => {
    await draw(cleo, <FloorButton />);
    expect(big()?.textContent).toContain('The floor is free');
    await press();
    await vi.waitFor(() => expect(scene.sent).toMatchObject([{ kind: 'floor.ask', input: { as: 'turn' } }]));
    expect(big()?.getAttribute('aria-busy')).toBe('true');
    await press();
    expect(scene.sent).toHaveLength(1);
    await scene.after(() => scene.server.answer({ ok: true, seq: 99 }));
    await scene.after(() =>
      scene.server.handlers.welcome(snapshotWelcome({ ...seenAfter(cleo, [ask(cleo, one)]), seq: 99 })),
    );
    expect(big()?.textContent).toContain('You have the floor');
    expect(big()?.getAttribute('aria-busy')).toBe('false');
  });

  test('tells place, wait and reason, and gives the place up with a press', async () => {
    await draw(cleo, <FloorButton />, rule({ cap: 60 }), ask(ben, one), ask(ada, two), ask(cleo, three));
    expect(big()?.textContent).toContain('You are 2nd');
    expect(big()?.textContent).toContain('1 asked before');
    await press();
    await vi.waitFor(() => expect(scene.sent).toMatchObject([{ kind: 'floor.withdraw', input: { item: three } }]));
  });

  test('ends one’s own turn', async () => {
    await draw(ben, <FloorButton />, ask(ben, one));
    await press();
    await vi.waitFor(() => expect(scene.sent).toMatchObject([{ kind: 'floor.done', input: { turn: 0 } }]));
  });

  test('is not there for those who only listen', async () => {
    await draw(dina, <FloorButton />);
    expect(big()).toBeUndefined();
  });
});

describe('the panel', () => {
  test('has the tools of hosts for hosts alone', async () => {
    const sent = [ask(ben, one), ask(cleo, two)];
    await draw(ada, <FloorPanel />, ...sent);
    expect(scene.find('button', 'Take back')).toBeDefined();
    expect(scene.find('button', 'Floor for Cleo')).toBeDefined();
    await scene.leave();
    await draw(cleo, <FloorPanel />, ...sent);
    expect(scene.find('button', 'Take back')).toBeUndefined();
    expect(scene.find('button', 'Floor for Cleo')).toBeUndefined();
    expect(scene.find('button', 'Give up my place')).toBeDefined();
  });

  test('draws fifty of a long queue and one’s own place, and more when they are asked for', async () => {
    const of = (person: string, item: string) => ({ person, item, as: 'turn', at, away: null, placed: null }) as const;
    const queue = [...Array.from({ length: 300 }, (_, place) => of(ben, `item ${place}`)), of(cleo, 'mine')];
    await draw(cleo, <Queue queue={queue} />);
    const rows = () => document.querySelectorAll('ol > li');
    expect(rows()).toHaveLength(51);
    expect(rows()[50]?.textContent).toContain('301st');
    await scene.press('and 251 more');
    expect(rows()).toHaveLength(101);
  });
});

test('where hosts give the floor by hand, the one who waits first is their next step', async () => {
  const sent = [rule({ policy: 'hand' }), ask(cleo, one), ask(ben, two)];
  await draw(ada, <HostSteps />, ...sent);
  await scene.press('Give the floor to');
  await vi.waitFor(() => expect(scene.sent).toMatchObject([{ kind: 'floor.give', input: { person: cleo } }]));
});

test('a host reads on the card of a room who has the floor there and how many wait', async () => {
  function Card() {
    const [isShown, setShown] = useState(false);
    return isShown ? (
      <RoomLine room={plenary} />
    ) : (
      <button type="button" onClick={() => setShown(true)}>
        Look
      </button>
    );
  }
  await draw(ada, <Card />);
  scene.answerAsks({ [plenary]: { holder: cleo, waiting: 3 } });
  await scene.press('Look');
  await scene.until(() => expect(scene.text()).toMatch(/Cleo.* has the floor · 3 wait/));
});
