import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandsOf, passTime, playRandom, type Sent } from '../../dialogue.samples.ts';
import { maySend, dialogueRules as rules } from '../../dialogue.ts';
import { sampleIds, sampleSessions } from '../../kernel/messages.samples.ts';
import { maySendAs } from './media.decide.ts';
import { type Media, mediaOf, namedIn } from './media.state.ts';

const [session = ''] = sampleSessions;
const rooms = ({ media }: { media?: unknown }) => Object.entries(media as Media);

describe('whatever is sent', () => {
  test('[V2] nobody is ever opened by others', () => {
    property(sent => {
      let before = playRandom(rules, []);
      for (const one of sent) {
        before = passTime(rules, one.at, before);
        const after = playRandom(rules, [one], before);
        const left = new Set(
          after.log
            .slice(before.log.length)
            .flatMap(({ kind, data }) => (kind === 'media.cleared' ? [personOf(data)] : [])),
        );
        for (const [where, { stopped }] of rooms(before.state)) {
          for (const person of Object.keys(stopped).filter(name => name !== one.by && !left.has(name)))
            expect(mediaOf(after.state.media as Media, where).stopped[person]).toMatchObject(stopped[person] ?? {});
        }
        before = after;
      }
    });
  });

  test('[V5] at most one shares, and whoever may send a screen is that one', () => {
    property(sent => {
      const { state } = playRandom(rules, sent);
      const sending = sampleIds.filter(person => maySend(state, person, 'screen'));
      const places = sending.map(person => rules.placeOf(state, person)?.room);
      expect(new Set(places).size).toBe(places.length);
    });
  });

  test('[V10] whom a room names is there and may send', () => {
    property(sent => {
      const { state } = playRandom(rules, sent);
      for (const [where, what] of rooms(state)) {
        expect(namedIn(what).length).toBeGreaterThan(0);
        for (const person of namedIn(what)) {
          expect(rules.placeOf(state, person)?.room).toBe(where);
          expect(maySendAs(rules.audienceOf(state, person)?.role ?? null)).toBe(true);
        }
      }
    });
  });

  test('[V11] a lobby is never in the state', () => {
    property(sent => {
      expect(Object.keys(playRandom(rules, sent).state.media as Media)).not.toContain(`${session}/lobby`);
    });
  });
});

const personOf = (data: unknown) => (data as { person: string }).person;

// Commands of this slice by people who sit together, and those that move them; nobody closes the session.
function property(holds: (sent: Sent[]) => void): void {
  const slices = rules.slices.flatMap(slice => {
    const { close: _, ...messages } = slice.messages;
    return slice.name === 'media' || slice.name === 'sessions' ? [{ ...slice, messages }] : [];
  });
  fc.assert(fc.property(commandsOf({ ...rules, slices }, 40, 'media'), holds), { numRuns: 150 });
}
