import type { Ack } from '@multaqa/shared/protocol';
import { useCallback, useMemo, useState } from 'react';
import { useCommand, useConnection, useMe, useOutbox, useOwn, useView } from '../../dialogue/use-dialogue.ts';
import { afterCommand, type Change, commandOf, namesIn } from './answer-commands.ts';
import { type AnswerValues, valuesOf } from './answer-values.ts';

/** How the saving of one answer stands: on its way, kept on this device until there is a connection, or safe. */
export type Saving = 'still' | 'saving' | 'kept' | 'saved';

/** Where answers stand and go: one's own in the dialogue, or nowhere, for a look at the form. */
export type AnswerBook = {
  values: AnswerValues;
  isReadOnly: boolean;
  /** How the saving of an answer stands, by its name or the id of its question. */
  savingOf(name: string): Saving;
  /** Saves a change; null when the rules would not take it as it is. */
  save(change: Change): Promise<Ack> | null;
};

/** One's own answers, with those that are still on their way. */
export function useOwnAnswers(): AnswerBook {
  const { person, role } = useMe();
  const send = useCommand();
  const asked = useView(view => view.form);
  const isOver = useView(({ about }) => about.status === 'ended');
  const languages = useView(view => view.people[person]?.languages ?? []);
  const words = useOwn(own => own.people);
  const answers = useOwn(own => own.form);
  const { status: connection } = useConnection();
  const pending = useOutbox(items =>
    items.filter(
      ({ kind, input, state }) =>
        state !== 'refused' &&
        (kind === 'form.answer' || kind === 'people.describe') &&
        (input as { person: string }).person === person,
    ),
  );
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());

  const values = useMemo(
    () => pending.reduce(afterCommand, valuesOf({ languages, ...words }, asked, answers)),
    [languages, words, asked, answers, pending],
  );
  const onTheWay = new Set(pending.flatMap(namesIn));

  const save = useCallback(
    (change: Change) => {
      const command = commandOf(person, change);
      if (!command) return null;
      setTouched(before => new Set([...before, ...namesIn(command)]));
      return command.kind === 'form.answer'
        ? send(command.kind, command.input, { forgetRefusal: true })
        : send(command.kind, command.input, { forgetRefusal: true });
    },
    [send, person],
  );

  return {
    values,
    isReadOnly: isOver || (asked.status === 'locked' && role !== 'organiser'),
    savingOf(name) {
      if (onTheWay.has(name)) return connection === 'on' ? 'saving' : 'kept';
      return touched.has(name) ? 'saved' : 'still';
    },
    save,
  };
}

/** Answers that go nowhere, so that an organiser sees the form as others do. */
export function useTrialAnswers(): AnswerBook {
  const languages = useView(({ about }) => (about.status === 'unborn' ? [] : about.languages));
  const asked = useView(view => view.form);
  const [tried, setTried] = useState<readonly { kind: string; input: unknown }[]>([]);
  const { person } = useMe();
  return {
    values: tried.reduce(afterCommand, valuesOf({ languages: languages.slice(0, 1) }, asked)),
    isReadOnly: false,
    savingOf: () => 'still',
    save(change) {
      const command = commandOf(person, change);
      if (!command) return null;
      setTried(before => [...before, command]);
      return Promise.resolve({ ok: true, seq: 0 });
    },
  };
}
