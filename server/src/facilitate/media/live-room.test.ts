import { limits } from '@multaqa/shared/limits';
import { beforeEach, describe, expect, it } from 'vitest';
import { companyOf, connect, enter, newDevice, openTestMedia, streamsOf, told } from './devices.samples.ts';
import { breakout, capabilities, light, lobby, newGuest, plenary, workerBin } from './media.samples.ts';

const screen = (ssrc: number) => ({
  mid: `screen-${ssrc}`,
  codecs: [{ mimeType: 'video/VP8', payloadType: 101, clockRate: 90_000 }],
  encodings: [{ ssrc }],
});

describe.skipIf(workerBin === null)('a live room, through a real worker', () => {
  beforeEach(() => {
    light.people = [];
  });

  it('a stream that was on its way to somebody who is moved meanwhile does not arrive', async () => {
    const media = await openTestMedia();
    await enter(media, 'Ada');
    const ben = await enter(media, 'Ben', breakout);
    for (let turn = 0; turn < 20; turn += 1) {
      ben.move(plenary);
      ben.move(breakout);
    }
    // The worker answers in order: when this is answered, all streams before it have been made or given up.
    expect(await ben.ask('restartIce', { direction: 'receive' })).toMatchObject({ ok: true });
    expect(ben.count('consumer')).toBe(0);
    expect(media.figures()).toMatchObject({ streams: 0, differences: 0 });
  });

  it('a picture is sent to those who show it, and to nobody else', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const [ben, cleo] = [await enter(media, 'Ben'), await enter(media, 'Cleo')];
    await ada.show();
    await ben.watch(['Ada']);
    await streamsOf(ben).toEqual(['Ada camera', 'Ada microphone', 'Cleo microphone']);
    await streamsOf(cleo).toEqual(['Ada microphone', 'Ben microphone']);
    await ben.watch([]);
    await expect.poll(() => ben.count('consumerClosed'), { timeout: 10_000 }).toBe(1);
  });

  it('a camera is asked for no more than somebody shows, and for more at once', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ada.show();
    await expect.poll(() => told(ada, 'maxLayer'), { timeout: 8_000 }).toEqual([{ layer: null }]);
    await ben.watch(['Ada'], 'small');
    await expect.poll(() => told(ada, 'maxLayer').at(-1)).toEqual({ layer: 0 });
    await ben.watch(['Ada'], 'large');
    await expect.poll(() => told(ada, 'maxLayer').at(-1)).toEqual({ layer: 2 });
  });

  it('a room knows who has what open; other rooms hear nothing of it', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const cleo = await enter(media, 'Cleo', breakout);
    const open = { microphone: true, camera: false, screen: false, network: 'good' };
    await expect.poll(() => companyOf(ada)).toEqual({ Ada: open, Ben: open });
    await expect.poll(() => companyOf(cleo)).toEqual({ Cleo: open });
    await ben.show();
    await ben.ask('pauseProducer', { source: 'microphone', paused: true });
    await ben.ask('networkQuality', { quality: 'weak' });
    await expect
      .poll(() => companyOf(ada))
      .toEqual({ Ada: open, Ben: { microphone: false, camera: true, screen: false, network: 'weak' } });
    ben.move(breakout);
    await expect.poll(() => Object.keys(companyOf(ada))).toEqual(['Ada']);
    await expect.poll(() => Object.keys(companyOf(ben)).sort()).toEqual(['Ben', 'Cleo']);
    expect(companyOf(cleo)).not.toHaveProperty('Ada');
  });

  it('[V] who was silenced stays silent until the rules allow it again, whatever the device asks', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    await ben.show();
    await ada.watch(['Ben']);
    await streamsOf(ada).toEqual(['Ben camera', 'Ben microphone']);
    for (const source of ['microphone', 'camera'] as const) ben.guest.forbid(source);
    ben.changed();
    await streamsOf(ada).toEqual(['Ben microphone']);
    expect(
      told(ben, 'producerStopped')
        .map(({ source }) => source)
        .sort(),
    ).toEqual(['camera', 'microphone']);
    const forbidden = { ok: false, refusal: 'media.not-permitted' };
    expect(await ben.ask('pauseProducer', { source: 'microphone', paused: false })).toEqual(forbidden);
    expect(await ben.speak()).toEqual(forbidden);
    expect(await ben.show()).toEqual(forbidden);
    for (const source of ['microphone', 'camera'] as const) ben.guest.allow(source);
    ben.changed();
    expect(await ben.ask('pauseProducer', { source: 'microphone', paused: false })).toMatchObject({ ok: true });
    expect(await ben.show()).toMatchObject({ ok: true });
  });

  it('a screen is sent by the one whom the rules let share', async () => {
    const media = await openTestMedia();
    const ada = await enter(media, 'Ada');
    const ben = await enter(media, 'Ben');
    const share = () => ben.ask('produce', { source: 'screen', kind: 'video', rtpParameters: screen(7_001) });
    expect(await share()).toEqual({ ok: false, refusal: 'media.not-permitted' });
    ben.guest.allow('screen');
    expect(await share()).toMatchObject({ ok: true });
    await ada.ask('show', { videos: [{ person: 'Ben', source: 'screen', size: 'large' }] });
    await streamsOf(ada).toEqual(['Ben microphone', 'Ben screen']);
    ben.guest.forbid('screen');
    ben.changed();
    await streamsOf(ada).toEqual(['Ben microphone']);
  });

  it('a plenary keeps eight voices ready, and the light is always among those that are sent', async () => {
    const media = await openTestMedia();
    const names = Array.from({ length: 11 }, (_, at) => `Guest ${at}`);
    for (const name of names) await enter(media, name);
    const ada = await enter(media, 'Ada');
    await expect.poll(() => ada.guest.streams().length).toBe(limits.voicesReady - 1);
    light.people = ['Guest 0'];
    ada.changed();
    await expect.poll(() => ada.guest.streams()).toContain('Guest 0 microphone');
    ada.move(breakout);
    expect(ada.guest.streams()).toEqual([]);
  });

  it('pictures are sent in the best codec that everybody plays, and change when somebody comes who cannot', async () => {
    const media = await openTestMedia({ pictureCodecs: ['VP9', 'VP8'] });
    const knowing = (codecs: string[]) => ({
      ...capabilities(),
      codecs: capabilities().codecs?.flatMap(codec =>
        codec.kind === 'audio' ? [codec] : codecs.map(mimeType => ({ ...codec, mimeType })),
      ),
    });
    const join = async (name: string, codecs: string[]) => {
      const device = connect(media, newGuest(name));
      const joining = {
        device: newDevice(),
        takeOver: false,
        network: 'good',
        rtpCapabilities: knowing(codecs),
      } as const;
      expect(await device.ask('join', joining)).toMatchObject({ ok: true });
      return device;
    };
    const ada = await join('Ada', ['video/VP8', 'video/VP9']);
    expect(told(ada, 'videoCodec')).toEqual([{ codec: 'VP9' }]);
    const ben = await join('Ben', ['video/VP8']);
    expect(told(ben, 'videoCodec')).toEqual([{ codec: 'VP8' }]);
    expect(told(ada, 'videoCodec')).toEqual([{ codec: 'VP9' }, { codec: 'VP8' }]);
    ben.close();
    expect(told(ada, 'videoCodec').at(-1)).toEqual({ codec: 'VP9' });
  });

  it('a network is tried by each way, one at a time, and forwards nothing', async () => {
    const media = await openTestMedia();
    const dina = connect(media, newGuest('Dina', lobby));
    for (const way of ['udp', 'tcp'] as const) {
      const opened = await dina.ask('probe', { path: way });
      if (!opened.ok) throw new Error(opened.refusal);
      const candidates = opened.reply.transport.iceCandidates as { protocol: string }[];
      expect(new Set(candidates.map(({ protocol }) => protocol))).toEqual(new Set([way]));
    }
    expect(await dina.ask('probe', { path: 'relay' })).toEqual({ ok: false, refusal: 'media.no-path' });
    expect(media.figures().people).toBe(0);
    dina.guest.sit(null);
  });
});
