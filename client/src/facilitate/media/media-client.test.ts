import { expect, it } from 'vitest';
import { consumerOf, openJoinedClient, openTestClient, routerInfo, session } from './media-client.samples.ts';

const [ada, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];

it('nothing is connected before the join, nor after leaving', async () => {
  const { client, sockets, view } = openTestClient();
  expect(sockets).toEqual([]);
  client.join(session);
  client.join(session);
  expect(view().status).toBe('connecting');
  expect(sockets).toHaveLength(1);
  client.leave();
  expect(view().status).toBe('off');
  expect(sockets[0]?.isOpen).toBe(false);
});

it('a server without media makes media unavailable', () => {
  const { client, server, view } = openTestClient();
  client.join(session);
  server().router(null);
  expect(view().status).toBe('unavailable');
});

it('who takes part by text reads: they hear who speaks by name, and are sent a screen for as long as they look at it', async () => {
  const { client, server, last, pass, view } = openTestClient();
  client.join(session, 'text');
  server().router(routerInfo());
  await expect.poll(() => last('join')).toMatchObject({ by: 'text' });
  expect(view().status).toBe('reading');
  server().activeSpeakers([ada]);
  expect(view().activeSpeakers).toEqual([ada]);
  client.showVideos([{ person: ada, source: 'camera', size: 'large' }]);
  await pass(1_000);
  expect(last('show')?.videos ?? []).toEqual([]);
  client.lookAtScreen(ben);
  await pass(1_000);
  expect(last('show')).toEqual({ videos: [{ person: ben, source: 'screen', size: 'large' }] });
  client.lookAtScreen(null);
  await pass(1_000);
  expect(last('show')).toEqual({ videos: [] });
});

it('who reads and turns the sound on has another place in the session; another device of theirs is no question while they read', async () => {
  const { client, server, refusals, last, view } = openTestClient();
  refusals.set('join', 'media.elsewhere');
  client.join(session, 'text');
  server().router(routerInfo());
  await expect.poll(() => view().status).toBe('off');
  refusals.clear();
  client.join(session, 'sound');
  expect(view().status).toBe('connecting');
  server().router(routerInfo());
  await expect.poll(() => view().status).toBe('on');
  expect(last('join')).toMatchObject({ by: 'sound' });
});

it('what the others send is listed by person until it ends', async () => {
  const { server, view, names } = await openJoinedClient();
  server().consumers({ began: [consumerOf(ada, 'audio')], ended: [] });
  server().consumers({ began: [consumerOf(ada, 'video')], ended: [] });
  server().consumers({ began: [consumerOf(ben, 'audio')], ended: [] });
  await expect.poll(() => view().streams.size).toBe(2);
  await expect
    .poll(() => view().streams.get(ada))
    .toMatchObject({
      audio: { kind: 'audio' },
      video: { kind: 'video' },
      audioPaused: false,
    });
  expect(names().filter(name => name === 'resumeConsumer')).toHaveLength(1);
  server().consumerPaused({ consumer: `${ada}-audio`, paused: true });
  expect(view().streams.get(ada)).toMatchObject({ audioPaused: true, videoPaused: false });
  server().consumers({ began: [], ended: [`${ada}-video`] });
  expect(view().streams.get(ada)).not.toHaveProperty('video');
  server().consumers({ began: [], ended: [`${ada}-audio`] });
  expect([...view().streams.keys()]).toEqual([ben]);
});

it('a consumer that ends while the browser opens it is not listed', async () => {
  const { server, view } = await openJoinedClient();
  server().consumers({ began: [consumerOf(ada, 'audio')], ended: [] });
  server().consumers({ began: [], ended: [`${ada}-audio`] });
  server().consumers({ began: [consumerOf(ben, 'audio')], ended: [] });
  await expect.poll(() => [...view().streams.keys()]).toEqual([ben]);
});

it('a consumer that is announced before the transports exist is opened over them', async () => {
  const { client, server, view } = openTestClient();
  client.join(session);
  server().router(routerInfo());
  server().consumers({ began: [consumerOf(ada, 'audio')], ended: [] });
  await expect.poll(() => [...view().streams.keys()]).toEqual([ada]);
});

it('the microphone is muted without being released, and unmutes at once', async () => {
  const { client, asked, tracks, view } = await openJoinedClient();
  client.toggleMicrophone();
  await expect
    .poll(() => asked.at(-1))
    .toMatchObject({ name: 'produce', input: { source: 'microphone', kind: 'audio' } });
  client.toggleMicrophone();
  await expect
    .poll(() => asked.at(-1))
    .toEqual({ name: 'pauseProducer', input: { source: 'microphone', paused: true } });
  expect(view().microphone).toBe('off');
  client.toggleMicrophone();
  await expect
    .poll(() => asked.at(-1))
    .toEqual({ name: 'pauseProducer', input: { source: 'microphone', paused: false } });
  expect(view().microphone).toBe('on');
  expect(tracks).toHaveLength(1);
});

it('a camera that is turned off is released', async () => {
  const { client, asked, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)?.name).toBe('produce');
  expect(view().localVideo).toBe(tracks[0]);
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)).toEqual({ name: 'closeProducer', input: { source: 'camera' } });
  expect(tracks[0]?.readyState).toBe('ended');
  expect(view()).toMatchObject({ camera: 'off', localVideo: null });
});

