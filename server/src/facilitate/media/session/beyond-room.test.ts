import type { Reach } from '@multaqa/shared/dialogue';
import { limits } from '@multaqa/shared/limits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connect, consumersOf, type Device, enter, eventsOf, openTestMedia } from '../devices.samples.ts';
import { breakout, lobby, newPeer, plenary, session, workerBin } from '../media.samples.ts';
import { audibleTo, expectAllowed, openPacketSession, type Speaker } from './packets.samples.ts';

const other = `${session}/ffffffff-0000-4000-8000-000000000004`;

/** Changes what a host hears and who hears them, as a commit does. */
function reachOut({ peer, changed }: Device, reach: Partial<Reach>): void {
  peer.reachOut(reach);
  changed();
}

/** How each microphone comes to somebody: `Ben listening`. */
const ways = ({ peer }: Device): string[] =>
  peer
    .consumerInfos()
    .map(({ person, way }) => `${person} ${way}`)
    .sort();

describe.skipIf(workerBin === null)('beyond the own room, with a real worker', () => {
  const hostIn = async (...input: Parameters<typeof enter>) => {
    const host = await enter(...input);
    host.peer.sit(input[2] ?? plenary, 'facilitator');
    host.changed();
    return host;
  };

  it('a host who listens to a room hears it beside their own, is not heard there, and hears nothing of it when the change back returns', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo', breakout)];
    await cleo.openCamera();
    await ada.showCameras(['Cleo']);
    reachOut(ada, { listens: breakout });
    await expect.poll(() => ways(ada)).toEqual(['Ben room', 'Cleo listening']);
    expect(cleo.peer.consumers()).toEqual([]);
    const dina = await enter(media, 'Dina', breakout);
    await expect.poll(() => ways(ada)).toEqual(['Ben room', 'Cleo listening', 'Dina listening']);
    dina.move(plenary);
    await expect.poll(() => ways(ada)).toEqual(['Ben room', 'Cleo listening', 'Dina room']);
    reachOut(ada, { listens: null });
    expect(ways(ada)).toEqual(['Ben room', 'Dina room']);
    await consumersOf(ben).toEqual(['Ada microphone', 'Dina microphone']);
    expect(media.figures().reconcileDifferences).toBe(0);
  });

  it('a stream that comes by another way goes on, and the device is told', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    await enter(media, 'Ben', breakout);
    reachOut(ada, { listens: breakout });
    await expect.poll(() => ways(ada)).toEqual(['Ben listening']);
    const [before] = ada.peer.consumerInfos();
    ada.peer.reachOut({ listens: null });
    ada.peer.sit(breakout, 'facilitator');
    ada.changed();
    expect(ada.peer.consumerInfos()).toEqual([{ ...before, way: 'room' }]);
    expect(eventsOf(ada, 'consumers').flatMap(({ ended }) => ended)).toEqual([]);
  });

  it('a host who speaks to rooms is heard there and at home, whoever comes later included, and there no longer when the change back returns', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const people = [await enter(media, 'Ben'), await enter(media, 'Cleo', breakout), await enter(media, 'Dina', other)];
    reachOut(ada, { addresses: { to: 'rooms', rooms: [breakout, other] } });
    await expect.poll(() => people.map(ways)).toEqual([['Ada room'], ['Ada address'], ['Ada address']]);
    const eve = await enter(media, 'Person 5', other);
    await expect.poll(() => ways(eve)).toEqual(['Ada address', 'Dina room']);
    await expect.poll(() => people.map(ways).at(-1)).toEqual(['Ada address', 'Person 5 room']);
    await consumersOf(ada).toEqual(['Ben microphone']);
    reachOut(ada, { addresses: null });
    expect([...people, eve].map(ways)).toEqual([['Ada room'], [], ['Person 5 room'], ['Dina room']]);
  });

  it('a whisper is heard by one person alone, is nobody’s speech at home, and follows that person into another room', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo', breakout)];
    const dina = await enter(media, 'Dina', breakout);
    await consumersOf(ben).toEqual(['Ada microphone']);
    reachOut(ada, { addresses: { to: 'person', person: 'Cleo' } });
    expect(ben.peer.consumers()).toEqual([]);
    await expect.poll(() => ways(cleo)).toEqual(['Ada whisper', 'Dina room']);
    cleo.move(other);
    expect(ways(cleo)).toEqual(['Ada whisper']);
    expect(dina.peer.consumers()).toEqual([]);
    cleo.move(lobby);
    expect(cleo.peer.consumers()).toEqual([]);
    reachOut(ada, { addresses: null });
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('who is no host any more hears and is heard in their room alone, and who takes part by text is sent no sound of any room', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const cleo = await enter(media, 'Cleo', breakout);
    reachOut(ada, { listens: breakout, addresses: { to: 'rooms', rooms: [breakout] } });
    await expect.poll(() => [ways(ada), ways(cleo)]).toEqual([['Cleo listening'], ['Ada address']]);
    const dina = connect(media, newPeer('Dina', plenary, 'organiser'));
    dina.peer.reachOut({ listens: breakout });
    await dina.join(false, 'text');
    ada.peer.sit(plenary, 'participant');
    ada.changed();
    expect([ada, cleo, dina].flatMap(({ peer }) => peer.consumers())).toEqual([]);
  });

  it('of a breakout with more open microphones than can all be heard the speakers are selected, and below that everybody is heard', {
    timeout: 30_000,
  }, async () => {
    const media = await openTestMedia();
    const people: Device[] = [];
    for (let at = 0; at < limits.heardMicrophones; at += 1) people.push(await enter(media, `Person ${at}`, breakout));
    const [ada] = people;
    if (!ada) throw new Error('nobody came');
    await expect.poll(() => ada.peer.consumers().length).toBe(limits.heardMicrophones - 1);
    const last = await enter(media, 'Dina', breakout);
    const most = limits.standbySpeakers + limits.selectedSpeakers;
    await expect.poll(() => people.every(({ peer }) => peer.consumers().length <= most)).toBe(true);
    await last.closeMicrophone();
    for (const device of people.slice(-5)) await device.closeMicrophone();
    await expect.poll(() => ada.peer.consumers().length).toBe(limits.heardMicrophones - 6);
  });
});

