import { proposalOf } from '@multaqa/shared/cluster/cluster.samples';
import type { DialogueView } from '@multaqa/shared/dialogue';
import type { Sent } from '@multaqa/shared/dialogue.samples';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { ben, cleo, sampleIds } from '@multaqa/shared/kernel/messages.samples';
import type { Names } from '@multaqa/shared/names';
import { describe, expect, test } from 'vitest';
import { ada, seenAfter, viewOf } from '../../../dialogue/dialogue.samples.ts';
import { stepsOf } from './steps.ts';

const words = {
  text: (key: string) => key,
  relative: () => 'soon',
  canInvite: true,
  me: ada,
  clusterName: ({ names }: { names: Names }) => names.en ?? '',
};
const stepIn = (view: DialogueView, name: string) => stepsOf(view, words).find(step => step.name === name);
const view = viewOf(ada);
const [open] = Object.values(view.sessions);
const withSession = (change: Partial<SessionView>): DialogueView => ({
  ...view,
  sessions: open ? { [open.session]: { ...open, ...change } as SessionView } : {},
});

describe('the six steps', () => {
  test('begin with inviting while nobody has been invited or nothing is planned', () => {
    const alone = { ...view, sessions: {}, people: { [ada]: view.people[ada] } } as DialogueView;
    expect(stepIn(alone, 'invite')?.state).toBe('current');
    expect(stepIn(alone, 'facilitate')?.state).toBe('ahead');
  });

  test('go on with meeting as long as a session is open or ahead', () => {
    expect(stepIn(view, 'facilitate')).toMatchObject({
      state: 'current',
      lines: ['steps.session-of', 'steps.open-now'],
    });
    expect(stepIn(withSession({ status: 'planned' }), 'facilitate')?.lines[1]).toBe('soon');
  });

  test('end with the report when every session has been held', () => {
    const held = withSession({ status: 'closed' });
    expect(stepIn(held, 'facilitate')?.state).toBe('done');
    expect(stepIn(held, 'report')?.state).toBe('current');
  });

  test('those that are not built yet say so and lead nowhere', () => {
    for (const name of ['define', 'evaluate'])
      expect(stepIn(view, name)).toMatchObject({ state: 'unbuilt', action: null });
  });

  test('tell hosts what comes next for the clusters: answers, a proposal, publishing; participants whose they are', () => {
    const [, , , , arrangement = ''] = sampleIds;
    const sent = (kind: string, input: object, at: number): Sent => ({ by: ada, kind, input, at });
    const proposed = sent('cluster.propose', proposalOf(arrangement, [[ben], [cleo]]), 9_000);
    const published = sent('cluster.publish', { arrangement }, 9_001);
    const step = (person: string, ...history: Sent[]) => stepIn(seenAfter(person, history).view, 'cluster');
    expect(step(ada)).toMatchObject({
      lines: ['steps.cluster.answered', 'steps.cluster.none'],
      action: { label: 'steps.cluster.propose', to: 'clusters' },
    });
    expect(step(ada, proposed)?.action?.label).toBe('steps.cluster.publish');
    expect(step(cleo, proposed)).toMatchObject({ state: 'ahead', action: null });
    expect(step(ada, proposed, published)).toMatchObject({
      state: 'done',
      lines: ['steps.cluster.in', 'steps.cluster.published'],
      action: { label: 'steps.cluster.look' },
    });
    expect(stepsOf(seenAfter(cleo, [proposed, published]).view, { ...words, me: cleo })[0]?.lines[1]).toBe(
      'steps.cluster.yours',
    );
  });

  test('only who may invite is shown the links', () => {
    expect(stepIn(view, 'invite')?.lines[1]).toBe('steps.invite.links');
    const guest = stepsOf(view, { ...words, canInvite: false }).find(({ name }) => name === 'invite');
    expect(guest?.lines[1]).toBe('places.municipalities');
  });
});
