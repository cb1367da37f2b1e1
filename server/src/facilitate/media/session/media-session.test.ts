import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakout, lobby, plenary, workerBin } from '../media.samples.ts';
import { audibleTo, expectAllowed, openPacketSession, type Speaker } from './packets.samples.ts';

describe.skipIf(workerBin === null)('packets of a session, through a real worker', () => {
  const { mediaSession, enter, everybodySpeaks, reconciled } = openPacketSession();

  /** A breakout hears everybody, a plenary the loudest; a speaker among those does not hear themselves. */
  const hearsEnough = ({ peer, heard }: Speaker, due: readonly number[]) =>
    peer.audience()?.place?.room === plenary
      ? heard.size >= Math.min(limits.selectedSpeakers - 1, due.length)
      : heard.size === due.length;

  it('after any moves and any decisions of hosts everybody hears the people of their room who may speak, and nobody else from that moment on', async () => {
    const speakers: Speaker[] = [];
    for (const [at, name] of ['Ada', 'Ben', 'Cleo', 'Dina'].entries())
      speakers.push(await enter(name, at + 1, plenary));
    const anyMove = fc.record({
      who: fc.nat(3),
      room: fc.constantFrom(lobby, plenary, breakout),
      right: fc.constantFrom('allow', 'allow', 'forbid'),
      waits: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 8 }), async moves => {
        for (const { who, room, right, waits } of moves) {
          speakers[who]?.peer.sit(room);
          speakers[who]?.peer[right]('microphone');
          mediaSession().reconcileAll();
          await everybodySpeaks(speakers);
          expectAllowed(speakers);
          if (waits) await reconciled();
        }
        // A lobby closes microphones, and their owners open them again.
        for (const participant of mediaSession().participants())
          await mediaSession().pauseProducer(participant, 'microphone', false);
        // The first packets select the speakers of the plenary, the next ones are heard.
        await expect
          .poll(async () => {
            await everybodySpeaks(speakers);
            return speakers.every(to => hearsEnough(to, audibleTo(to, speakers)));
          })
          .toBe(true);
        expectAllowed(speakers);
        await reconciled();
        expect(mediaSession().reconcileAll()).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('active speakers are sent to their room alone, and only when they change', async () => {
    const ada = await enter('Ada', 1, plenary);
    const ben = await enter('Ben', 2, plenary);
    const cleo = await enter('Cleo', 3, breakout);
    const speaking = ({ peer }: Speaker) =>
      peer.received.flatMap(({ event, payload }) => (event === 'activeSpeakers' ? payload : []));
    await expect
      .poll(async () => {
        await everybodySpeaks([ada]);
        return speaking(ben);
      })
      .toContainEqual(['Ada']);
    await expect.poll(() => speaking(ben).at(-1), { timeout: 5_000 }).toEqual([]);
    const sent = speaking(ben).map(people => people.join());
    expect(sent.filter((people, at) => people === sent[at - 1])).toEqual([]);
    expect(speaking(ada)).toEqual(speaking(ben));
    expect(speaking(cleo)).toEqual([]);
  });
});
