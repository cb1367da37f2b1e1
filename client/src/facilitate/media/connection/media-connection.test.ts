import { expect, it } from 'vitest';
import { hello, joined, open, session, streamOf, tab } from '../media-client.samples.ts';

const [ada, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];

/** Somebody in the middle of a meeting, who speaks and hears Ada. */
async function meeting() {
  const scene = await joined();
  scene.client.toggleMicrophone();
  scene.server().consumer(streamOf(ada, 'audio'));
  scene.server().consumer(streamOf(ada, 'video'));
  await expect.poll(() => scene.view().streams.get(ada)?.video).toBeDefined();
  await expect.poll(scene.names).toContain('produce');
  await scene.pass(1_000);
  scene.asked.length = 0;
  return scene;
}

it('a lost line leaves voices and pictures alone, and the device returns without joining anew', async () => {
  const { loseLine, findLine, arriving, connection, names, asked, tracks, view } = await meeting();
  const heardBefore = view().streams.get(ada)?.audio;
  loseLine();
  expect(view().status).toBe('reconnecting');
  expect(view().streams.get(ada)?.audio).toBe(heardBefore);
  expect(tracks[0]).toMatchObject({ readyState: 'live', enabled: true });
  arriving.push({ ...streamOf(ada, 'audio'), paused: true }, streamOf(ben, 'audio'));
  findLine();
  await expect.poll(() => view().status).toBe('on');
  expect(asked[0]).toEqual({ name: 'rejoin', input: { device: tab } });
  expect([connection('send').restarts, connection('recv').restarts]).toEqual([1, 1]);
  await expect.poll(() => view().streams.get(ben)?.audio).toBeDefined();
  expect(view().streams.get(ada)).toMatchObject({ audio: heardBefore, audioPaused: true });
  expect(view().streams.get(ada)).not.toHaveProperty('video');
  expect(names()).not.toContain('join');
  expect(names()).not.toContain('produce');
});

it('whom the server has let go of joins anew, and what was open comes back, and only that', async () => {
  const { client, loseLine, findLine, refusals, names, asked, view } = await meeting();
  client.toggleCamera();
  await expect.poll(() => names().filter(name => name === 'produce')).toHaveLength(1);
  client.toggleCamera();
  await expect.poll(names).toContain('closeProducer');
  asked.length = 0;
  loseLine();
  refusals.set('rejoin', 'media.not-here');
  findLine();
  await expect.poll(() => view().status).toBe('on');
  expect(names().slice(0, 2)).toEqual(['rejoin', 'join']);
  expect(asked[1]).toMatchObject({ input: { device: tab, takeOver: false, network: 'good' } });
  await expect.poll(names).toContain('produce');
  const sent = asked.filter(({ name }) => name === 'produce');
  expect(sent.map(({ input }) => input.source)).toEqual(['microphone']);
  expect(view()).toMatchObject({ microphone: 'on', camera: 'off' });
});

it('what was silenced while nobody could be asked is told on the return', async () => {
  const { client, loseLine, findLine, names, last, tracks } = await meeting();
  loseLine();
  client.toggleMicrophone();
  await expect.poll(() => tracks[0]?.enabled).toBe(false);
  expect(names()).toEqual([]);
  findLine();
  await expect.poll(() => last('pauseProducer')).toEqual({ source: 'microphone', paused: true });
});

it('whom a host has silenced meanwhile hears of it on the return', async () => {
  const { loseLine, findLine, refusals, tracks, view } = await meeting();
  loseLine();
  refusals.set('pauseProducer', 'media.not-permitted');
  findLine();
  await expect.poll(() => view().microphone).toBe('off');
  expect(tracks[0]?.enabled).toBe(false);
});

it('a camera that ended while nobody could be asked is ended on the return', async () => {
  const { client, loseLine, findLine, names, last } = await meeting();
  client.toggleCamera();
  await expect.poll(names).toContain('produce');
  loseLine();
  client.toggleCamera();
  findLine();
  await expect.poll(() => last('closeProducer')).toEqual({ source: 'camera' });
});

it('a connection that could not be made while nobody could be asked is made in a new session', async () => {
  const { client, loseLine, findLine, names, view, pass } = await joined();
  loseLine();
  client.toggleMicrophone();
  await pass(0);
  expect(view().microphone).toBe('on');
  findLine();
  await expect.poll(() => view().status).toBe('on');
  expect(names().filter(name => name === 'join')).toHaveLength(2);
  await expect.poll(names).toContain('produce');
});

it('a seat that another device has is taken only when its owner says so', async () => {
  const { client, server, loseLine, findLine, refusals, asked, names, view, pass } = open();
  refusals.set('join', 'media.elsewhere');
  client.join(session);
  server().router(hello());
  await expect.poll(() => view().status).toBe('elsewhere');
  await pass(60_000);
  expect(names()).toEqual(['join']);
  refusals.clear();
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
  const taken = () => asked.filter(({ name }) => name === 'join').map(({ input }) => input.takeOver);
  expect(taken()).toEqual([false, true]);
  // It was said of this once, not for good.
  loseLine();
  refusals.set('rejoin', 'media.not-here');
  findLine();
  await expect.poll(taken).toEqual([false, true, false]);
});

it('who was replaced stays so when the line comes back, and takes the seat with a word', async () => {
  const { client, server, loseLine, findLine, last, view } = await meeting();
  server().replaced();
  expect(view().status).toBe('replaced');
  loseLine();
  findLine();
  expect(view().status).toBe('replaced');
  client.takeOver();
  await expect.poll(() => view().status).toBe('on');
  expect(last('join')).toMatchObject({ device: tab, takeOver: true });
});

it('a connection that breaks looks for another path, and the meeting goes on', async () => {
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

it('a connection that no other path heals leads to a new session', async () => {
  const { connection, names, view, pass } = await meeting();
  connection('recv').handler.setConnectionState('failed');
  await pass(5_000);
  expect(names()).toEqual(['restartIce']);
  await pass(2_000);
  await expect.poll(() => names().slice(0, 2)).toEqual(['restartIce', 'join']);
  await expect.poll(() => view().status).toBe('on');
});

it('a connection that asks and hears nothing for three seconds looks for another path', async () => {
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

it('another network is a reason to look for other paths at once', async () => {
  const { page, asked, pass } = await meeting();
  page.tell('network');
  await pass(0);
  expect(asked.map(({ input }) => input.direction)).toEqual(['send', 'receive']);
});

it('a line on which nothing is answered is left for another', async () => {
  const { page, unanswered, line, pass } = await meeting();
  unanswered.add('restartIce');
  page.tell('network');
  await pass(0);
  expect(line().renewed).toBeGreaterThan(0);
});

it('a page that is shown again finds out at once whether its line lives', async () => {
  const { page, unanswered, names, line, loseLine, pass } = await meeting();
  page.tell('hidden');
  page.tell('shown');
  await pass(0);
  expect(names()).toContain('networkQuality');
  expect(line().renewed).toBe(0);
  unanswered.add('networkQuality');
  page.tell('shown');
  await pass(0);
  expect(line().renewed).toBe(1);
  loseLine();
  page.tell('shown');
  expect(line().hurried).toBe(1);
});

it('a server that cannot answer is asked again after pauses that grow', async () => {
  const { client, server, refusals, names, view, pass } = open();
  refusals.set('join', 'fault');
  client.join(session);
  server().router(hello());
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
