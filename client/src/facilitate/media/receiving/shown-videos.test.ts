import type { ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import { expect, it } from 'vitest';
import { openJoinedClient, session } from '../media-client.samples.ts';
import { videosOn } from './shown-videos.ts';

const [ada, ben] = ['aaaaaaaa-0000-4000-8000-000000000001', 'bbbbbbbb-0000-4000-8000-000000000002'];
const large: ShownVideo = { person: ada, source: 'camera', size: 'large' };
const small: ShownVideo = { person: ben, source: 'camera', size: 'small' };
const screen: ShownVideo = { person: ben, source: 'screen', size: 'large' };

it('each rung asks for less than the one above it: thumbnails go first, then cameras, then the screen', () => {
  const all = [large, small, screen];
  expect(videosOn('everything', all)).toEqual(all);
  expect(videosOn('small-faces', all)).toEqual([{ ...large, size: 'small' }, screen]);
  expect(videosOn('small-faces', [small])).toEqual([small]);
  expect(videosOn('no-faces', all)).toEqual([screen]);
  expect(videosOn('audio-only', all)).toEqual([]);
});

it('what is shown is told once, and quick changes in few requests', async () => {
  const { client, asked, pass } = await openJoinedClient();
  await pass(1_000);
  asked.length = 0;
  client.showVideos([large]);
  client.showVideos([large, small]);
  client.showVideos([small]);
  client.showVideos([small]);
  await pass(1_000);
  const sent = asked.filter(({ name }) => name === 'show').map(({ input }) => input.videos);
  expect(sent).toEqual([[large], [small]]);
});

it('what is shown is told again after a rejoin', async () => {
  const { client, asked, last, loseSocket, restoreSocket, pass } = await openJoinedClient();
  client.showVideos([large]);
  await pass(1_000);
  loseSocket();
  client.showVideos([screen]);
  asked.length = 0;
  restoreSocket();
  await pass(1_000);
  await expect.poll(() => last('show')).toEqual({ videos: [screen] });
});

it('what the server knew before a rejoin is not relied on', async () => {
  const { client, asked, last, loseSocket, restoreSocket, pass } = await openJoinedClient();
  client.showVideos([large]);
  await pass(1_000);
  asked.length = 0;
  loseSocket();
  restoreSocket();
  await expect.poll(() => last('show')).toEqual({ videos: [large] });
});

it('a hidden page asks for no videos', async () => {
  const { client, page, last, pass } = await openJoinedClient();
  client.showVideos([large]);
  await pass(1_000);
  page.tell('hidden');
  await pass(0);
  expect(last('show')).toEqual({ videos: [] });
  page.tell('shown');
  await pass(1_000);
  expect(last('show')).toEqual({ videos: [large] });
});

it('a network that loses packets asks for less and says so, and goes up again when it is well', async () => {
  const { client, connection, last, pass, view } = await openJoinedClient();
  client.showVideos([large, screen]);
  const counters = { type: 'inbound-rtp', id: 'voice', packetsReceived: 0, packetsLost: 0 };
  connection('recv').stats = [counters];
  const flow = async (seconds: number, lost: number) => {
    for (let second = 0; second < seconds; second += 1) {
      counters.packetsReceived += 100 - lost;
      counters.packetsLost += lost;
      await pass(1_000);
    }
  };
  await flow(8, 0);
  expect(view().quality).toEqual({ network: 'good', rung: 'everything', chosen: 'auto' });
  await flow(7, 15);
  expect(view().quality).toEqual({ network: 'weak', rung: 'small-faces', chosen: 'auto' });
  expect(last('networkQuality')).toEqual({ quality: 'weak' });
  expect(last('show')).toEqual({ videos: [{ ...large, size: 'small' }, screen] });
  await flow(15, 0);
  expect(view().quality.rung).toBe('small-faces');
  await flow(12, 0);
  expect(view().quality.rung).toBe('everything');
  expect(last('networkQuality')).toEqual({ quality: 'good' });
});

it('a client that was connected ahead gets no videos when its person saves data', async () => {
  const options: { chosen?: 'audio-only' } = {};
  const { client, last, pass } = await openJoinedClient(options);
  client.showVideos([large]);
  await pass(1_000);
  options.chosen = 'audio-only';
  client.join(session);
  await pass(1_000);
  expect(last('show')).toEqual({ videos: [] });
});
