import { describe, expect, test } from 'vitest';
import { attempt, beginning, type Play, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, ben, cleo, dina, sampleIds } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import type { People } from '../people.state.ts';
import { currentAnswers, type Form } from './form.state.ts';

const at = 1_700_000_000_000;
const send = (from: Play, by: Sent['by'], kind: string, input: unknown) =>
  attempt(rules, { by, kind, input, at }, from);
const through = (from: Play, ...steps: [by: string, kind: string, input: unknown][]) =>
  play(
    rules,
    steps.map(([by, kind, input]) => ({ by, kind, input, at })),
    from,
  );
const last = ({ outcomes }: Play) => outcomes.at(-1);
const refused = (refusal: string) => ({ ok: false, refusal });
const formOf = ({ state }: Play) => state.form as Form;
const newNeed = (en: string) => ({ need: null, names: { en } });

const asked = through(
  play(rules, beginning),
  [ada, 'form.list', { needs: ['Finance', 'Water', 'Young people'].map(newNeed) }],
  [
    ada,
    'form.ask',
    {
      field: null,
      kind: 'choice',
      names: { en: 'Who decides?', ar: 'من يقرر؟' },
      choices: [
        { choice: null, names: { en: 'The council' } },
        { choice: null, names: { en: 'The mayor' } },
      ],
    },
  ],
  [ada, 'form.ask', { field: null, kind: 'number', names: { en: 'Staff' }, choices: [] }],
);

