import { describe, expect, test } from 'vitest';
import { attempt, founding, messagesOf, personInput, play, sessionInput } from './dialogue.samples.ts';
import { dialogueRules as rules } from './dialogue.ts';
import { ada } from './kernel/messages.samples.ts';
import { limits } from './limits.ts';
import { messages } from './people/people.messages.ts';

const id = (at: number) => `${String(at).padStart(8, '0')}-2222-4000-8000-000000000000`;

describe('limits', () => {
  test.each(messagesOf(rules))('%s takes as many bytes as its table says, not one more', (kind, { bytes }) => {
    expect(rules.parse(kind, null, bytes)).toEqual({ ok: false, refusal: 'malformed' });
    expect(rules.parse(kind, null, bytes + 1)).toEqual({ ok: false, refusal: 'too-large' });
    expect(bytes).toBeLessThanOrEqual(limits.commandBytes);
  });

  test('one command adds as many people as an import sends at once, not one more', () => {
    const some = (count: number) =>
      Array.from({ length: count }, (_, at) => personInput(id(at), `P${at}`, { email: '' }));
    expect(messages.add.input.safeParse({ people: some(limits.peoplePerImport) }).success).toBe(true);
    expect(messages.add.input.safeParse({ people: some(limits.peoplePerImport + 1) }).success).toBe(false);
  });

  test('a dialogue has as many sessions as the limit says, not one more', () => {
    const plans = Array.from({ length: limits.sessionsPerDialogue }, (_, at) => ({
      by: ada,
      kind: 'sessions.plan',
      input: sessionInput(id(at)),
      at: 2e12,
    }));
    const full = play(rules, [...founding, ...plans]);
    const { outcomes } = attempt(
      rules,
      { by: ada, kind: 'sessions.plan', input: sessionInput(id(99)), at: 2e12 },
      full,
    );
    expect(outcomes.at(-1)).toEqual({ ok: false, refusal: 'sessions.full' });
  });
});
