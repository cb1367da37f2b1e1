import { describe, expect, test } from 'vitest';
import { attempt, firstRoom, inBreakouts, personInput, play, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules } from '../../dialogue.ts';
import { ada, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { type OwnQuestions, questions } from './questions.rules.ts';
import { questionInput, ruleInput } from './questions.samples.ts';
import type { QuestionsView, RoomQuestions } from './questions.view.ts';

const [session = ''] = sampleSessions;
const plenary = `${session}/plenary`;
const [, , , , one = '', two = '', three = ''] = sampleIds;
// Cleo is in the first breakout, Ben in the second, Ada in the plenary.
const begun = play(rules, inBreakouts);
type At = typeof begun;
const send = (from: At, by: Sent['by'], name: string, input: object) =>
  attempt(rules, { by, kind: `questions.${name}`, input, at: 1_700_000_000_000 }, from);
const ask = (from: At, by: string, question: string, more: object = {}, room: string = firstRoom) =>
  send(from, by, 'ask', questionInput(room, question, more));
const of = (question: string, more: object = {}) => ({ room: firstRoom, question, ...more });
const last = ({ outcomes }: At) => outcomes.at(-1);
const refused = (refusal: string) => ({ ok: false, refusal });

function seen(from: At, person: string): { [room: string]: RoomQuestions } {
  const audience = rules.audienceOf(from.state, person);
  if (!audience) throw new Error('nobody is looking');
  return (rules.viewOf(from.state, questions, audience) as QuestionsView).rooms;
}
const own = (from: At, person: string) => rules.ownOf(from.state, person).questions as OwnQuestions;
/** Ada looks into the first breakout besides. */
const watched = (from: At) =>
  attempt(
    rules,
    { by: ada, kind: 'sessions.watch', input: { room: firstRoom, on: true }, at: 1_700_000_000_000 },
    from,
  );

describe('questions', () => {
  test('[Q3] a nameless question names nobody to anybody, and is one’s own to who asked it', () => {
    const asked = watched(ask(begun, cleo, one, { names: 'anonymous' }));
    for (const person of [ada, cleo])
      expect(seen(asked, person)[firstRoom]?.questions[one]).toMatchObject({ asker: null });
    expect(own(asked, cleo)).toMatchObject({ asked: [{ question: one, names: 'anonymous' }], supported: [one] });
    expect(JSON.stringify(own(asked, ada))).not.toContain(one);
    const all = rules.ask(asked.state, ada, 'questions.all', { session }, 0);
    expect(all).toMatchObject({ ok: true, answer: [{ question: one, asker: null, support: 1 }] });
    expect(JSON.stringify(all)).not.toContain(cleo);
    expect(JSON.stringify(questions.outcome?.(asked.state.questions as never))).not.toContain(cleo);
  });

  test('[Q4] where hosts look first, the room sees a question once one of them has approved it', () => {
    const ruled = send(begun, ada, 'rule', ruleInput(session, { review: 'first' }));
    const asked = watched(ask(ruled, cleo, one));
    expect(seen(asked, cleo)[firstRoom]?.questions).toEqual({});
    expect(own(asked, cleo).asked).toMatchObject([{ question: one, standing: { status: 'waiting' } }]);
    expect(seen(asked, ada)[firstRoom]?.questions[one]).toMatchObject({ standing: { status: 'waiting' } });
    expect(last(send(asked, cleo, 'approve', of(one)))).toEqual(refused('not-permitted'));
    const declined = send(asked, ada, 'decline', of(one, { reason: 'Asked before' }));
    expect(own(declined, cleo).asked).toMatchObject([{ standing: { status: 'declined', reason: 'Asked before' } }]);
    expect(seen(declined, cleo)[firstRoom]?.questions).toEqual({});
    const approved = send(declined, ada, 'approve', of(one));
    expect(seen(approved, cleo)[firstRoom]?.questions[one]).toMatchObject({ standing: { status: 'open' } });
    // What hosts ask need not wait for them.
    expect(last(ask(ruled, ada, two))).toMatchObject({ ok: true, facts: [{ data: { review: 'open' } }] });
  });

  test('[Q2] who supports two questions counts once when they are merged, and takes back both', () => {
    const asked = ask(ask(begun, cleo, one), ada, two);
    const both = send(asked, cleo, 'support', of(two, { on: true }));
    const merged = send(both, ada, 'merge', of(one, { others: [two] }));
    expect(seen(merged, cleo)[firstRoom]?.questions).toMatchObject({
      [one]: { support: 2, merged: [{ question: two }] },
    });
    expect(own(merged, cleo).supported).toEqual([one]);
    const late = send(merged, cleo, 'support', of(two, { on: true }));
    expect(last(late)).toEqual({ ok: true, facts: [] });
    const back = send(merged, cleo, 'support', of(two, { on: false }));
    expect(seen(back, cleo)[firstRoom]?.questions[one]?.support).toBe(1);
  });

  test('[Q7] a question that is sent says where it came from, and takes along what was merged into it', () => {
    const merged = send(ask(ask(begun, cleo, one), ada, two), ada, 'merge', of(one, { others: [two] }));
    const pinned = send(merged, ada, 'pin', of(one, { on: true }));
    const sent = send(pinned, ada, 'send', of(one, { to: plenary }));
    expect(seen(sent, cleo)[firstRoom]?.questions).toEqual({});
    expect(seen(sent, ada)[plenary]?.questions).toMatchObject({
      [one]: { from: firstRoom, standing: { status: 'open' }, merged: [{ question: two }] },
    });
    for (const to of [firstRoom, `${session}/lobby`, `${two}/plenary`])
      expect(last(send(merged, ada, 'send', of(one, { to })))).toEqual(refused('questions.no-room'));
  });

  test('[Q8] what was merged into a question stands alone again when that is withdrawn', () => {
    const merged = send(ask(ask(begun, cleo, one), ada, two), ada, 'merge', of(one, { others: [two] }));
    const gone = send(merged, cleo, 'withdraw', of(one));
    expect(Object.keys(seen(gone, cleo)[firstRoom]?.questions ?? {})).toEqual([two]);
    const again = send(gone, cleo, 'restore', of(one));
    expect(Object.keys(seen(again, cleo)[firstRoom]?.questions ?? {}).sort()).toEqual([one, two]);
    expect(last(send(gone, ada, 'restore', of(one)))).toEqual(refused('questions.not-yours'));
  });

  test('a merged question that was withdrawn is not merged again into one that has gone', () => {
    const merged = send(ask(ask(begun, ada, one), cleo, two), ada, 'merge', of(one, { others: [two] }));
    const both = send(send(merged, cleo, 'withdraw', of(two)), ada, 'withdraw', of(one));
    const again = send(both, cleo, 'restore', of(two));
    expect(seen(again, cleo)[firstRoom]?.questions).toMatchObject({ [two]: { standing: { status: 'open' } } });
  });

  test('[Q5] what is answered is supported by nobody any more until it is opened again', () => {
    const answered = send(ask(begun, ada, one), ada, 'answer', of(one, { answer: 'The district' }));
    expect(seen(answered, cleo)[firstRoom]?.questions[one]).toMatchObject({
      standing: { status: 'answered', answer: 'The district', by: ada, answeredAt: 1_700_000_000_000 },
    });
    expect(last(send(answered, cleo, 'support', of(one, { on: true })))).toEqual(refused('questions.changed'));
    const open = send(answered, ada, 'reopen', of(one));
    expect(last(send(open, cleo, 'support', of(one, { on: true })))?.ok).toBe(true);
  });

  test('[Q9] whoever does not host asks as many questions as the limit says, not one more', () => {
    const ids = Array.from(
      { length: limits.questionsPerPerson + 1 },
      (_, at) => `${String(at).padStart(8, '0')}-1111-4000-8000-000000000000`,
    );
    const full = ids.slice(1).reduce((from, id) => ask(from, cleo, id), begun);
    expect(last(full)?.ok).toBe(true);
    expect(last(ask(full, cleo, ids[0] ?? ''))).toEqual(refused('questions.enough'));
  });

  test('a question holds as many characters as its limit says, not one more', () => {
    expect(last(ask(begun, cleo, one, { text: 'ي'.repeat(limits.askedGraphemes) }))?.ok).toBe(true);
    expect(last(ask(begun, cleo, one, { text: 'ي'.repeat(limits.askedGraphemes + 1) }))).toEqual(refused('malformed'));
  });

  test('whoever waits in the lobby sees no questions and asks none', () => {
    const asked = ask(begun, ada, three, {}, plenary);
    const edit = { by: ada, kind: 'people.edit', input: personInput(dina, 'Dina'), at: 1_700_000_000_000 };
    const enter = { by: dina, kind: 'sessions.enter', input: { session }, at: 1_700_000_000_000 };
    const waits = [edit, enter].reduce<At>((from, one) => attempt(rules, one, from), asked);
    expect(seen(waits, dina)).toEqual({});
    expect(last(ask(waits, dina, one, {}, `${session}/lobby`))).toEqual(refused('questions.not-here'));
  });
});
