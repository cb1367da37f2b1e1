import type { Editor } from '@tiptap/core';
import type { Awareness } from 'y-protocols/awareness';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { type Face, Faces } from '../../../documents/Faces.tsx';
import { useText } from '../editor/texts.ts';
import { useFollowing } from './use-following.ts';
import { useOthers } from './use-others.ts';

type Props = { editor: Editor; awareness: Awareness; me: string; noteTaker: string | null };

/** How many faces have room in a narrow panel. */
const most = 3;

/** Who else has the notes open. Whoever is pressed is followed: the text scrolls along with their caret. */
export function WhoIsHere({ editor, awareness, me, noteTaker }: Props) {
  const text = useText();
  const others = useOthers(awareness, me);
  const { followed, follow } = useFollowing(editor, awareness);
  const people = useView(view => view.people);
  if (others.length === 0) return null;
  const sorted = [...others].sort((one, other) => Number(other === noteTaker) - Number(one === noteTaker));
  const faces = sorted.map((person): Face => {
    const name = people[person]?.name || text('common.nameless');
    return person === noteTaker
      ? { person, name, words: text('here.follow.note-taker', { name }), ring: 'quiet' }
      : { person, name, words: text('here.follow', { name }) };
  });
  return (
    <Faces
      label={text('here.label')}
      faces={faces}
      room={most}
      more={count => text('here.more', { count })}
      followed={followed}
      onFollow={follow}
    />
  );
}
