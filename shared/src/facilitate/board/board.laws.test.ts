import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, firstRoom, playRandom } from '../../dialogue.samples.ts';
import { dialogueRules as rules, stateQueries } from '../../dialogue.ts';
import { isHost } from '../../kernel/context.ts';
import { ada, ben, cleo, dina, sampleSessions } from '../../kernel/messages.samples.ts';
import { limits } from '../../limits.ts';
import { board } from './board.rules.ts';
import type { BoardOwn, Boards, BoardView } from './board.state.ts';
import { nextEnd } from './board.time.ts';
import { groupsOf } from './board.view.ts';

const histories = commandsOf(rules, 40, 'board').map(sent => playRandom(rules, sent));
const boardsIn = (state: unknown) => (state as { board: Boards }).board;
const everybody = [ada, ben, cleo, dina];
const [session = ''] = sampleSessions;

function seen(state: Parameters<typeof rules.audienceOf>[0], person: string): BoardView {
  const audience = rules.audienceOf(state, person);
  return audience ? (rules.viewOf(state, board, audience) as BoardView) : {};
}

describe('boards', () => {
  test('[B1] [B6] a view names nobody, holds no private text and no dots of a vote that is open', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const person of everybody) {
          const view = seen(state, person);
          const text = JSON.stringify(view);
          for (const one of everybody)
            expect(text.replaceAll(/"[0-9a-f-]{36}\/[^"]*"/g, '')).not.toContain(`"person":"${one}`);
          expect(text).not.toContain('"text"');
          for (const { vote } of Object.values(view))
            if (vote?.status === 'open') expect(vote).not.toHaveProperty('result');
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[B1] [B3] one’s own part has one’s own notes and nobody else’s', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const person of everybody) {
          const { jots, dots } = (rules.ownOf(state, person).board ?? { jots: [], dots: {} }) as BoardOwn;
          const room = rules.placeOf(state, person)?.room ?? '';
          const { round = null, vote = null } = boardsIn(state)[room] ?? {};
          const own = Object.values(round?.jots ?? {}).filter(jot => jot.person === person);
          expect(jots.map(({ note }) => note)).toEqual(own.map(({ note }) => note));
          expect(dots).toEqual(vote?.ballots[person]?.on ?? {});
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[B5] nobody has more dots than the vote gives them, nor more on one thing than it allows', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const { vote } of Object.values(boardsIn(state)))
          for (const { on } of Object.values(vote?.ballots ?? {})) {
            const dots = Object.values(on);
            expect(dots.length).toBeGreaterThan(0);
            expect(dots.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(vote?.dots ?? 0);
            for (const one of dots) expect(one).toBeLessThanOrEqual(vote?.most ?? 0);
          }
      }),
      { numRuns: 150 },
    );
  });

  test('[B6] a counted result is the sum of the ballots, whoever asks', () => {
    fc.assert(
      fc.property(histories, ({ state }) => {
        for (const [room, { vote }] of Object.entries(boardsIn(state))) {
          const shown = isHost(rules.roleIn(state, ada, room)) ? seen(state, ada)[room]?.vote : null;
          if (vote?.status !== 'counted' || shown?.status !== 'counted') continue;
          const cast = Object.values(vote.ballots).flatMap(({ on }) => Object.values(on));
          const told = Object.values(shown.result).map(({ dots }) => dots);
          expect(told.reduce((sum, one) => sum + one, 0)).toBe(cast.reduce((sum, one) => sum + one, 0));
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[B4] what is revealed stays until it is placed, and what is placed was revealed', () => {
    fc.assert(
      fc.property(histories, ({ log }) => {
        const waiting = new Map<string, string>();
        for (const { kind, data } of log) {
          const { room = '', round = '' } = data as { room?: string; round?: string };
          if (kind === 'board.begun') expect(waiting.has(room)).toBe(false);
          if (kind === 'board.revealed') waiting.set(room, round);
          if (kind === 'board.placed') expect(waiting.get(room)).toBe(round);
          if (kind === 'board.placed') waiting.delete(room);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('[B8] nothing goes on where nobody can be, and nothing is due that has ended', () => {
    fc.assert(
      fc.property(histories, ({ state, log }) => {
        for (const [room, { round, vote, timer }] of Object.entries(boardsIn(state))) {
          if (stateQueries.isOpenRoom(state, room)) continue;
          expect([round?.status ?? 'revealed', vote?.status ?? 'counted', timer]).toEqual([
            'revealed',
            'counted',
            null,
          ]);
        }
        const last = log.at(-1)?.at ?? 0;
        const end = nextEnd(boardsIn(state));
        if (end !== null) expect(end).toBeGreaterThanOrEqual(last);
      }),
      { numRuns: 100 },
    );
  });

  test('[B6] a result tells no group of fewer than five, nor only one', () => {
    const voters = fc.array(fc.constantFrom('', 'a', 'b', 'c', 'd'), { maxLength: 40 });
    fc.assert(
      fc.property(voters, all => {
        const groupOf = groupsOf(all);
        const groups = new Map<string, number>();
        for (const one of all) {
          const group = groupOf(one);
          if (group !== null) groups.set(group, (groups.get(group) ?? 0) + 1);
        }
        for (const size of groups.values()) expect(size).toBeGreaterThanOrEqual(limits.smallestCell);
        expect(groups.size).not.toBe(1);
      }),
    );
  });
});

describe('the documents of boards', () => {
  test('[B10] the layer of hosts is theirs, whatever happened before', () => {
    fc.assert(
      fc.property(commandsOf(rules, 25), sent => {
        const { state } = playRandom(rules, sent);
        for (const room of [`${session}/plenary`, firstRoom])
          for (const person of everybody) {
            const access = rules.documentAccess(state, person, 'hostboard', room, 1_600_000_000_000);
            if (access) expect(isHost(rules.roleIn(state, person, room))).toBe(true);
          }
      }),
      { numRuns: 60 },
    );
  });
});
