import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleContext } from './context.ts';
import { ada, ben } from './messages.samples.ts';
import { type By, phases, type Role, roles, type Scope } from './messages.ts';
import { permit } from './permit.ts';

const [own, other, closed] = ['own', 'other', 'closed'];
const scopes = ['self', 'own-room', 'any-room', 'dialogue'] as const satisfies Scope[];

const scope = fc.constantFrom(...scopes);
const table: fc.Arbitrary<By> = fc.dictionary(fc.constantFrom(...roles, 'engine' as const), scope);
const role = fc.constantFrom(...roles);
const room = fc.constantFrom(own, other, closed);

type Case = {
  by: By;
  role: Role;
  roomRole: Role | null;
  input: { person?: string; room?: string };
  seat: string | null;
};
const cases: fc.Arbitrary<Case> = fc.record({
  by: table,
  role,
  roomRole: fc.option(fc.constantFrom<Role>('facilitator', 'note-taker')),
  input: fc.record(
    { person: fc.constantFrom(ada, ben), room: room as fc.Arbitrary<string> },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Case['input']>,
  seat: fc.option(room as fc.Arbitrary<string>),
});

/** Ada acts, with a role in the dialogue and perhaps a higher one in the room `other`; two rooms are open. */
function contextOf({
  role: held,
  roomRole,
  seat,
}: Case): Pick<RuleContext, 'actor' | 'phase' | 'isOpenRoom' | 'roleIn'> {
  return {
    actor: { person: ada, role: held, place: seat === null ? null : { session: 'session', room: seat } },
    phase: 'live',
    isOpenRoom: one => one === own || one === other,
    roleIn: (_, one) => (one === other && roomRole ? roomRole : held),
  };
}

/** What a scope means, said a second time: the room or person that the input names is within reach. */
function isWithin(reach: Scope | undefined, { input, seat }: Case): boolean {
  if (reach === undefined) return false;
  const reaches: Record<Scope, boolean> = {
    dialogue: true,
    self: input.person === ada,
    'own-room': input.room !== undefined && input.room === seat,
    'any-room': input.room === own || input.room === other,
  };
  return reaches[reach];
}

describe('permission', () => {
  test('is given by the table and nothing else: an absent role is refused', () => {
    fc.assert(
      fc.property(cases, one => {
        const result = permit({ by: {}, phases }, one.input, contextOf(one));
        expect(result).toBe('not-permitted');
      }),
    );
  });

  test('reaches as far as the scope of the role says, and a role of one room no further than that room', () => {
    fc.assert(
      fc.property(cases, one => {
        const byRole = isWithin(one.by[one.role], one);
        const inRoom =
          one.roomRole && one.input.room === other && one.roomRole !== one.role ? one.by[one.roomRole] : undefined;
        const byRoomRole = (inRoom === 'own-room' || inRoom === 'any-room') && isWithin(inRoom, one);
        const result = permit({ by: one.by, phases }, one.input, contextOf(one));
        expect(result === null).toBe(byRole || byRoomRole);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a role of one room never reaches the dialogue, or what is said of oneself', () => {
    for (const reach of ['dialogue', 'self'] as const) {
      const one: Case = {
        by: { facilitator: reach },
        role: 'participant',
        roomRole: 'facilitator',
        input: { person: ada, room: other },
        seat: other,
      };
      expect(permit({ by: one.by, phases }, one.input, contextOf(one))).toBe('not-permitted');
    }
  });

  test('outside its phases a command is refused as not now, to whom it is permitted, and as not permitted to others', () => {
    fc.assert(
      fc.property(cases, one => {
        const inPhase = permit({ by: one.by, phases: ['live'] }, one.input, contextOf(one));
        const outOfPhase = permit({ by: one.by, phases: ['ended'] }, one.input, contextOf(one));
        if (inPhase === null) expect(outOfPhase).toBe('not-now');
        if (one.by[one.role] === undefined && one.roomRole === null) expect(outOfPhase).toBe('not-permitted');
      }),
    );
  });

  test('the engine does what the table gives to the engine, whatever the input names', () => {
    fc.assert(
      fc.property(cases, one => {
        const context = { ...contextOf(one), actor: 'engine' as const };
        const given = one.by.engine !== undefined;
        expect(permit({ by: one.by, phases }, one.input, context) === null).toBe(given);
      }),
    );
  });

  test('every scope is tried', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, ({ by }) => {
        for (const one of Object.values(by)) seen.add(one);
      }),
    );
    expect([...seen].sort()).toEqual([...scopes].sort());
  });
});