it('a device that the browser denies says so, and can be tried again', async () => {
  const { client, denied, view } = await openJoinedClient();
  denied.add('microphone');
  client.toggleMicrophone();
  await expect.poll(() => view().microphone).toBe('denied');
  denied.clear();
  client.toggleMicrophone();
  await expect.poll(() => view().microphone).toBe('on');
});

it('a camera that is pulled out is replaced by another one', async () => {
  const { client, names, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  tracks[0]?.unplug();
  await expect.poll(() => view().localVideo?.id === tracks[1]?.id).toBe(true);
  expect(view().camera).toBe('on');
  expect(names()).not.toContain('closeProducer');
});

it('the only camera that is pulled out is missing, and its video ends', async () => {
  const { client, asked, denied, tracks, view } = await openJoinedClient();
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)?.name).toBe('produce');
  await expect.poll(() => view().camera).toBe('on');
  denied.add('camera');
  tracks[0]?.unplug();
  await expect.poll(() => asked.at(-1)).toEqual({ name: 'closeProducer', input: { source: 'camera' } });
  expect(view()).toMatchObject({ camera: 'missing', localVideo: null });
});

it('what the lobby refuses is sent when the person comes into the room', async () => {
  const { client, names, refusals } = await openJoinedClient();
  refusals.set('produce', 'media.not-permitted');
  client.toggleMicrophone();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(1);
  refusals.clear();
  client.roomChanged();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(2);
});

it('what the server refuses is closed before anything else is negotiated, and what is allowed a moment later is sent', async () => {
  const { client, asked, connection, names, refusals, view, pass } = await openJoinedClient();
  refusals.set('produce', 'media.not-permitted');
  client.toggleMicrophone();
  client.toggleCamera();
  await client.startScreen();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(4);
  refusals.clear();
  await pass(500);
  const screens = () => asked.filter(({ input }) => String(input.source).startsWith('screen'));
  await expect.poll(screens).toHaveLength(4);
  expect(view().screen).toBe('on');
  await pass(0);
  expect(connection('send').overlaps).toBe(0);
});

it('after a worker was replaced, what was on comes back, and a muted microphone stays muted', async () => {
  const { client, server, asked, names, refusals, view } = await openJoinedClient();
  client.toggleMicrophone();
  client.toggleCamera();
  await expect.poll(() => asked.filter(({ name }) => name === 'produce')).toHaveLength(2);
  client.toggleMicrophone();
  await expect.poll(() => asked.at(-1)?.name).toBe('pauseProducer');
  server().consumers({ began: [consumerOf(ada, 'audio')], ended: [] });
  await expect.poll(() => view().streams.size).toBe(1);
  asked.length = 0;
  refusals.set('rejoin', 'media.not-here');
  server().router(routerInfo());
  expect(view().status).toBe('reconnecting');
  await expect.poll(() => view().status).toBe('on');
  expect(view().streams).toEqual(new Map());
  expect(names().slice(0, 2)).toEqual(['rejoin', 'join']);
  await expect.poll(() => asked.find(({ name }) => name === 'produce')).toMatchObject({ input: { source: 'camera' } });
  expect(asked.filter(({ name }) => name === 'produce')).toHaveLength(1);
  expect(view().microphone).toBe('off');
});

it('a person without a seat joins as soon as they have one', async () => {
  const { client, server, refusals, names, view, pass } = openTestClient();
  refusals.set('join', 'media.not-here');
  client.join(session);
  server().router(routerInfo());
  await expect.poll(() => names()).toEqual(['join']);
  await pass(1_000);
  await expect.poll(() => names()).toEqual(['join', 'join']);
  refusals.clear();
  client.roomChanged();
  await expect.poll(() => view().status).toBe('on');
});

it('another tab takes over with its devices, until this one takes over again', async () => {
  const { client, server, names, tracks, view } = await openJoinedClient();
  client.toggleMicrophone();
  await expect.poll(() => names().at(-1)).toBe('produce');
  server().replaced();
  expect(view()).toMatchObject({ status: 'replaced', microphone: 'off' });
  await expect.poll(() => tracks[0]?.readyState).toBe('ended');
  server().router(routerInfo());
  expect(view().status).toBe('replaced');
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
});

it('the participants are known: all at first, and then what changes', async () => {
  const { client, server, view } = await openJoinedClient();
  const [silent, seen] = [
    { microphone: false, camera: false, screen: false, network: 'good' },
    { microphone: true, camera: true, screen: false, network: 'weak' },
  ] as const;
  server().participants({ all: true, people: { [ada]: silent, [ben]: silent } });
  server().participants({ all: false, people: { [ada]: seen, [ben]: null } });
  expect([...view().participants]).toEqual([[ada, seen]]);
  server().participants({ all: true, people: { [ben]: seen } });
  expect([...view().participants]).toEqual([[ben, seen]]);
  client.leave();
  expect(view().participants.size).toBe(0);
});

it('the active speakers are passed on', async () => {
  const { server, view } = await openJoinedClient();
  server().activeSpeakers([ben, ada]);
  expect(view().activeSpeakers).toEqual([ben, ada]);
});
