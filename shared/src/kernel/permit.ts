import type { MessageSpec } from './messages.ts';
import type { Scene } from './scene.ts';

/** Null when the actor may do this here and now; everything that the table does not allow is refused. */
export function permit(
  spec: Pick<MessageSpec, 'by' | 'phases'>,
  input: unknown,
  scene: Pick<Scene, 'actor' | 'phase' | 'isOpenRoom'>,
): 'not-permitted' | 'not-now' | null {
  const { actor } = scene;
  const scope = actor === 'engine' ? spec.by.engine : spec.by[actor.role];
  if (!scope) return 'not-permitted';
  if (!spec.phases.includes(scene.phase)) return 'not-now';
  if (scope === 'dialogue' || actor === 'engine') return null;
  const { person, room } = input as { person?: string; room?: string };
  switch (scope) {
    case 'self':
      return person === actor.person ? null : 'not-permitted';
    case 'own-room':
      return room !== undefined && room === actor.place?.room ? null : 'not-permitted';
    case 'any-room':
      return room !== undefined && scene.isOpenRoom(room) ? null : 'not-permitted';
  }
}
