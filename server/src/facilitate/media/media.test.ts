import { describe, expect, it } from 'vitest';
import { connect, enter, newDevice, openTestMedia, options, streamsOf } from './devices.samples.ts';
import { breakout, capabilities, lobby, microphone, newGuest, plenary, workerBin } from './media.samples.ts';
import { openMedia } from './media.ts';

const joining = { device: newDevice(), takeOver: false, network: 'good' } as const;
describe.skipIf(workerBin === null)('voice and picture, through a real worker', () => {
  it('a connection is greeted with what the server can forward, and gets nothing before it joins', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = connect(media, newGuest('Ben'));
    expect(ben.guest.told.map(({ event }) => event)).toEqual(['router']);
    expect(ben.guest.told[0]?.payload[0]).toMatchObject({ rtpCapabilities: { codecs: expect.anything() } });
    expect(await ben.speak()).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('people in the plenary receive each other, whoever came first', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.show();
    await ada.watch(['Ben']);
    await streamsOf(ada).toEqual(['Ben camera', 'Ben microphone']);
    await streamsOf(ben).toEqual(['Ada microphone']);
  });

  it('who sits nowhere cannot join', async () => {
    const media = await openTestMedia();
    const dina = connect(media, newGuest('Dina', null));
    expect(await dina.join()).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('a lobby receives nothing and sends nothing', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [connect(media, newGuest('Ben', lobby)), connect(media, newGuest('Cleo', lobby))];
    for (const device of [ben, cleo]) {
      expect(await device.join()).toMatchObject({ ok: true });
      expect(await device.speak()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    }
    ada.move(lobby);
    expect([ada, ben, cleo].flatMap(({ guest }) => guest.streams())).toEqual([]);
  });

  it('an observer receives and may not send', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const dina = connect(media, newGuest('Dina', plenary, 'observer'));
    await dina.join();
    expect(await dina.speak()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    await streamsOf(dina).toEqual(['Ada microphone']);
  });

  it('what the lobby made ready plays as soon as somebody is let in', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = connect(media, newGuest('Ben', lobby));
    await ben.join();
    ben.move(plenary);
    await streamsOf(ben).toEqual(['Ada microphone']);
  });

  it('who leaves the plenary has lost its streams when the change returns', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    await streamsOf(ben).toEqual(['Ada microphone']);
    ben.move(breakout);
    expect([ada.guest.streams(), ben.guest.streams(), media.figures().streams]).toEqual([[], [], 0]);
    ben.move(plenary);
    await streamsOf(ada).toEqual(['Ben microphone']);
  });

  it('who left the session must join again', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await streamsOf(ben).toEqual(['Ada microphone']);
    ben.move(null);
    expect(media.figures()).toMatchObject({ people: 1, streams: 0 });
    ben.guest.sit(plenary);
    expect(await ben.speak()).toEqual({ ok: false, refusal: 'media.not-here' });
    await ben.join();
    await ben.speak();
    await streamsOf(ada).toEqual(['Ben microphone']);
  });

  it('equal ids of sessions in two dialogues are two sessions', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const stranger = connect(media, { ...newGuest('Ben'), dialogue: 'another' });
    await stranger.join();
    await stranger.speak();
    const ben = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    expect(ben.count('replaced') + stranger.count('replaced')).toBe(0);
    expect(stranger.guest.streams()).toEqual([]);
  });

  it('a silenced microphone is told to those who receive it, a stopped one ends', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    await ben.ask('pauseProducer', { source: 'microphone', paused: true });
    await expect
      .poll(() => ada.guest.told)
      .toContainEqual(
        expect.objectContaining({ event: 'consumerPaused', payload: [expect.objectContaining({ paused: true })] }),
      );
    await ben.ask('pauseProducer', { source: 'microphone', paused: false });
    await expect.poll(() => ada.count('consumerPaused')).toBe(2);
    await ben.stop();
    await streamsOf(ada).toEqual([]);
    expect(await ben.stop()).toEqual({ ok: false, refusal: 'media.unknown' });
    expect(await ben.ask('pauseProducer', { source: 'camera', paused: true })).toEqual({
      ok: false,
      refusal: 'media.unknown',
    });
  });

  it('opening a microphone again replaces the one before', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.speak();
    await streamsOf(ada).toEqual(['Ben microphone']);
    await expect.poll(() => media.figures().streams).toBe(2);
  });

  it('a person has one seat: another tab asks before it takes it', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const first = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    const second = connect(media, newGuest('Ben'));
    expect(await second.join()).toEqual({ ok: false, refusal: 'media.elsewhere' });
    expect(first.count('replaced')).toBe(0);
    await second.join(true);
    expect(first.count('replaced')).toBe(1);
    expect(await first.speak()).toEqual({ ok: false, refusal: 'media.not-here' });
    await streamsOf(ada).toEqual([]);
    first.close();
    await second.speak();
    await streamsOf(ada).toEqual(['Ben microphone']);
    expect(second.count('replaced')).toBe(0);
  });

  it('who joins again on the same connection begins anew and replaces nobody', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.join();
    await ben.speak();
    await streamsOf(ada).toEqual(['Ben microphone']);
    await streamsOf(ben).toEqual(['Ada microphone']);
    expect(ben.count('replaced')).toBe(0);
  });

  it('a closed connection ends what it sent', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await streamsOf(ada).toEqual(['Ben microphone']);
    ben.close();
    await streamsOf(ada).toEqual([]);
    expect(media.figures().people).toBe(1);
  });

  it('nonsense is refused and harms nobody', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const malformed = { ok: false, refusal: 'malformed' };
    const connecting = {
      direction: 'send',
      dtlsParameters: { role: 'client', fingerprints: [{ algorithm: 'sha-256', value: 'AA:BB' }] },
    } as const;
    expect(await ben.ask('connectTransport', { direction: 'receive', dtlsParameters: { fingerprints: 7 } })).toEqual(
      malformed,
    );
    expect(await ben.ask('connectTransport', connecting)).toMatchObject({ ok: true });
    expect(await ben.ask('connectTransport', connecting)).toEqual(malformed);
    expect(
      await ben.ask('produce', { source: 'camera', kind: 'audio', rtpParameters: { ...microphone(9_001) } }),
    ).toEqual(malformed);
    expect(await ben.ask('produce', { source: 'camera', kind: 'video', rtpParameters: { codecs: 'all' } })).toEqual(
      malformed,
    );
    expect(await ben.ask('resumeConsumer', { consumer: 'somebody-elses' })).toEqual({
      ok: false,
      refusal: 'media.unknown',
    });
    const strange = { ...joining, rtpCapabilities: { codecs: 'all' } };
    expect(await connect(media, newGuest('Cleo')).ask('join', strange)).toEqual(malformed);
    await streamsOf(ada).toEqual(['Ben microphone']);
    await streamsOf(ben).toEqual(['Ada microphone']);
  });

  it('a device that cannot play pictures gets the sound', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    await ada.show();
    const ben = connect(media, newGuest('Ben'));
    const { codecs = [] } = capabilities();
    await ben.ask('join', { ...joining, rtpCapabilities: { codecs: codecs.filter(({ kind }) => kind === 'audio') } });
    await ben.watch(['Ada']);
    await streamsOf(ben).toEqual(['Ada microphone']);
  });

  it('a picture waits until the device is ready for it', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    await ada.show();
    const ben = await enter(media, 'Ben');
    await ben.watch(['Ada']);
    await streamsOf(ben).toEqual(['Ada camera', 'Ada microphone']);
    const picture = ben.guest.received().find(({ source }) => source === 'camera');
    expect(await ben.ask('resumeConsumer', { consumer: picture?.consumer ?? '' })).toEqual({ ok: true, reply: null });
  });
});

it('without a worker there is no media, and no error', async () => {
  expect(await openMedia({ ...options, workerBin: '/nowhere/mediasoup-worker' })).toBeNull();
});
