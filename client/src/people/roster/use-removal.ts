import { limits } from '@multaqa/shared/limits';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import { offerUndo } from '../../design/toasts.tsx';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { useText } from './texts.ts';

/** Removes people from the dialogue and offers them back for a while. */
export function useRemoval(): (people: readonly Pick<PersonCard, 'person' | 'name'>[]) => Promise<void> {
  const text = useText();
  const send = useCommand();
  return async people => {
    const removed: string[] = [];
    for (let at = 0; at < people.length; at += limits.peoplePerImport) {
      const some = people.slice(at, at + limits.peoplePerImport).map(({ person }) => person);
      const ack = await send('people.remove', { people: some });
      if (ack.ok) removed.push(...some);
    }
    const [first] = people;
    if (removed.length === 0 || !first) return;
    offerUndo({
      message:
        removed.length === 1
          ? text('roster.removed-one', { name: first.name ?? text('common.nameless') })
          : text('roster.removed', { count: removed.length }),
      label: text('common.undo'),
      undo: () => {
        for (let at = 0; at < removed.length; at += limits.peoplePerImport)
          void send('people.restore', { people: removed.slice(at, at + limits.peoplePerImport) });
      },
    });
  };
}
