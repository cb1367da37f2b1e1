import type { FormView } from '@multaqa/shared/people/form/form.rules';
import type { PeopleView } from '@multaqa/shared/people/people.view';
import type { Ack } from '@multaqa/shared/protocol';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import type { CheckedRow } from './import-rows.ts';
import { additionsOf, answersOf, portioned, type Update, updatesOf } from './portions.ts';

/** What has arrived of an import. */
export type Arrived = {
  /** Who was added, and who is complete: their answers have arrived as well. */
  added: ReadonlySet<string>;
  complete: ReadonlySet<string>;
  updated: readonly Update[];
  /** Why the rest has not arrived; null when everything has. */
  refused: Extract<Ack, { ok: false }> | null;
};

type Import = {
  run(rows: readonly CheckedRow[], people: PeopleView, form: FormView, told: (done: number) => void): Promise<Arrived>;
  undo(arrived: Arrived): void;
};

/** Sends the good rows: who is added first, then what changes on cards that are there, then all answers. The first refusal ends it. */
export function useImport(): Import {
  const send = useCommand();
  const quietly = { forgetRefusal: true };

  return {
    async run(rows, people, form, told) {
      const [added, changed, complete] = [new Set<string>(), new Set<string>(), new Set<string>()];
      const updates = updatesOf(rows, people, form);
      const note = (set: Set<string>) => (people: readonly { person: string }[]) => {
        for (const { person } of people) set.add(person);
        told(added.size + changed.size);
      };
      const answers = () => [
        ...answersOf(rows, form).filter(({ person }) => added.has(person)),
        ...updates.flatMap(({ answer }) => answer ?? []),
      ];
      // Whoever the list changes nothing of is up to date at once.
      note(changed)(updates.filter(({ card }) => card === null));
      const refused =
        (await each(portioned(additionsOf(rows)), people => send('people.add', { people }, quietly), note(added))) ??
        (await each(
          updates.flatMap(({ card }) => (card ? [card] : [])),
          card => send('people.edit', card, quietly),
          card => note(changed)([card]),
        )) ??
        (await each(portioned(answers()), some => send('form.fill', { answers: some }, quietly), note(complete)));
      const isSilent = (person: string) => !answers().some(answer => answer.person === person);
      for (const person of [...added, ...changed]) if (!refused || isSilent(person)) complete.add(person);
      return { added, complete, refused, updated: updates.filter(({ person }) => changed.has(person)) };
    },

    undo({ added, updated }) {
      for (const portion of portioned([...added])) void send('people.remove', { people: portion });
      for (const { before } of updated) if (before.card) void send('people.edit', before.card);
      for (const portion of portioned(updated.flatMap(({ before }) => before.answer ?? [])))
        void send('form.fill', { answers: portion });
    },
  };
}

/** Sends one after the other until one is refused, and notes those that have arrived; resolves with the refusal. */
async function each<Item>(
  items: readonly Item[],
  send: (item: Item) => Promise<Ack>,
  note: (item: Item) => void,
): Promise<Arrived['refused']> {
  for (const item of items) {
    const ack = await send(item);
    if (!ack.ok) return ack;
    note(item);
  }
  return null;
}
