import { expect, it } from 'vitest';
import { consumerOf, openJoinedClient, openTestClient, routerInfo, session, tab } from '../media-client.samples.ts';

const [ada, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];

/** Somebody in a meeting, who speaks and receives Ada. */
async function meeting() {
  const scene = await openJoinedClient();
  scene.client.toggleMicrophone();
  scene.server().consumers({ began: [consumerOf(ada, 'audio')], ended: [] });
  scene.server().consumers({ began: [consumerOf(ada, 'video')], ended: [] });
  await expect.poll(() => scene.view().streams.get(ada)?.video).toBeDefined();
  await expect.poll(scene.names).toContain('produce');
  await scene.pass(1_000);
  scene.asked.length = 0;
  return scene;
}

it('a lost socket leaves audio and video alone, and the device rejoins without joining again', async () => {
  const { loseSocket, restoreSocket, arriving, connection, names, asked, tracks, view } = await meeting();
  const heardBefore = view().streams.get(ada)?.audio;
  loseSocket();
  expect(view().status).toBe('reconnecting');
  expect(view().streams.get(ada)?.audio).toBe(heardBefore);
  expect(tracks[0]).toMatchObject({ readyState: 'live', enabled: true });
  arriving.push({ ...consumerOf(ada, 'audio'), paused: true }, consumerOf(ben, 'audio'));
  restoreSocket();
  await expect.poll(() => view().status).toBe('on');
  expect(asked[0]).toEqual({ name: 'rejoin', input: { device: tab } });
  expect([connection('send').restarts, connection('recv').restarts]).toEqual([1, 1]);
  await expect.poll(() => view().streams.get(ben)?.audio).toBeDefined();
  expect(view().streams.get(ada)).toMatchObject({ audio: heardBefore, audioPaused: true });
  expect(view().streams.get(ada)).not.toHaveProperty('video');
  expect(names()).not.toContain('join');
  expect(names()).not.toContain('produce');
});

it('a device that the server has forgotten joins again, and sends again what was on and nothing else', async () => {
  const { client, loseSocket, restoreSocket, refusals, names, asked, view } = await meeting();
  client.toggleCamera();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(1);
  client.toggleCamera();
  await expect.poll(names).toContain('closeProducer');
  asked.length = 0;
  loseSocket();
  refusals.set('rejoin', 'media.not-here');
  restoreSocket();
  await expect.poll(() => view().status).toBe('on');
  expect(names().slice(0, 2)).toEqual(['rejoin', 'join']);
  expect(asked[1]).toMatchObject({ input: { device: tab, takeOver: false, network: 'good' } });
  await expect.poll(names).toContain('produce');
  const sent = asked.filter(({ name }) => name === 'produce');
  expect(sent.map(({ input }) => input.source)).toEqual(['microphone']);
  expect(view()).toMatchObject({ microphone: 'on', camera: 'off' });
});

it('what was muted without a socket is told on the rejoin', async () => {
  const { client, loseSocket, restoreSocket, names, last, tracks } = await meeting();
  loseSocket();
  client.toggleMicrophone();
  await expect.poll(() => tracks[0]?.enabled).toBe(false);
  expect(names()).toEqual([]);
  restoreSocket();
  await expect.poll(() => last('pauseProducer')).toEqual({ source: 'microphone', paused: true });
});

it('a device that a host has muted meanwhile learns of it on the rejoin', async () => {
  const { loseSocket, restoreSocket, refusals, tracks, view } = await meeting();
  loseSocket();
  refusals.set('pauseProducer', 'media.not-permitted');
  restoreSocket();
  await expect.poll(() => view().microphone).toBe('off');
  expect(tracks[0]?.enabled).toBe(false);
});

it('a camera that was turned off without a socket is closed on the rejoin', async () => {
  const { client, loseSocket, restoreSocket, names, last } = await meeting();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  loseSocket();
  client.toggleCamera();
  restoreSocket();
  await expect.poll(() => last('closeProducer')).toEqual({ source: 'camera' });
});

it('a transport that could not connect without a socket is made again by a new join', async () => {
  const { client, loseSocket, restoreSocket, names, view, pass } = await openJoinedClient();
  loseSocket();
  client.toggleMicrophone();
  await pass(0);
  expect(view().microphone).toBe('on');
  restoreSocket();
  await expect.poll(() => view().status).toBe('on');
  expect(names().filter(name => name === 'join')).toHaveLength(2);
  await expect.poll(names).toContain('produce');
});