describe('what is asked', () => {
  test('[F2] needs, questions and choices get the next free id', () => {
    expect(formOf(asked).needs.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3']);
    expect(formOf(asked).fields.map(({ id }) => id)).toEqual(['f1', 'f2']);
    expect(formOf(asked).fields[0]?.choices.map(({ id }) => id)).toEqual(['a1', 'a2']);
    const after = through(
      asked,
      [ada, 'form.unlist', { need: 'n3' }],
      [ada, 'form.list', { needs: [newNeed('Land')] }],
    );
    expect(formOf(after).needs.map(({ id }) => id)).toEqual(['n1', 'n2', 'n4']);
  });

  test('a need is renamed in its place, and order is what an organiser says', () => {
    const renamed = through(asked, [
      ada,
      'form.list',
      { needs: [{ need: 'n1', names: { en: 'Money', fr: 'Argent' } }] },
    ]);
    expect(formOf(renamed).needs[0]).toEqual({ id: 'n1', names: { en: 'Money', fr: 'Argent' } });
    const ordered = through(renamed, [ada, 'form.order', { needs: ['n3', 'n9', 'n3', 'n1'], fields: ['f2'] }]);
    expect(formOf(ordered).needs.map(({ id }) => id)).toEqual(['n3', 'n1', 'n2']);
    expect(formOf(ordered).fields.map(({ id }) => id)).toEqual(['f2', 'f1']);
  });

  test('[F3] the list is full at its limit, and so are the questions', () => {
    const more = (count: number) => ({ needs: Array.from({ length: count }, (_, one) => newNeed(`Need ${one}`)) });
    const room = limits.needsListed - 3;
    expect(last(send(asked, ada, 'form.list', more(room)))?.ok).toBe(true);
    expect(last(send(asked, ada, 'form.list', more(room + 1)))).toEqual(refused('form.full'));
    const question = { field: null, kind: 'text', names: { en: 'What else?' }, choices: [] };
    const full = through(
      asked,
      ...Array<[string, string, unknown]>(limits.ownQuestions - 2).fill([ada, 'form.ask', question]),
    );
    expect(last(send(full, ada, 'form.ask', question))).toEqual(refused('form.full'));
  });

  test('[F2] ids come to an end rather than being given twice', () => {
    const spent = Array.from({ length: Math.floor((limits.idsEver - 3) / limits.needsListed) }).reduce<Play>(from => {
      const listed = formOf(from).needs.map(({ id }): [string, string, unknown] => [ada, 'form.unlist', { need: id }]);
      const batch = { needs: Array.from({ length: limits.needsListed }, (_, one) => newNeed(`Need ${one}`)) };
      return through(from, ...listed, [ada, 'form.list', batch]);
    }, asked);
    const emptied = through(
      spent,
      ...formOf(spent).needs.map(({ id }): [string, string, unknown] => [ada, 'form.unlist', { need: id }]),
    );
    const rest = limits.idsEver - 3 - Math.floor((limits.idsEver - 3) / limits.needsListed) * limits.needsListed;
    const batch = (count: number) => ({ needs: Array.from({ length: count }, () => newNeed('One more')) });
    expect(last(send(emptied, ada, 'form.list', batch(rest + 1)))).toEqual(refused('form.full'));
    expect(last(send(emptied, ada, 'form.list', batch(rest)))?.ok).toBe(true);
  });

  test('[F2] a question stays of its kind', () => {
    const other = { field: 'f2', kind: 'text', names: { en: 'Staff' }, choices: [] };
    expect(last(send(asked, ada, 'form.ask', other))).toEqual(refused('form.other-kind'));
  });

  test('what does not exist is neither changed nor taken off', () => {
    for (const [kind, input] of [
      ['form.list', { needs: [{ need: 'n7', names: { en: 'Ports' } }] }],
      ['form.unlist', { need: 'n7' }],
      ['form.ask', { field: 'f7', kind: 'text', names: { en: 'What else?' }, choices: [] }],
      [
        'form.ask',
        { field: 'f1', kind: 'choice', names: { en: 'Who?' }, choices: [{ choice: 'a7', names: { en: 'I' } }] },
      ],
      ['form.unask', { field: 'f7' }],
    ] as const)
      expect(last(send(asked, ada, kind, input))).toEqual(refused('form.unknown'));
  });
});

describe('answers', () => {
  const cleos = { person: cleo, region: 'Rhineland', townSize: 'under-1m', needs: ['n1', 'n3'] };
  const answered = through(asked, [cleo, 'form.answer', cleos]);

  test('[F5] one after the other, each keeps the others', () => {
    const more = through(
      answered,
      [cleo, 'form.answer', { person: cleo, fields: [{ field: 'f1', value: 'a2' }] }],
      [cleo, 'form.answer', { person: cleo, townSize: null, fields: [{ field: 'f2', value: 12 }] }],
      [cleo, 'form.answer', { person: cleo, fields: [{ field: 'f1', value: null }] }],
    );
    expect(formOf(more).answers[cleo]).toEqual({
      region: 'Rhineland',
      townSize: null,
      needs: ['n1', 'n3'],
      fields: { f2: 12 },
      answeredAt: at,
    });
  });

  test('an answer that says nothing leaves no fact', () => {
    expect(send(answered, cleo, 'form.answer', { person: cleo }).log.length).toBe(answered.log.length);
  });

  test('[F4] a need that is taken off the list is still known of those who chose it', () => {
    const without = through(answered, [ada, 'form.unlist', { need: 'n3' }]);
    expect(formOf(without).answers[cleo]?.needs).toEqual(['n1', 'n3']);
    expect(currentAnswers(formOf(without), formOf(without).answers[cleo]).needs).toEqual(['n1']);
    const changed = through(without, [cleo, 'form.answer', { person: cleo, needs: ['n2'] }]);
    const back = through(changed, [ada, 'form.list', { needs: [{ need: 'n3', names: { en: 'Young people' } }] }]);
    expect(currentAnswers(formOf(back), formOf(back).answers[cleo]).needs).toEqual(['n2', 'n3']);
  });

  test('[F4] a choice and a question that are taken off keep the answers, too', () => {
    const chosen = through(answered, [cleo, 'form.answer', { person: cleo, fields: [{ field: 'f1', value: 'a2' }] }]);
    const council = [{ choice: 'a1', names: { en: 'The council' } }];
    const fewer = through(chosen, [
      ada,
      'form.ask',
      { field: 'f1', kind: 'choice', names: { en: 'Who?' }, choices: council },
    ]);
    const current = (from: Play) => currentAnswers(formOf(from), formOf(from).answers[cleo]).fields;
    expect(formOf(fewer).answers[cleo]?.fields).toEqual({ f1: 'a2' });
    expect(current(fewer)).toEqual({});
    const none = through(fewer, [ada, 'form.unask', { field: 'f1' }]);
    const both = [...council, { choice: 'a2', names: { en: 'The mayor' } }];
    const again = through(none, [
      ada,
      'form.ask',
      { field: 'f1', kind: 'choice', names: { en: 'Who?' }, choices: both },
    ]);
    expect(current(again)).toEqual({ f1: 'a2' });
  });

  test('[F4] what somebody chose while it was taken off the list is no error', () => {
    const without = through(asked, [ada, 'form.unlist', { need: 'n3' }]);
    expect(last(send(without, cleo, 'form.answer', cleos))?.ok).toBe(true);
  });

  test('[F6] once the form is locked, organisers alone change answers, until it is unlocked', () => {
    const locked = through(answered, [ada, 'form.lock', {}]);
    const region = { person: cleo, region: 'Bavaria' };
    expect(last(send(locked, cleo, 'form.answer', region))).toEqual(refused('form.is-locked'));
    expect(last(send(locked, ada, 'form.answer', region))?.ok).toBe(true);
    expect(last(send(locked, cleo, 'people.describe', { person: cleo, vision: 'Trees' }))).toEqual(
      refused('people.answers-locked'),
    );
    const open = through(
      locked,
      [ada, 'form.unlock', {}],
      [cleo, 'people.describe', { person: cleo, vision: 'Trees' }],
    );
    expect(last(send(open, cleo, 'form.answer', region))?.ok).toBe(true);
    expect((open.state.people as People)[cleo]).toMatchObject({ vision: 'Trees', languages: ['en'], needs: [] });
    expect(send(locked, ada, 'form.lock', {}).log.length).toBe(locked.log.length);
  });

  test('[F6] nobody but an organiser answers for others, and nobody for strangers', () => {
    for (const by of [ben, dina]) expect(last(send(asked, by, 'form.answer', cleos))).toEqual(refused('not-permitted'));
    const stranger = { person: sampleIds[6], region: 'Nowhere' };
    expect(last(send(asked, ada, 'form.answer', stranger))).toEqual(refused('form.unknown-person'));
  });

  test('[F7] what does not fit its question is refused', () => {
    const say = (field: string, value: unknown) =>
      last(send(asked, cleo, 'form.answer', { person: cleo, fields: [{ field, value }] }));
    expect(say('f2', 'twelve')).toEqual(refused('form.unfit'));
    expect(say('f1', 1)).toEqual(refused('form.unfit'));
    for (const [field, value] of [
      ['f1', 'a9'],
      ['f9', 'what?'],
    ] as const)
      expect(say(field, value)).toEqual(refused('form.unknown'));
    expect(last(send(asked, cleo, 'form.answer', { person: cleo, needs: ['n9'] }))).toEqual(refused('form.unknown'));
  });

  test('[F9] the answers of several people are taken together or not at all', () => {
    const bens = { person: ben, region: 'Irbid Governorate' };
    const filled = send(asked, ada, 'form.fill', { answers: [cleos, bens] });
    expect(formOf(filled).answers).toMatchObject({
      [cleo]: { region: 'Rhineland' },
      [ben]: { region: 'Irbid Governorate' },
    });
    const bad = send(asked, ada, 'form.fill', { answers: [cleos, { person: ben, needs: ['n9'] }] });
    expect(last(bad)).toEqual(refused('form.unknown'));
    expect(bad.state).toBe(asked.state);
    const all = (count: number) => ({ answers: Array(count).fill(bens) });
    expect(last(send(asked, ada, 'form.fill', all(limits.peoplePerImport)))?.ok).toBe(true);
    expect(last(send(asked, ada, 'form.fill', all(limits.peoplePerImport + 1)))).toEqual(refused('malformed'));
  });
});
