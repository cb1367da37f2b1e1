import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, type Play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import type { State } from '../../kernel/composition.ts';
import { roles } from '../../kernel/messages.ts';
import { limits } from '../../limits.ts';
import { type People, roleOf } from '../people.state.ts';
import { currentAnswers, type Form, fieldsEver, needsEver, noAnswers } from './form.state.ts';

const formOf = (state: State) => state.form as Form;
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function steps(holds: (before: Play, after: Play, sent: Sent) => void): void {
  fc.assert(
    fc.property(commandsOf(rules, 45, 'form'), (sent: Sent[]) => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        const after = playRandom(rules, [one], before);
        holds(before, after, one);
        before = after;
      }
    }),
    { numRuns: 60 },
  );
}

const added = (before: Play, after: Play) => after.log.slice(before.log.length);

describe('whatever is sent', () => {
  test('[F1] organisers alone decide what is asked', () => {
    steps((before, after) => {
      for (const { kind, actor } of added(before, after)) {
        if (!kind.startsWith('form.') || kind === 'form.answered') continue;
        expect(roleOf(before.state.people as People, String(actor))).toBe('organiser');
      }
    });
  });

  test('[F1] [F8] everybody sees what is asked; hosts see everybody’s answers, the others their own', () => {
    steps((_, { state }) => {
      const form = formOf(state);
      for (const role of roles) {
        const view = slices.form.view(form, { role, place: null, watches: [] });
        expect(view).toMatchObject({ status: form.status, needs: form.needs, fields: form.fields });
        const isHost = role === 'organiser' || role === 'facilitator';
        expect(view.answers).toEqual(isHost ? form.answers : undefined);
      }
      for (const person of Object.keys(state.people as People)) {
        const own = slices.form.own?.(form, person, { role: 'participant', place: null, watches: [] });
        expect(own).toEqual(form.answers[person] ?? noAnswers);
      }
    });
  });

  test('[F2] no id is ever given twice, and none vanishes', () => {
    steps((before, after) => {
      const [then, now] = [formOf(before.state), formOf(after.state)];
      const [needs, fields] = [idsOf(needsEver(now)), idsOf(fieldsEver(now))];
      expect(new Set(needs).size).toBe(needs.length);
      expect(new Set(fields).size).toBe(fields.length);
      for (const id of idsOf(needsEver(then))) expect(needs).toContain(id);
      for (const field of fieldsEver(then)) {
        const same = fieldsEver(now).find(({ id }) => id === field.id);
        expect(same?.kind).toBe(field.kind);
        const choices = idsOf([...(same?.choices ?? []), ...(same?.dropped ?? [])]);
        expect(new Set(choices).size).toBe(choices.length);
        for (const id of idsOf([...field.choices, ...field.dropped])) expect(choices).toContain(id);
      }
    });
  });

  test('[F3] the list of needs and the number of questions have an end', () => {
    steps((_, { state }) => {
      const { needs, fields } = formOf(state);
      expect(needs.length).toBeLessThanOrEqual(limits.needsListed);
      expect(fields.length).toBeLessThanOrEqual(limits.ownQuestions);
    });
  });

  test('[F4] what is no longer asked keeps its answers, and they count again when it is asked again', () => {
    steps((before, after, { kind }) => {
      const [then, now] = [formOf(before.state), formOf(after.state)];
      if (kind !== 'form.answer' && kind !== 'form.fill') expect(now.answers).toBe(then.answers);
      for (const [person, { needs }] of Object.entries(then.answers)) {
        const kept = needs.filter(id => !idsOf(then.needs).includes(id));
        for (const id of kept) expect(now.answers[person]?.needs).toContain(id);
      }
      for (const given of Object.values(now.answers)) {
        expect(given.needs.filter(id => idsOf(now.needs).includes(id)).sort()).toEqual(
          [...currentAnswers(now, given).needs].sort(),
        );
      }
    });
  });

  test('[F5] an answer says what it changes, everything else stays', () => {
    steps((before, after) => {
      const changes = added(before, after).filter(({ kind }) => kind === 'form.answered');
      const [only] = changes;
      if (!only || changes.length > 1) return;
      const { person, fields = [], ...said } = only.data as { person: string; fields?: { field: string }[] };
      const then = formOf(before.state).answers[person] ?? noAnswers;
      const now = formOf(after.state).answers[person] ?? noAnswers;
      for (const key of ['region', 'townSize', 'needs'] as const)
        if (!(key in said)) expect(now[key]).toEqual(then[key]);
      const named = fields.map(({ field }) => field);
      const others = (values: object) => Object.entries(values).filter(([id]) => !named.includes(id));
      expect(others(now.fields)).toEqual(others(then.fields));
      expect(now.answeredAt).toBe(only.at);
    });
  });

  test('[F6] people answer for themselves while the form is open, organisers for everybody', () => {
    steps((before, after) => {
      for (const { kind, data, actor } of added(before, after)) {
        if (kind !== 'form.answered' && kind !== 'people.described') continue;
        const isOwn = (data as { person: string }).person === actor && formOf(before.state).status === 'open';
        expect(isOwn || roleOf(before.state.people as People, String(actor)) === 'organiser').toBe(true);
      }
    });
  });

  test('[F7] an answer fits its question', () => {
    steps((_, { state }) => {
      const form = formOf(state);
      for (const { needs, fields } of Object.values(form.answers)) {
        for (const need of needs) expect(idsOf(needsEver(form))).toContain(need);
        for (const [id, value] of Object.entries(fields)) {
          const question = fieldsEver(form).find(field => field.id === id);
          expect(typeof value).toBe(question?.kind === 'number' ? 'number' : 'string');
          if (question?.kind === 'choice') expect(idsOf([...question.choices, ...question.dropped])).toContain(value);
        }
      }
    });
  });
});
