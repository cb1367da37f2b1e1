import type { RuleContext } from './context.ts';
import type { MessageSpec, Scope } from './messages.ts';

/**
 * Null when the actor may do this here and now; everything that the table does not allow is refused. A role that is held
 * in one room reaches no further than that room.
 */
export function permit(
  spec: Pick<MessageSpec, 'by' | 'phases'>,
  input: unknown,
  context: Pick<RuleContext, 'actor' | 'phase' | 'isOpenRoom' | 'roleIn'>,
): 'not-permitted' | 'not-now' | null {
  const { actor } = context;
  const { person, room } = input as { person?: string; room?: string };
  const scopes =
    actor === 'engine' ? [spec.by.engine] : [spec.by[actor.role], room && scopeIn(room, spec, actor, context)];
  const given = scopes.filter(scope => !!scope) as Scope[];
  if (given.length === 0) return 'not-permitted';
  if (!spec.phases.includes(context.phase)) return 'not-now';
  return given.some(scope => reaches(scope, { person, room }, context)) ? null : 'not-permitted';
}

/** How far a role that somebody holds in one room lets them reach there. */
function scopeIn(
  room: string,
  { by }: Pick<MessageSpec, 'by'>,
  actor: Exclude<RuleContext['actor'], 'engine'>,
  { roleIn }: Pick<RuleContext, 'roleIn'>,
): 'own-room' | 'any-room' | null {
  const role = roleIn(actor.person, room);
  const scope = role && role !== actor.role ? by[role] : undefined;
  return scope === 'own-room' || scope === 'any-room' ? scope : null;
}

function reaches(
  scope: Scope,
  { person, room }: { person?: string | undefined; room?: string | undefined },
  { actor, isOpenRoom }: Pick<RuleContext, 'actor' | 'isOpenRoom'>,
): boolean {
  if (scope === 'dialogue' || actor === 'engine') return true;
  switch (scope) {
    case 'self':
      return person === actor.person;
    case 'own-room':
      return room !== undefined && room === actor.place?.room;
    case 'any-room':
      return room !== undefined && isOpenRoom(room);
  }
}
