import { evolveSpeech, type SpeechOverview } from '@multaqa/shared/facilitate/media/speech';
import { limits } from '@multaqa/shared/limits';
import { describe, expect, it } from 'vitest';
import { connect, type Device, enter, eventsOf, openTestMedia } from '../devices.samples.ts';
import { breakout, newPeer, plenary, type TestPeer, workerBin } from '../media.samples.ts';
import { openPacketSession } from '../session/packets.samples.ts';
import { openSpeechLog } from './speech-log.ts';

const speechOf = (peer: TestPeer) => eventsOf({ peer } as Device, 'speech');

/** The overview that a device has made of all that it was sent. */
const overviewOf = (peer: TestPeer): SpeechOverview =>
  speechOf(peer).reduce<SpeechOverview>((now, { all, events }) => events.reduce(evolveSpeech, all ?? now), {});

describe.skipIf(workerBin === null)('the overview of speech, with a real worker', () => {
  const hostIn = async (...input: Parameters<typeof enter>) => {
    const host = await enter(...input);
    host.peer.sit(plenary, 'facilitator');
    host.changed();
    return host;
  };

  it('a host is told of everybody in every room, and follows who moves, mutes, loses the connection and leaves', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const ben = await enter(media, 'Ben', breakout);
    const cleo = connect(media, newPeer('Cleo', breakout));
    await cleo.join(false, 'text');
    expect(await ada.ask('overview', { on: true })).toEqual({ ok: true, reply: null });
    const deviceOf = (room: string, person: string) => overviewOf(ada.peer)[room]?.people[person]?.device ?? null;
    expect(deviceOf(plenary, 'Ada')).toEqual({ by: 'sound', microphone: 'open', network: 'good' });
    expect(deviceOf(breakout, 'Cleo')).toEqual({ by: 'text', microphone: 'none', network: 'good' });
    await ben.ask('pauseProducer', { source: 'microphone', paused: true });
    await ben.ask('networkQuality', { quality: 'weak' });
    await expect
      .poll(() => deviceOf(breakout, 'Ben'), { timeout: 5_000 })
      .toEqual({ by: 'sound', microphone: 'muted', network: 'weak' });
    ben.move(plenary);
    cleo.close('lost');
    await expect.poll(() => deviceOf(breakout, 'Cleo')?.network, { timeout: 5_000 }).toBe('lost');
    expect([deviceOf(breakout, 'Ben'), deviceOf(plenary, 'Ben')?.microphone]).toEqual([null, 'muted']);
    ben.close();
    await expect.poll(() => deviceOf(plenary, 'Ben'), { timeout: 5_000 }).toBeNull();
  });

  it('nobody but a host is told, and a host who is one no longer is told nothing more', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    const ben = await enter(media, 'Ben');
    expect(await ben.ask('overview', { on: true })).toEqual({ ok: false, refusal: 'media.not-permitted' });
    await ada.ask('overview', { on: true });
    const dina = await hostIn(media, 'Dina');
    await dina.ask('overview', { on: true });
    const toldBefore = speechOf(ada.peer).length;
    ada.peer.sit(plenary, 'participant');
    ada.changed();
    ben.move(breakout);
    await expect.poll(() => Object.keys(overviewOf(dina.peer)), { timeout: 5_000 }).toContain(breakout);
    expect(speechOf(ada.peer)).toHaveLength(toldBefore);
    expect(speechOf(ben.peer)).toEqual([]);
    // A host again, they have to ask again.
    ada.peer.sit(plenary, 'facilitator');
    ada.changed();
    ben.move(plenary);
    const inPlenary = () => overviewOf(dina.peer)[plenary]?.people.Ben?.device ?? null;
    await expect.poll(inPlenary, { timeout: 5_000 }).not.toBeNull();
    expect(speechOf(ada.peer)).toHaveLength(toldBefore);
  });

  it('a host whose connection broke is told all of it again', async () => {
    const media = await openTestMedia();
    const ada = await hostIn(media, 'Ada');
    await ada.ask('overview', { on: true });
    ada.close('lost');
    await enter(media, 'Ben', breakout);
    const again = connect(media, newPeer('Ada', plenary, 'facilitator'), ada.device);
    await again.ask('rejoin', { device: ada.device });
    expect(speechOf(again.peer).at(-1)?.all).toMatchObject({ [breakout]: { people: { Ben: { heardAt: null } } } });
  });
});

describe.skipIf(workerBin === null)('speech in the rooms of a session, through a real worker', () => {
  const { mediaSession, enter: speakIn, everybodySpeaks } = openPacketSession();

  it('who speaks in a breakout is told to a host elsewhere with from when to when, and so is since when it is silent', async () => {
    const ada = await speakIn('Ada', 1, plenary);
    const ben = await speakIn('Ben', 2, breakout);
    ada.peer.sit(plenary, 'facilitator');
    mediaSession().reconcileAll();
    const host = mediaSession().find('Ada');
    if (!host) throw new Error('Ada is not there');
    expect(mediaSession().followSpeech(host, true)).toBe(true);
    const began = Date.now();
    const room = () => overviewOf(ada.peer)[breakout];
    const speak = async () => {
      await everybodySpeaks([ben]);
      return room()?.people.Ben?.spoken;
    };
    await expect.poll(speak, { timeout: 10_000 }).toHaveLength(1);
    expect(room()?.silentSince).toBeNull();
    expect(room()?.people.Ben?.heardAt).toBeGreaterThanOrEqual(began);
    await expect.poll(() => room()?.silentSince, { timeout: 10_000 }).not.toBeNull();
    const [spoken] = room()?.people.Ben?.spoken ?? [];
    expect(spoken?.to).toBe(room()?.silentSince);
    expect(overviewOf(ada.peer)[plenary]?.people.Ada?.heardAt).toBeNull();
  });

  it('what happens within a second is told together, and nothing while nothing happens', async () => {
    const ada = await speakIn('Ada', 1, plenary);
    ada.peer.sit(plenary, 'organiser');
    const host = mediaSession().find('Ada');
    if (!host) throw new Error('Ada is not there');
    const due: { at: number; run(): void }[] = [];
    let now = 1_000_000;
    const log = openSpeechLog({
      now: () => now,
      monotonic: () => now,
      at(at, run) {
        due.push({ at, run });
        return () => {};
      },
      follow() {},
    });
    log.follow(host, true);
    const told = () => speechOf(ada.peer).map(({ events }) => events.length);
    const before = told();
    for (const people of [['Ben'], ['Ben', 'Cleo'], []]) log.speaking(breakout, people);
    expect(told()).toEqual(before);
    expect(due.map(({ at }) => at)).toEqual([now + limits.speechPause]);
    now += limits.speechPause;
    due.shift()?.run();
    expect(told()).toEqual([...before, 3]);
    expect(due).toEqual([]);
  });
});