describe.skipIf(workerBin === null)('packets beyond the own room, through a real worker', () => {
  const { mediaSession, enter: speakIn, everybodySpeaks, reconciled } = openPacketSession();
  const names = ['Ada', 'Ben', 'Cleo', 'Dina'];

  const anyRoom = fc.constantFrom(lobby, plenary, breakout, other);
  const anyAddress: fc.Arbitrary<Reach['addresses']> = fc.oneof(
    fc.constant(null),
    fc.record({ to: fc.constant('rooms' as const), rooms: fc.subarray([plenary, breakout, other]) }),
    fc.record({ to: fc.constant('person' as const), person: fc.constantFrom(...names) }),
  );
  const anyMove = fc.record({
    who: fc.nat(3),
    room: anyRoom,
    role: fc.constantFrom('facilitator', 'facilitator', 'participant', 'observer'),
    listens: fc.option(anyRoom),
    addresses: anyAddress,
    right: fc.constantFrom('allow', 'allow', 'forbid'),
    waits: fc.boolean(),
  });

  it('after any moves, listening and speaking beyond the own room, no packet reaches somebody who may not hear it, and who whispers is heard', {
    timeout: 60_000,
  }, async () => {
    const speakers: Speaker[] = [];
    for (const [at, name] of names.entries()) speakers.push(await speakIn(name, at + 1, plenary));
    await fc.assert(
      fc.asyncProperty(fc.array(anyMove, { minLength: 1, maxLength: 10, size: 'max' }), async moves => {
        for (const { who, room, role, listens, addresses, right, waits } of moves) {
          const peer = speakers[who]?.peer;
          peer?.sit(room, role as 'facilitator');
          peer?.reachOut({ listens, addresses });
          peer?.[right]('microphone');
          mediaSession().policyChanged();
          await everybodySpeaks(speakers);
          expectAllowed(speakers);
          if (waits) await reconciled();
        }
        for (const participant of mediaSession().participants())
          await mediaSession().pauseProducer(participant, 'microphone', false);
        await reconciled();
        await everybodySpeaks(speakers);
        expectAllowed(speakers);
        // Up to three open microphones of a room are all forwarded; so is what is said to rooms and to one person.
        for (const to of speakers) expect([...to.heard].sort()).toEqual(surelyHeardBy(to, speakers));
        // Nothing that has happened was left to the regular check.
        expect(mediaSession().reconcileAll()).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  /** Of those whom somebody may hear, the ones that no selection holds back: four in a plenary are more than it selects. */
  function surelyHeardBy(to: Speaker, speakers: readonly Speaker[]): number[] {
    const audible = audibleTo(to, speakers);
    const inPlenary = speakers.filter(({ peer }) => peer.audience()?.place?.room === plenary);
    return inPlenary.length <= limits.selectedSpeakers ? audible : [...to.heard].sort();
  }
});
