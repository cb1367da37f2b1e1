import type { DialogueView } from '@multaqa/shared/dialogue';
import type { SessionView } from '@multaqa/shared/facilitate/sessions/sessions.view';
import { describe, expect, test } from 'vitest';
import { ada, viewOf } from '../../../dialogue/dialogue.samples.ts';
import { stepsOf } from './steps.ts';

const words = { text: (key: string) => key, relative: () => 'soon', canInvite: true };
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
    for (const name of ['cluster', 'define', 'evaluate'])
      expect(stepIn(view, name)).toMatchObject({ state: 'unbuilt', action: null });
  });

  test('only who may invite is shown the links', () => {
    expect(stepIn(view, 'invite')?.lines[1]).toBe('steps.invite.links');
    const guest = stepsOf(view, { ...words, canInvite: false }).find(({ name }) => name === 'invite');
    expect(guest?.lines[1]).toBe('places.municipalities');
  });
});
