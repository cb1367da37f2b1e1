import { mergedInto } from '@multaqa/shared/facilitate/board/scene/merged';
import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { type Meeting, useMeeting } from './meeting.ts';
import styles from './ThingMark.module.css';

/** Who wrote a thing, and everything that was merged into it. */
export function WhoWrote({ thing }: { thing: Thing }) {
  const meeting = useMeeting();
  const people = useView(view => view.people);
  const names = ownersOf(thing, meeting).flatMap(person => people[person]?.name ?? []);
  if (names.length === 0) return null;
  return (
    <span className={styles.who} title={names.join(', ')}>
      {names.map(name => (
        <bdi key={name}>{name}</bdi>
      ))}
    </span>
  );
}

/** The people of a thing and of its parts, each once. */
function ownersOf(thing: Thing, { board, personOf }: Pick<Meeting, 'board' | 'personOf'>): string[] {
  const scene = board.scene();
  const parts = thing.kind === 'note' ? [...scene.values()].filter(one => mergedInto(scene, one)?.id === thing.id) : [];
  return [...new Set([thing, ...parts].flatMap(({ by, client }) => by ?? personOf(client) ?? []))];
}
