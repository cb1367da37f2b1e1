import { mergedInto } from '@multaqa/shared/facilitate/board/scene/merged';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import type { Thing, ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
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
export function ownersOf(thing: Thing, { board, personOf }: Pick<Meeting, 'board' | 'personOf'>): string[] {
  const parts = partsIn(board.scene()).get(thing.id) ?? [];
  return [...new Set([thing, ...parts].flatMap(({ by, client }) => by ?? personOf(client) ?? []))];
}

const known = new WeakMap<Scene, ReadonlyMap<ThingId, Thing[]>>();

/** What was merged into each note of a scene; read once, however many ask. */
function partsIn(scene: Scene): ReadonlyMap<ThingId, Thing[]> {
  const before = known.get(scene);
  if (before) return before;
  const parts = new Map<ThingId, Thing[]>();
  for (const thing of scene.values()) {
    const into = mergedInto(scene, thing);
    if (into) parts.set(into.id, [...(parts.get(into.id) ?? []), thing]);
  }
  known.set(scene, parts);
  return parts;
}
