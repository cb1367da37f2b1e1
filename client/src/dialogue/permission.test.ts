import { dialogueRules } from '@multaqa/shared/dialogue';
import { messagesOf } from '@multaqa/shared/dialogue.samples';
import type { Audience } from '@multaqa/shared/kernel/context';
import { ada, ben, cleo, dina } from '@multaqa/shared/kernel/messages.samples';
import { describe, expect, test } from 'vitest';
import type { CommandKind } from './commands.ts';
import { lobby, session, viewOf } from './dialogue.samples.ts';
import { isPermitted, openAnswers } from './permission.ts';

const plenary = { session, room: `${session}/plenary` };
const seen = (me: string, audience: Audience) => ({ view: viewOf(me), me, audience });
const asAda = seen(ada, { role: 'organiser', place: plenary, watches: [] });
const asBen = seen(ben, { role: 'facilitator', place: null, watches: [] });
const asCleo = seen(cleo, { role: 'participant', place: { session, room: lobby }, watches: [] });
const asDina = seen(dina, { role: 'observer', place: plenary, watches: [] });

describe('what one may do', () => {
  test('the roster is the organiser’s, oneself everybody’s', () => {
    expect(isPermitted(asAda, 'people.add')).toBe(true);
    expect(isPermitted(asBen, 'people.add')).toBe(false);
    expect(isPermitted(asCleo, 'people.describe')).toBe(true);
    expect(isPermitted(asCleo, 'people.describe', { person: ada })).toBe(false);
  });

  test('one speaks in the room one is in, hosts in every room, observers nowhere', () => {
    expect(isPermitted(asCleo, 'chat.say')).toBe(true);
    expect(isPermitted(asCleo, 'chat.say', { room: plenary.room })).toBe(false);
    expect(isPermitted(asAda, 'chat.say', { room: lobby })).toBe(true);
    expect(isPermitted(asBen, 'chat.say')).toBe(false);
    expect(isPermitted(asDina, 'chat.say')).toBe(false);
  });

  test('what the phase forbids is forbidden', () => {
    expect(isPermitted(asAda, 'about.end')).toBe(false);
    expect(isPermitted(asAda, 'about.reopen')).toBe(false);
  });

  test('what only the server itself does is nobody’s', () => {
    const kinds = messagesOf(dialogueRules)
      .filter(([, { by }]) => Object.keys(by).every(role => role === 'engine'))
      .map(([kind]) => kind as CommandKind);
    expect(kinds.length).toBeGreaterThan(2);
    for (const kind of kinds) expect(isPermitted(asAda, kind)).toBe(false);
  });
});

describe('the answers on a screen', () => {
  const open = (first: typeof asCleo) => {
    let now = first;
    const answers = openAnswers(() => now);
    return { ...answers, become: (next: typeof asCleo) => (now = next) };
  };

  test('are asked of the same function while they hold, whatever else changes in the view', () => {
    const answers = open(asCleo);
    const may = answers.current();
    expect(may('chat.say')).toBe(true);
    answers.become({ ...asCleo, view: { ...asCleo.view, chat: {} } });
    expect(answers.current()).toBe(may);
    answers.become({ ...asCleo, view: { ...asCleo.view, people: { ...asCleo.view.people } } });
    expect(answers.current()).toBe(may);
  });

  test('are asked of another function as soon as one of them is another', () => {
    const answers = open(asCleo);
    const may = answers.current();
    expect([may('chat.say'), may('people.add')]).toEqual([true, false]);
    answers.become({ ...asCleo, audience: { role: 'participant', place: null, watches: [] } });
    const after = answers.current();
    expect(after).not.toBe(may);
    expect(after('chat.say')).toBe(false);
    // Nobody asked anything but this of the new one, and that holds.
    answers.become({ ...asCleo, audience: { role: 'participant', place: null, watches: [lobby] } });
    expect(answers.current()).toBe(after);
  });
});
