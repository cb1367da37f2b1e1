import { limits } from '@multaqa/shared/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, consumersOf, enter, eventsOf, newDevice, openTestMedia, participantsOf } from '../devices.samples.ts';
import { breakout, capabilities, lobby, newPeer, plenary, spotlight, workerBin } from '../media.samples.ts';

const screen = (ssrc: number) => ({
  mid: `screen-${ssrc}`,
  codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }],
  encodings: [{ ssrc }],
});

describe.skipIf(workerBin === null)('a live room, with a real worker', () => {
  beforeEach(() => {
    spotlight.people = [];
  });

  it('a consumer that was being created for somebody who is then moved does not arrive', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = await enter(media, 'Ben', breakout);
    for (let turn = 0; turn < 20; turn += 1) {
      ben.move(plenary);
      ben.move(breakout);
    }
    // The worker answers in order: after this answer, all consumers before it were created or given up.
    expect(await ben.ask('restartIce', { direction: 'receive' })).toMatchObject({ ok: true });
    expect(ben.count('consumers')).toBe(0);
    expect(media.figures()).toMatchObject({ consumers: 0, reconcileDifferences: 0 });
  });

  it('video is sent to those who show it, and to nobody else', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo')];
    await ada.openCamera();
    await ben.showCameras(['Ada']);
    await consumersOf(ben).toEqual(['Ada camera', 'Ada microphone', 'Cleo microphone']);
    await consumersOf(cleo).toEqual(['Ada microphone', 'Ben microphone']);
    await ben.showCameras([]);
    await expect
      .poll(() => eventsOf(ben, 'consumers').flatMap(({ ended }) => ended).length, { timeout: 10_000 })
      .toBe(1);
  });

  it('a camera is told to send the highest layer that somebody shows, and at once when that is more', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ada.openCamera();
    await expect.poll(() => eventsOf(ada, 'maxLayer'), { timeout: 8_000 }).toEqual([{ layer: null }]);
    await ben.showCameras(['Ada'], 'small');
    await expect.poll(() => eventsOf(ada, 'maxLayer').at(-1)).toEqual({ layer: 0 });
    await ben.showCameras(['Ada'], 'large');
    await expect.poll(() => eventsOf(ada, 'maxLayer').at(-1)).toEqual({ layer: 2 });
  });

  it('a room knows what its participants send; other rooms do not', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const cleo = await enter(media, 'Cleo', breakout);
    const open = { microphone: true, camera: false, screen: false, network: 'good' };
    await expect.poll(() => participantsOf(ada)).toEqual({ Ada: open, Ben: open });
    await expect.poll(() => participantsOf(cleo)).toEqual({ Cleo: open });
    await ben.openCamera();
    await ben.ask('pauseProducer', { source: 'microphone', paused: true });
    await ben.ask('networkQuality', { quality: 'weak' });
    await expect
      .poll(() => participantsOf(ada))
      .toEqual({ Ada: open, Ben: { microphone: false, camera: true, screen: false, network: 'weak' } });
    ben.move(breakout);
    await expect.poll(() => Object.keys(participantsOf(ada))).toEqual(['Ada']);
    await expect.poll(() => Object.keys(participantsOf(ben)).sort()).toEqual(['Ben', 'Cleo']);
    expect(participantsOf(cleo)).not.toHaveProperty('Ada');
  });

  it('[V] a forbidden microphone and camera stay closed until the rules allow them again, whatever the device asks', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.openCamera();
    await ada.showCameras(['Ben']);
    await consumersOf(ada).toEqual(['Ben camera', 'Ben microphone']);
    for (const source of ['microphone', 'camera'] as const) ben.peer.forbid(source);
    ben.changed();
    await consumersOf(ada).toEqual(['Ben microphone']);
    expect(
      eventsOf(ben, 'producerStopped')
        .map(({ source }) => source)
        .sort(),
    ).toEqual(['camera', 'microphone']);
    const forbidden = { ok: false, refusal: 'media.not-permitted' };
    expect(await ben.ask('pauseProducer', { source: 'microphone', paused: false })).toEqual(forbidden);
    expect(await ben.openMicrophone()).toEqual(forbidden);
    expect(await ben.openCamera()).toEqual(forbidden);
    for (const source of ['microphone', 'camera'] as const) ben.peer.allow(source);
    ben.changed();
    expect(await ben.ask('pauseProducer', { source: 'microphone', paused: false })).toMatchObject({ ok: true });
    expect(await ben.openCamera()).toMatchObject({ ok: true });
  });

  it('a screen is sent only while the rules let its owner share', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const share = () => ben.ask('produce', { source: 'screen', kind: 'video', rtpParameters: screen(7_001) });
    expect(await share()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    ben.peer.allow('screen');
    expect(await share()).toMatchObject({ ok: true });
    await ada.ask('show', { videos: [{ person: 'Ben', source: 'screen', size: 'large' }] });
    await consumersOf(ada).toEqual(['Ben microphone', 'Ben screen']);
    ben.peer.forbid('screen');
    ben.changed();
    await consumersOf(ada).toEqual(['Ben microphone']);
  });

  it('a plenary keeps eight speakers on standby, and the spotlight is always forwarded', async () => {
    const media = await openTestMedia();
    const names = Array.from({ length: 11 }, (_, at) => `Person ${at}`);
    for (const name of names) await enter(media, name);
    const ada = await enter(media, 'Ada');
    await expect.poll(() => ada.peer.consumers().length).toBe(limits.standbySpeakers - 1);
    spotlight.people = ['Person 0'];
    ada.changed();
    await expect.poll(() => ada.peer.consumers()).toContain('Person 0 microphone');
    ada.move(breakout);
    expect(ada.peer.consumers()).toEqual([]);
  });

  it('video is sent in the best codec that everybody can play, and changes when somebody joins who cannot', async () => {
    const media = await openTestMedia({ videoCodecs: ['VP9', 'VP8'] });
    const knowing = (codecs: string[]) => ({
      ...capabilities(),
      codecs: capabilities().codecs?.flatMap(codec =>
        codec.kind === 'audio' ? [codec] : codecs.map(mimeType => ({ ...codec, mimeType })),
      ),
    });
    const join = async (name: string, codecs: string[]) => {
      const device = connect(media, newPeer(name));
      const joining = {
        device: newDevice(),
        takeOver: false,
        by: 'sound',
        network: 'good',
        rtpCapabilities: knowing(codecs),
      } as const;
      expect(await device.ask('join', joining)).toMatchObject({ ok: true });
      return device;
    };
    const ada = await join('Ada', ['video/VP8', 'video/VP9']);
    expect(eventsOf(ada, 'videoCodec')).toEqual([{ codec: 'VP9' }]);
    const ben = await join('Ben', ['video/VP8']);
    expect(eventsOf(ben, 'videoCodec')).toEqual([{ codec: 'VP8' }]);
    expect(eventsOf(ada, 'videoCodec')).toEqual([{ codec: 'VP9' }, { codec: 'VP8' }]);
    ben.close();
    expect(eventsOf(ada, 'videoCodec').at(-1)).toEqual({ codec: 'VP9' });
  });

  it('a network probe tries one path at a time and forwards nothing', async () => {
    const media = await openTestMedia();
    const dina = connect(media, newPeer('Dina', lobby));
    for (const path of ['udp', 'tcp'] as const) {
      const opened = await dina.ask('probe', { path });
      if (!opened.ok) throw new Error(opened.refusal);
      const candidates = opened.reply.transport.iceCandidates as { protocol: string }[];
      expect(new Set(candidates.map(({ protocol }) => protocol))).toEqual(new Set([path]));
    }
    expect(await dina.ask('probe', { path: 'relay' })).toEqual({ ok: false, refusal: 'media.no-path' });
    expect(media.figures().participants).toBe(0);
    dina.peer.sit(null);
  });
});
