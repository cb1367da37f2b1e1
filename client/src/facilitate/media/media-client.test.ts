import { expect, it } from 'vitest';
import { hello, joined, open, session, streamOf } from './media-client.samples.ts';

const [ada, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];

it('nothing is connected before somebody joins, nor after they left', async () => {
  const { client, lines, view } = open();
  expect(lines).toEqual([]);
  client.join(session);
  client.join(session);
  expect(view().status).toBe('connecting');
  expect(lines).toHaveLength(1);
  client.leave();
  expect(view().status).toBe('off');
  expect(lines[0]?.isOpen).toBe(false);
});

it('a server without media is said so', () => {
  const { client, server, view } = open();
  client.join(session);
  server().router(null);
  expect(view().status).toBe('unavailable');
});

it('what others send is shown by person, until it ends', async () => {
  const { server, view, names } = await joined();
  server().consumer(streamOf(ada, 'audio'));
  server().consumer(streamOf(ada, 'video'));
  server().consumer(streamOf(ben, 'audio'));
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
  server().consumerClosed({ consumer: `${ada}-video` });
  expect(view().streams.get(ada)).not.toHaveProperty('video');
  server().consumerClosed({ consumer: `${ada}-audio` });
  expect([...view().streams.keys()]).toEqual([ben]);
});

it('a stream that ends while the browser opens it is not shown', async () => {
  const { server, view } = await joined();
  server().consumer(streamOf(ada, 'audio'));
  server().consumerClosed({ consumer: `${ada}-audio` });
  server().consumer(streamOf(ben, 'audio'));
  await expect.poll(() => [...view().streams.keys()]).toEqual([ben]);
});

it('a stream that is announced before the connection stands is shown when it does', async () => {
  const { client, server, view } = open();
  client.join(session);
  server().router(hello());
  server().consumer(streamOf(ada, 'audio'));
  await expect.poll(() => [...view().streams.keys()]).toEqual([ada]);
});

it('the microphone is silenced without being given back, and opens again at once', async () => {
  const { client, asked, tracks, view } = await joined();
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

it('a camera that is switched off goes dark', async () => {
  const { client, asked, tracks, view } = await joined();
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)?.name).toBe('produce');
  expect(view().localVideo).toBe(tracks[0]);
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)).toEqual({ name: 'closeProducer', input: { source: 'camera' } });
  expect(tracks[0]?.readyState).toBe('ended');
  expect(view()).toMatchObject({ camera: 'off', localVideo: null });
});

it('who forbids the device sees that, and can try again', async () => {
  const { client, denied, view } = await joined();
  denied.add('microphone');
  client.toggleMicrophone();
  await expect.poll(() => view().microphone).toBe('denied');
  denied.clear();
  client.toggleMicrophone();
  await expect.poll(() => view().microphone).toBe('on');
});

it('a camera that is pulled out gives way to another, silently', async () => {
  const { client, names, tracks, view } = await joined();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  tracks[0]?.unplug();
  await expect.poll(() => view().localVideo?.id === tracks[1]?.id).toBe(true);
  expect(view().camera).toBe('on');
  expect(names()).not.toContain('closeProducer');
});

it('a camera that is pulled out and was the only one is missing, and its picture ends', async () => {
  const { client, asked, denied, tracks, view } = await joined();
  client.toggleCamera();
  await expect.poll(() => asked.at(-1)?.name).toBe('produce');
  await expect.poll(() => view().camera).toBe('on');
  denied.add('camera');
  tracks[0]?.unplug();
  await expect.poll(() => asked.at(-1)).toEqual({ name: 'closeProducer', input: { source: 'camera' } });
  expect(view()).toMatchObject({ camera: 'missing', localVideo: null });
});

it('what the lobby refuses is sent when the person is let in', async () => {
  const { client, names, refusals } = await joined();
  refusals.set('produce', 'media.not-permitted');
  client.toggleMicrophone();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(1);
  refusals.clear();
  client.roomChanged();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(2);
});

it('what the server refuses is taken back before anything else is sent, and what is allowed a moment later is sent', async () => {
  const { client, asked, connection, names, refusals, view, pass } = await joined();
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

it('after a worker was replaced an open microphone comes back, a silenced one stays silent', async () => {
  const { client, server, asked, names, refusals, view } = await joined();
  client.toggleMicrophone();
  client.toggleCamera();
  await expect.poll(() => asked.filter(({ name }) => name === 'produce')).toHaveLength(2);
  client.toggleMicrophone();
  await expect.poll(() => asked.at(-1)?.name).toBe('pauseProducer');
  server().consumer(streamOf(ada, 'audio'));
  await expect.poll(() => view().streams.size).toBe(1);
  asked.length = 0;
  refusals.set('rejoin', 'media.not-here');
  server().router(hello());
  expect(view().status).toBe('reconnecting');
  await expect.poll(() => view().status).toBe('on');
  expect(view().streams).toEqual(new Map());
  expect(names().slice(0, 2)).toEqual(['rejoin', 'join']);
  await expect.poll(() => asked.find(({ name }) => name === 'produce')).toMatchObject({ input: { source: 'camera' } });
  expect(asked.filter(({ name }) => name === 'produce')).toHaveLength(1);
  expect(view().microphone).toBe('off');
});

it('who is not seated yet joins as soon as they are', async () => {
  const { client, server, refusals, names, view, pass } = open();
  refusals.set('join', 'media.not-here');
  client.join(session);
  server().router(hello());
  await expect.poll(() => names()).toEqual(['join']);
  await pass(1_000);
  await expect.poll(() => names()).toEqual(['join', 'join']);
  refusals.clear();
  client.roomChanged();
  await expect.poll(() => view().status).toBe('on');
});

it('another tab takes the seat and the devices, until this one takes it back', async () => {
  const { client, server, names, tracks, view } = await joined();
  client.toggleMicrophone();
  await expect.poll(() => names().at(-1)).toBe('produce');
  server().replaced();
  expect(view()).toMatchObject({ status: 'replaced', microphone: 'off' });
  await expect.poll(() => tracks[0]?.readyState).toBe('ended');
  server().router(hello());
  expect(view().status).toBe('replaced');
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
});

it('who takes part with a device is known, all at first and then what changes', async () => {
  const { client, server, view } = await joined();
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

it('who speaks is passed on', async () => {
  const { server, view } = await joined();
  server().activeSpeakers([ben, ada]);
  expect(view().activeSpeakers).toEqual([ben, ada]);
});
