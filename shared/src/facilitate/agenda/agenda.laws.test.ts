import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attempt, beginning, commandsOf, type Play, play, playRandom, type Sent } from '../../dialogue.samples.ts';
import { dialogueRules as rules, slices } from '../../dialogue.ts';
import type { Audience } from '../../kernel/context.ts';
import { ada, ben, cleo, dina, sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { blockInput } from './agenda.samples.ts';
import { type Agenda, agendaIn, type SessionAgenda } from './agenda.state.ts';
import { leastOf } from './clock.ts';
import { blocksFrom, templateNames } from './templates.ts';

const slice = slices.agenda;
const [session = '', other = ''] = sampleSessions;
const room = `${session}/plenary`;
const stateOf = ({ state }: Pick<Play, 'state'>) => state.agenda as Agenda;
const everyAgenda = (play: Play): [string, SessionAgenda][] => Object.entries(stateOf(play));
const ofSlice = ({ log }: Play) => log.filter(({ kind }) => kind.startsWith('agenda.'));
const property = (holds: (play: Play) => void, numRuns = 120) =>
  fc.assert(
    fc.property(commandsOf(rules, 60, 'agenda'), sent => holds(playRandom(rules, sent))),
    { numRuns },
  );
const seen = (play: Pick<Play, 'state'>, role: Audience['role'], place: Audience['place']) =>
  slice.view(stateOf(play), { role, place, watches: [] });

const [one = '', two = '', item = ''] = [4, 5, 6].map(at => sampleIds[at]);
const sent = (by: string, kind: string, input: object, at = 2): Sent => ({ by, kind: `agenda.${kind}`, input, at });
const planned = [one, two].map(block => sent(ada, 'put', blockInput(session, block)));
const at = (name: string, block: string, when = 2) => sent(ada, name, { session, block }, when);
const from = (...steps: Sent[]) => play(rules, [...beginning, ...steps]);
const outcome = (before: Play, step: Sent) => attempt(rules, step, before).outcomes.at(-1);

describe('an agenda', () => {
  test('[A1] holds every block once in its order, and [A8] as many as the limit says', () => {
    property(play => {
      for (const [, { blocks, order }] of everyAgenda(play)) {
        expect([...order].sort()).toEqual(Object.keys(blocks).sort());
        const kept = Object.values(blocks).filter(({ status }) => status === 'kept');
        expect(kept.length).toBeLessThanOrEqual(limits.blocksPerSession);
      }
    });
  });

  test('[A1] gets a removed block back where it was', () => {
    const before = from(...planned);
    const after = play(rules, [at('remove', one), at('restore', one)], before);
    expect(agendaIn(stateOf(after), session).order).toEqual(agendaIn(stateOf(before), session).order);
    expect(agendaIn(stateOf(after), session).blocks).toEqual(agendaIn(stateOf(before), session).blocks);
  });

  test('[A2] has one block at a time: together they have taken the time since the first one began', () => {
    property(play => {
      const end = play.log.at(-1)?.at ?? 0;
      for (const [id, { taken, now }] of everyAgenda(play)) {
        let [whole, since] = [0, null as number | null];
        for (const { kind, data, at: when } of play.log) {
          if ((data as { session?: string }).session !== id) continue;
          if (kind === 'agenda.went') since ??= when;
          if (kind === 'agenda.stopped' && since !== null) {
            whole += when - since;
            since = null;
          }
        }
        const told = Object.values(taken).reduce((sum, ms) => sum + ms, 0) + (now ? end - now.since : 0);
        expect(told).toBe(whole + (since === null ? 0 : end - since));
      }
    });
  });

  test('[A2] stops with the session: nothing goes on in one that is not open', () => {
    property(({ state }) => {
      const open = state.sessions as Record<string, { status: string }>;
      for (const [id, { now }] of Object.entries(state.agenda as Agenda))
        if (open[id]?.status !== 'open') expect(now).toBeNull();
    });
  });

  test('[A3] a block that begins gets its planned time, or less, and half of it at least', () => {
    property(play => {
      const lengths = new Map<string, number>();
      for (const { kind, data, at: when } of ofSlice(play)) {
        const { session: of, block, minutes, endsAt } = data as Record<string, string & number>;
        if (kind === 'agenda.put') lengths.set(`${of} ${block}`, minutes ?? 0);
        if (kind !== 'agenda.went') continue;
        const given = ((endsAt ?? 0) - when) / 60_000;
        const length = lengths.get(`${of} ${block}`) ?? 0;
        expect(given).toBeLessThanOrEqual(length);
        expect(given).toBeGreaterThanOrEqual(leastOf(length));
      }
    });
  });

  test('[A4] is as before once the move to another block is taken back', () => {
    const before = from(...planned, at('go', one));
    const after = play(rules, [at('go', two, 60_000), at('back', two, 61_000)], before);
    const [then, now] = [before, after].map(each => agendaIn(stateOf(each), session));
    expect(now).toEqual({ ...then, taken: { [one]: 0 } });
  });

  test('[A5] counts as ready those alone who said so themselves for this block and are still there', () => {
    property(play => {
      const seats = Object.values(play.state.sessions as Record<string, { session: string; seats?: object }>);
      for (const [id, { ready, now }] of everyAgenda(play)) {
        const people = Object.keys(ready);
        if (!now) expect(people).toEqual([]);
        const here = seats.find(({ session: of }) => of === id)?.seats ?? {};
        for (const person of people) expect(here).toHaveProperty(person);
        const shown = seen(play, 'organiser', null).sessions[id];
        expect(shown?.ready).toBe(people.length);
        expect(seen(play, 'participant', { session: id, room: `${id}/plenary` }).sessions[id]?.ready).toBeNull();
        const { ready: _, parked: __, blocks: ___, taken: ____, ...rest } = shown ?? {};
        for (const person of people.filter(each => each !== now?.block && !shown?.order.includes(each)))
          expect(JSON.stringify(rest)).not.toContain(person);
      }
      for (const { kind, data, actor } of ofSlice(play))
        if (kind === 'agenda.readied' && (data as { on: boolean }).on)
          expect((data as { person: string }).person).toBe(actor);
    });
  });

  test('[A5] takes nobody’s word who waits in the lobby, or for a block that is over', () => {
    const going = from(...planned, at('go', one), {
      by: dina,
      kind: 'sessions.enter',
      input: { session },
      at: 2,
    });
    const waiting = { room: `${session}/lobby`, block: one, on: true };
    const promoted = play(
      rules,
      [{ by: ada, kind: 'people.edit', input: personCard(going, dina, 'participant'), at: 2 }],
      going,
    );
    expect(outcome(promoted, sent(dina, 'ready', waiting))).toEqual({ ok: false, refusal: 'agenda.not-here' });
    expect(outcome(going, sent(cleo, 'ready', { room, block: two, on: true }))).toEqual({
      ok: false,
      refusal: 'agenda.moved',
    });
  });

  test('[A6] shows nobody what was taken out, and lets nobody take out what others put aside but hosts', () => {
    property(play => {
      for (const [id, { parked }] of everyAgenda(play)) {
        const shown = seen(play, 'organiser', null).sessions[id]?.parked ?? {};
        const there = Object.values(parked).filter(({ status }) => status !== 'withdrawn');
        expect(Object.keys(shown).sort()).toEqual(there.map(each => each.item).sort());
        expect(Object.keys(parked).length).toBeLessThanOrEqual(limits.parkedPerSession);
      }
    });
    const parked = from(sent(ben, 'park', { room, item, text: 'Who pays for it?' }));
    expect(outcome(parked, sent(cleo, 'unpark', { room, item }))).toEqual({ ok: false, refusal: 'agenda.not-yours' });
    expect(outcome(parked, sent(ada, 'unpark', { room, item }))?.ok).toBe(true);
  });

  test('[A6] brings what is carried to the session in which it has its time', () => {
    const away = play(
      rules,
      [
        { by: ada, kind: 'sessions.plan', input: { ...sessionPlan, session: other }, at: 2 },
        sent(ada, 'put', blockInput(other, two)),
        sent(cleo, 'park', { room, item, text: 'Who pays for it?' }),
        sent(ada, 'carry', { session, item, to: { session: other, block: two } }),
      ],
      from(),
    );
    const brought = { item, text: 'Who pays for it?', block: two };
    expect(seen(away, 'organiser', null).brought).toEqual({ [other]: [brought] });
    expect(seen(away, 'participant', { session, room }).brought).toEqual({});
  });

  test('[A7] shows whoever does not host the session they are in, and nothing outside', () => {
    property(play => {
      for (const place of [null, { session, room }, { session: other, room: `${other}/plenary` }])
        for (const id of Object.keys(seen(play, 'participant', place).sessions)) expect(id).toBe(place?.session);
      expect(Object.keys(seen(play, 'facilitator', null).sessions)).toEqual(Object.keys(stateOf(play)));
    });
  });

  test.each(templateNames)('[A8] begins with the template “%s”, whose blocks fill the session to the minute', name => {
    for (const minutes of [30, 90, 120, 720]) {
      const blocks = blocksFrom(name, ['en', 'ar'], minutes);
      expect(blocks.reduce((sum, block) => sum + block.minutes, 0)).toBe(minutes);
      for (const block of blocks) {
        expect(blockInput(session, one, block).title).toMatchObject({ en: expect.any(String), ar: expect.any(String) });
        expect(slice.messages.put.input.safeParse({ session, block: one, ...block }).success).toBe(true);
      }
    }
  });
});

const sessionPlan = {
  title: 'What helps us?',
  goal: '',
  startsAt: 1_600_100_000_000,
  minutes: 90,
  zone: 'Africa/Tunis',
};

/** Somebody’s card as an organiser edits it, with another role. */
function personCard({ log }: Play, person: string, role: string) {
  const added = log.find(({ kind, data }) => kind === 'people.added' && (data as { person: string }).person === person);
  const { name, email } = added?.personal ?? { name: 'Dina', email: '' };
  return { ...(added?.data as object), name, email: email ?? '', role };
}
