import { describe, expect, it } from 'vitest';
import { connect, consumersOf, enter, newDevice, openTestMedia, options, participantsOf } from './devices.samples.ts';
import { breakout, capabilities, lobby, microphone, newPeer, plenary, workerBin } from './media.samples.ts';
import { openMedia } from './media.ts';

const joining = { device: newDevice(), takeOver: false, by: 'sound', network: 'good' } as const;
describe.skipIf(workerBin === null)('media, with a real worker', () => {
  it('a connection is sent what the server can forward, and nothing else before it joins', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = connect(media, newPeer('Ben'));
    expect(ben.peer.received.map(({ event }) => event)).toEqual(['router']);
    expect(ben.peer.received[0]?.payload[0]).toMatchObject({ rtpCapabilities: { codecs: expect.anything() } });
    expect(await ben.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('people in the plenary receive each other, in whatever order they came', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.openCamera();
    await ada.showCameras(['Ben']);
    await consumersOf(ada).toEqual(['Ben camera', 'Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('somebody without a seat cannot join', async () => {
    const media = await openTestMedia();
    const dina = connect(media, newPeer('Dina', null));
    expect(await dina.join()).toEqual({ ok: false, refusal: 'media.not-here' });
  });

  it('a lobby receives nothing and sends nothing', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [connect(media, newPeer('Ben', lobby)), connect(media, newPeer('Cleo', lobby))];
    for (const device of [ben, cleo]) {
      expect(await device.join()).toMatchObject({ ok: true });
      expect(await device.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    }
    ada.move(lobby);
    expect([ada, ben, cleo].flatMap(({ peer }) => peer.consumers())).toEqual([]);
  });

  it('an observer receives and may not send', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const dina = connect(media, newPeer('Dina', plenary, 'observer'));
    await dina.join();
    expect(await dina.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    await consumersOf(dina).toEqual(['Ada microphone']);
  });

  it('who takes part by text is sent no sound, sends nothing, is no participant to the others, and sees what they ask for', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    await ada.openCamera();
    const cleo = connect(media, newPeer('Cleo'));
    await cleo.join(false, 'text');
    expect(await cleo.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    await expect.poll(() => participantsOf(cleo)).toMatchObject({ Ada: { microphone: true, camera: true } });
    expect(Object.keys(participantsOf(ada))).toEqual(['Ada']);
    expect(cleo.peer.consumers()).toEqual([]);
    await cleo.showCameras(['Ada']);
    await consumersOf(cleo).toEqual(['Ada camera']);
  });

  it('a device that only reads along yields to another of the same person', async () => {
    const media = await openTestMedia();
    const reading = connect(media, newPeer('Cleo'));
    await reading.join(false, 'text');
    expect(await connect(media, newPeer('Cleo')).join()).toMatchObject({ ok: true });
    expect(reading.count('replaced')).toBe(1);
    expect(await connect(media, newPeer('Cleo')).join(false, 'text')).toEqual({
      ok: false,
      refusal: 'media.elsewhere',
    });
  });

  it('somebody who joined in the lobby receives the plenary as soon as they are let in', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = connect(media, newPeer('Ben', lobby));
    await ben.join();
    ben.move(plenary);
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('somebody who leaves the plenary has no consumer of it when the change returns', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
    ben.move(breakout);
    expect([ada.peer.consumers(), ben.peer.consumers(), media.figures().consumers]).toEqual([[], [], 0]);
    ben.move(plenary);
    await consumersOf(ada).toEqual(['Ben microphone']);
  });

  it('somebody who left the session must join again', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ben).toEqual(['Ada microphone']);
    ben.move(null);
    expect(media.figures()).toMatchObject({ participants: 1, consumers: 0 });
    ben.peer.sit(plenary);
    expect(await ben.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-here' });
    await ben.join();
    await ben.openMicrophone();
    await consumersOf(ada).toEqual(['Ben microphone']);
  });

  it('equal ids of sessions in two dialogues are two sessions', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const stranger = connect(media, { ...newPeer('Ben'), dialogue: 'another' });
    await stranger.join();
    await stranger.openMicrophone();
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    expect(ben.count('replaced') + stranger.count('replaced')).toBe(0);
    expect(stranger.peer.consumers()).toEqual([]);
  });

  it('a muted microphone pauses its consumers, a closed one closes them', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    await ben.ask('pauseProducer', { source: 'microphone', paused: true });
    await expect
      .poll(() => ada.peer.received)
      .toContainEqual(
        expect.objectContaining({ event: 'consumerPaused', payload: [expect.objectContaining({ paused: true })] }),
      );
    await ben.ask('pauseProducer', { source: 'microphone', paused: false });
    await expect.poll(() => ada.count('consumerPaused')).toBe(2);
    await ben.closeMicrophone();
    await consumersOf(ada).toEqual([]);
    expect(await ben.closeMicrophone()).toEqual({ ok: false, refusal: 'media.unknown' });
    expect(await ben.ask('pauseProducer', { source: 'camera', paused: true })).toEqual({
      ok: false,
      refusal: 'media.unknown',
    });
  });

  it('opening a microphone again replaces the earlier producer', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.openMicrophone();
    await consumersOf(ada).toEqual(['Ben microphone']);
    await expect.poll(() => media.figures().consumers).toBe(2);
  });

  it('a person takes part with one device: another tab must take over explicitly', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const first = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    const second = connect(media, newPeer('Ben'));
    expect(await second.join()).toEqual({ ok: false, refusal: 'media.elsewhere' });
    expect(first.count('replaced')).toBe(0);
    await second.join(true);
    expect(first.count('replaced')).toBe(1);
    expect(await first.openMicrophone()).toEqual({ ok: false, refusal: 'media.not-here' });
    await consumersOf(ada).toEqual([]);
    first.close();
    await second.openMicrophone();
    await consumersOf(ada).toEqual(['Ben microphone']);
    expect(second.count('replaced')).toBe(0);
  });

  it('joining again on the same connection starts over and replaces nobody', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.join();
    await ben.openMicrophone();
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
    expect(ben.count('replaced')).toBe(0);
  });

  it('a closed connection closes its producers', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await consumersOf(ada).toEqual(['Ben microphone']);
    ben.close();
    await consumersOf(ada).toEqual([]);
    expect(media.figures().participants).toBe(1);
  });

  it('malformed requests are refused and affect nobody else', async () => {
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
    expect(await connect(media, newPeer('Cleo')).ask('join', strange)).toEqual(malformed);
    await consumersOf(ada).toEqual(['Ben microphone']);
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('a device that cannot play video receives the audio', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    await ada.openCamera();
    const ben = connect(media, newPeer('Ben'));
    const { codecs = [] } = capabilities();
    await ben.ask('join', { ...joining, rtpCapabilities: { codecs: codecs.filter(({ kind }) => kind === 'audio') } });
    await ben.showCameras(['Ada']);
    await consumersOf(ben).toEqual(['Ada microphone']);
  });

  it('video waits until the device is ready for it', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    await ada.openCamera();
    const ben = await enter(media, 'Ben');
    await ben.showCameras(['Ada']);
    await consumersOf(ben).toEqual(['Ada camera', 'Ada microphone']);
    const video = ben.peer.consumerInfos().find(({ source }) => source === 'camera');
    expect(await ben.ask('resumeConsumer', { consumer: video?.consumer ?? '' })).toEqual({ ok: true, reply: null });
  });
});

it('without a worker there is no media, and no error', async () => {
  expect(await openMedia({ ...options, workerBin: '/nowhere/mediasoup-worker' })).toBeNull();
});
