import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hello, joined, open, session, streamOf } from './media-client.samples.ts';

const another = 'eeeeeeee-0000-4000-8000-000000000003';
const ada = 'aaaaaaaa-0000-4000-8000-000000000001';

type Scene = ReturnType<typeof open>;

/** What people, networks and the server do, in any order. */
const deeds: Record<string, (scene: Scene) => unknown> = {
  join: ({ client }) => client.join(session),
  'join another': ({ client }) => client.join(another),
  leave: ({ client }) => client.leave(),
  'use here': ({ client }) => client.takeOver(),
  'be seated': ({ client }) => client.roomChanged(),
  'toggle microphone': ({ client }) => client.toggleMicrophone(),
  'toggle camera': ({ client }) => client.toggleCamera(),
  'share the screen': ({ client }) => void client.startScreen(),
  greet: scene => ofLine(scene, ({ heard }) => heard.router(hello())),
  'lose the worker': scene => ofLine(scene, ({ heard }) => heard.router(null)),
  'announce a voice': scene => ofLine(scene, ({ heard }) => heard.consumer(streamOf(ada, 'audio'))),
  replace: scene => ofLine(scene, ({ heard }) => heard.replaced()),
  'lose the line': scene => ofLine(scene, () => scene.loseLine()),
  'find the line': scene => ofLine(scene, () => scene.findLine()),
  'let go of the device': ({ refusals }) => refusals.set('rejoin', 'media.not-here'),
  'have the seat elsewhere': ({ refusals }) => refusals.set('join', 'media.elsewhere'),
  'refuse nothing': ({ refusals }) => refusals.clear(),
  'break a path': ({ connections }) =>
    connections.filter(({ isOpen }) => isOpen).map(({ handler }) => handler.setConnectionState('failed')),
  'change the network': ({ page }) => page.tell('network'),
  'wake up': ({ page }) => page.tell('shown'),
  'load slowly': ({ loading }) => loading.shut(),
  load: ({ loading }) => loading.open(),
  'answer slowly': ({ answering }) => answering.shut(),
  answer: ({ answering }) => answering.open(),
  'a moment': ({ pass }) => pass(0),
  'some time': ({ pass }) => pass(8_000),
};

/** A line that was closed brings nothing any more. */
function ofLine({ lines }: Scene, act: (line: Scene['lines'][number]) => void): void {
  const line = lines.at(-1);
  if (line?.isOpen) act(line);
}

const openIn = ({ connections }: Scene) => connections.filter(({ isOpen }) => isOpen).length;

it('whatever happens and however late: from the turn of the leaving on no connection is open, none is opened, and at any time there are two at most', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 4, maxLength: 30 });
  let everOpen = 0;
  await fc.assert(
    fc.asyncProperty(names, async done => {
      const scene = open();
      let isIn = false;
      let opened = 0;
      for (const name of done) {
        await deeds[name]?.(scene);
        if (name.startsWith('join')) isIn = true;
        if (name === 'leave') {
          isIn = false;
          opened = scene.connections.length;
        }
        expect(openIn(scene)).toBeLessThanOrEqual(isIn ? 2 : 0);
        if (!isIn) expect(scene.connections).toHaveLength(opened);
        everOpen += openIn(scene);
      }
      scene.client.leave();
      expect(openIn(scene)).toBe(0);
      opened = scene.connections.length;
      scene.loading.open();
      scene.answering.open();
      await scene.pass(60_000);
      expect([openIn(scene), scene.connections.length, scene.view().status]).toEqual([0, opened, 'off']);
      expect(scene.lines.filter(({ isOpen }) => isOpen)).toEqual([]);
      expect(scene.tracks.filter(({ readyState }) => readyState === 'live')).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(everOpen).toBeGreaterThan(0);
});

it('who leaves while the server answers opens nothing when the answer comes', async () => {
  const scene = open();
  scene.answering.shut();
  scene.client.join(session);
  scene.server().router(hello());
  await expect.poll(scene.names).toEqual(['join']);
  scene.client.leave();
  scene.answering.open();
  await scene.pass(60_000);
  expect(scene.connections).toEqual([]);
});

it('who leaves in the middle of a meeting has no open connection when the call returns', async () => {
  const scene = await joined();
  expect(openIn(scene)).toBe(2);
  scene.client.leave();
  expect(openIn(scene)).toBe(0);
});
