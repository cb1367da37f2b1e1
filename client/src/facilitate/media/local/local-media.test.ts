import { expect, it } from 'vitest';
import { openJoinedClient } from '../media-client.samples.ts';

const produced = (scene: Awaited<ReturnType<typeof openJoinedClient>>) =>
  scene.asked.filter(({ name }) => name === 'produce').map(({ input }) => input.source);

it('a camera sends the layer that somebody shows, and nothing while nobody does, but stays on', async () => {
  const { client, server, connection, names, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  const { layers } = connection('send');
  server().maxLayer({ layer: 1 });
  await expect.poll(() => layers).toEqual([1]);
  server().maxLayer({ layer: null });
  await expect.poll(() => layers).toEqual([1, false]);
  expect(view().camera).toBe('on');
  expect(tracks[0]?.readyState).toBe('live');
  server().maxLayer({ layer: 1 });
  await expect.poll(() => layers.slice(2)).toEqual([true, 2, 1]);
  expect(names()).not.toContain('closeProducer');
});

it('a camera that is turned on again sends all layers until the server says otherwise', async () => {
  const { client, server, connection, names } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  server().maxLayer({ layer: null });
  await expect.poll(() => connection('send').layers).toEqual([false]);
  client.toggleCamera();
  await expect.poll(names).toContain('closeProducer');
  client.toggleCamera();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(2);
  server().maxLayer({ layer: 0 });
  await expect.poll(() => connection('send').layers).toEqual([false, 0]);
});

it('a microphone that the server has muted is off without a request, and unmutes at once', async () => {
  const { client, server, asked, last, tracks, view } = await openJoinedClient();
  client.toggleMicrophone();
  await expect.poll(() => last('produce')).toBeDefined();
  await expect.poll(() => tracks[0]?.enabled).toBe(true);
  asked.length = 0;
  server().producerStopped({ source: 'microphone' });
  expect(view().microphone).toBe('off');
  await expect.poll(() => tracks[0]?.enabled).toBe(false);
  expect(asked).toEqual([]);
  client.toggleMicrophone();
  await expect.poll(() => last('pauseProducer')).toEqual({ source: 'microphone', paused: false });
  await expect.poll(() => tracks[0]?.enabled).toBe(true);
  expect(tracks).toHaveLength(1);
});

it('a microphone that may not be unmuted stays muted', async () => {
  const { client, server, refusals, last, tracks, view } = await openJoinedClient();
  client.toggleMicrophone();
  await expect.poll(() => last('produce')).toBeDefined();
  server().producerStopped({ source: 'microphone' });
  refusals.set('pauseProducer', 'media.not-permitted');
  client.toggleMicrophone();
  await expect.poll(() => view().microphone).toBe('off');
  expect(tracks[0]?.enabled).toBe(false);
});

it('a camera that the server has ended is released without a request', async () => {
  const { client, server, names, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  server().producerStopped({ source: 'camera' });
  await expect.poll(() => tracks[0]?.readyState).toBe('ended');
  expect(view()).toMatchObject({ camera: 'off', localVideo: null });
  expect(names()).not.toContain('closeProducer');
});

it('a device that was turned off while the browser asked for permission is not sent', async () => {
  const { client, names, permission, tracks, view, pass } = await openJoinedClient();
  let allow = () => {};
  permission.given = new Promise(resolve => {
    allow = resolve;
  });
  client.toggleCamera();
  await pass(0);
  client.toggleCamera();
  allow();
  await pass(1_000);
  expect(tracks).toHaveLength(1);
  expect(names()).not.toContain('produce');
  expect(tracks.every(({ readyState }) => readyState === 'ended')).toBe(true);
  expect(view().camera).toBe('off');
});

it('push to talk unmutes while the key is held', async () => {
  const { client, last, view } = await openJoinedClient();
  client.talk(true);
  await expect.poll(() => last('produce')).toMatchObject({ source: 'microphone' });
  client.talk(false);
  await expect.poll(() => last('pauseProducer')).toEqual({ source: 'microphone', paused: true });
  expect(view().microphone).toBe('off');
});

it('push to talk leaves a microphone on that was on anyway', async () => {
  const { client, view, pass } = await openJoinedClient();
  client.toggleMicrophone();
  await pass(0);
  client.talk(true);
  client.talk(false);
  await pass(0);
  expect(view().microphone).toBe('on');
});

it('another microphone takes the place of the one of before', async () => {
  const { client, names, connection, tracks } = await openJoinedClient();
  client.toggleMicrophone();
  await expect.poll(names).toContain('produce');
  await client.useDevice('microphone', 'headset');
  expect(tracks.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  expect(connection('send').replaced).toEqual([tracks[1]?.id]);
  expect(names().filter(name => name === 'produce')).toHaveLength(1);
});

it('a camera that does not open leaves the one of before', async () => {
  const { client, denied, names, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  denied.add('camera');
  await client.useDevice('camera', 'broken');
  expect(view().camera).toBe('on');
  expect(tracks[0]?.readyState).toBe('live');
});

it('a screen is shared with its audio, and both end when the browser ends it', async () => {
  const scene = await openJoinedClient();
  const { client, names, tracks, view } = scene;
  expect(await client.startScreen()).toBe(true);
  await expect.poll(() => produced(scene)).toEqual(['screen', 'screen-audio']);
  expect(view()).toMatchObject({ screen: 'on' });
  expect(view().localScreen?.id).toBe(tracks[0]?.id);
  tracks[0]?.unplug();
  await expect.poll(() => names().filter(name => name === 'closeProducer')).toHaveLength(2);
  expect(view()).toMatchObject({ screen: 'off', localScreen: null });
  expect(tracks[1]?.readyState).toBe('ended');
});

it('choosing no screen is no problem', async () => {
  const { client, denied, view } = await openJoinedClient();
  denied.add('screen');
  expect(await client.startScreen()).toBe(false);
  expect(view().screen).toBe('off');
});

it('a screen is sent again for a moment until the room agrees, and ends without that', async () => {
  const scene = await openJoinedClient();
  const { client, refusals, view, pass } = scene;
  refusals.set('produce', 'media.not-permitted');
  await client.startScreen();
  await expect.poll(() => produced(scene)).toContain('screen');
  refusals.clear();
  await pass(500);
  expect(view().screen).toBe('on');
  client.stopScreen();
  refusals.set('produce', 'media.not-permitted');
  await client.startScreen();
  await pass(5_000);
  expect(view().screen).toBe('off');
});

it('saving data by choice leaves one’s own camera to its button, and speaks with fewer bits', async () => {
  const scene = await openJoinedClient();
  const { client, remembered, tracks, view, last } = scene;
  client.toggleMicrophone();
  client.toggleCamera();
  await expect.poll(() => produced(scene)).toHaveLength(2);
  client.chooseQuality('audio-only');
  expect(view()).toMatchObject({
    camera: 'on',
    microphone: 'on',
    quality: { network: 'audio-only', rung: 'audio-only' },
  });
  await expect.poll(() => last('networkQuality')).toEqual({ quality: 'audio-only' });
  // The voice goes on in longer packets of fewer bits.
  await expect.poll(() => produced(scene)).toEqual(['microphone', 'camera', 'microphone']);
  expect(scene.connection('send').sent.at(-1)?.codecOptions).toMatchObject({ opusPtime: 60 });
  client.chooseQuality('everything');
  await expect.poll(() => produced(scene).slice(3)).toEqual(['microphone']);
  expect(remembered).toEqual(['audio-only', 'everything']);
  expect(tracks.filter(({ readyState }) => readyState === 'live')).toHaveLength(2);
});