it('the place of another device is taken only when its owner says so', async () => {
  const { client, server, loseSocket, restoreSocket, refusals, asked, names, view, pass } = openTestClient();
  refusals.set('join', 'media.elsewhere');
  client.join(session);
  server().router(routerInfo());
  await expect.poll(() => view().status).toBe('elsewhere');
  await pass(60_000);
  expect(names()).toEqual(['join']);
  refusals.clear();
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
  const taken = () => asked.filter(({ name }) => name === 'join').map(({ input }) => input.takeOver);
  expect(taken()).toEqual([false, true]);
  // It holds for one join only.
  loseSocket();
  refusals.set('rejoin', 'media.not-here');
  restoreSocket();
  await expect.poll(taken).toEqual([false, true, false]);
});

it('a device that was replaced stays so when the socket is back, and takes over when its owner says so', async () => {
  const { client, server, loseSocket, restoreSocket, last, view } = await meeting();
  server().replaced();
  expect(view().status).toBe('replaced');
  loseSocket();
  restoreSocket();
  expect(view().status).toBe('replaced');
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
  expect(last('join')).toMatchObject({ device: tab, takeOver: true });
});

it('a transport that breaks restarts ICE, and the meeting goes on', async () => {
  const { connection, names, asked, view, pass } = await meeting();
  connection('send').handler.setConnectionState('connected');
  connection('send').handler.setConnectionState('disconnected');
  await expect.poll(() => connection('send').restarts).toBe(1);
  expect(view().status).toBe('on');
  await pass(1_000);
  expect(view().status).toBe('reconnecting');
  expect(asked).toEqual([{ name: 'restartIce', input: { direction: 'send' } }]);
  connection('send').handler.setConnectionState('connected');
  expect(view().status).toBe('on');
  await pass(10_000);
  expect(names()).toEqual(['restartIce']);
});

it('a transport that no ICE restart heals leads to a new join', async () => {
  const { connection, names, view, pass } = await meeting();
  connection('recv').handler.setConnectionState('failed');
  await pass(5_000);
  expect(names()).toEqual(['restartIce']);
  await pass(2_000);
  await expect.poll(() => names().slice(0, 2)).toEqual(['restartIce', 'join']);
  await expect.poll(() => view().status).toBe('on');
});

it('a transport whose STUN requests have no answer for three seconds restarts ICE', async () => {
  const { connection, asked, pass } = await meeting();
  const pair = { type: 'candidate-pair', requestsSent: 1, responsesReceived: 1, bytesReceived: 100 };
  connection('recv').stats = [pair];
  await pass(5_000);
  expect(asked).toEqual([]);
  connection('recv').stats = [{ ...pair, requestsSent: 2 }];
  await pass(2_000);
  expect(asked).toEqual([]);
  await pass(2_000);
  expect(asked).toEqual([{ name: 'restartIce', input: { direction: 'receive' } }]);
});

it('another network restarts ICE at once', async () => {
  const { page, asked, pass } = await meeting();
  page.tell('network');
  await pass(0);
  expect(asked.map(({ input }) => input.direction)).toEqual(['send', 'receive']);
});

it('a socket on which nothing is answered is replaced by another', async () => {
  const { page, unanswered, socket, pass } = await meeting();
  unanswered.add('restartIce');
  page.tell('network');
  await pass(0);
  expect(socket().reconnects).toBeGreaterThan(0);
});

it('a page that is shown again finds out at once whether its socket is alive', async () => {
  const { page, unanswered, names, socket, loseSocket, pass } = await meeting();
  page.tell('hidden');
  page.tell('shown');
  await pass(0);
  expect(names()).toContain('networkQuality');
  expect(socket().reconnects).toBe(0);
  unanswered.add('networkQuality');
  page.tell('shown');
  await pass(0);
  expect(socket().reconnects).toBe(1);
  loseSocket();
  page.tell('shown');
  expect(socket().connectNows).toBe(1);
});

it('a server that refuses is asked again after pauses that grow', async () => {
  const { client, server, refusals, names, view, pass } = openTestClient();
  refusals.set('join', 'fault');
  client.join(session);
  server().router(routerInfo());
  for (const [pause, joins] of [
    [0, 1],
    [1_000, 2],
    [1_000, 2],
    [1_000, 3],
    [4_000, 4],
    [5_000, 5],
    [5_000, 6],
  ] as const) {
    await pass(pause);
    await expect.poll(() => names().filter(name => name === 'join')).toHaveLength(joins);
  }
  refusals.clear();
  await pass(5_000);
  await expect.poll(() => view().status).toBe('on');
});
