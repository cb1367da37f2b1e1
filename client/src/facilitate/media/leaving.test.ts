import fc from 'fast-check';
import { expect, it } from 'vitest';
import { consumerOf, openJoinedClient, openTestClient, routerInfo, session } from './media-client.samples.ts';

const another = 'eeeeeeee-0000-4000-8000-000000000003';
const ada = 'aaaaaaaa-0000-4000-8000-000000000001';

type Scene = ReturnType<typeof openTestClient>;

/** What people, networks and the server do, in any order. */
const deeds: Record<string, (scene: Scene) => unknown> = {
  join: ({ client }) => client.join(session),
  'join another': ({ client }) => client.join(another),
  leave: ({ client }) => client.leave(),
  'take over': ({ client }) => client.takeOver(),
  'change the room': ({ client }) => client.roomChanged(),
  'toggle microphone': ({ client }) => client.toggleMicrophone(),
  'toggle camera': ({ client }) => client.toggleCamera(),
  'share the screen': ({ client }) => void client.startScreen(),
  'announce the router': scene => onSocket(scene, ({ handlers }) => handlers.router(routerInfo())),
  'lose the worker': scene => onSocket(scene, ({ handlers }) => handlers.router(null)),
  'announce a consumer': scene =>
    onSocket(scene, ({ handlers }) => handlers.consumers({ began: [consumerOf(ada, 'audio')], ended: [] })),
  replace: scene => onSocket(scene, ({ handlers }) => handlers.replaced()),
  'lose the socket': scene => onSocket(scene, () => scene.loseSocket()),
  'restore the socket': scene => onSocket(scene, () => scene.restoreSocket()),
  'forget the device': ({ refusals }) => refusals.set('rejoin', 'media.not-here'),
  'take part elsewhere': ({ refusals }) => refusals.set('join', 'media.elsewhere'),
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

/** A closed socket delivers nothing. */
function onSocket({ sockets }: Scene, act: (socket: Scene['sockets'][number]) => void): void {
  const socket = sockets.at(-1);
  if (socket?.isOpen) act(socket);
}

const openIn = ({ connections }: Scene) => connections.filter(({ isOpen }) => isOpen).length;

it('whatever happens, however late: after leaving no transport is open and none is opened, and there are never more than two', async () => {
  const names = fc.array(fc.constantFrom(...Object.keys(deeds)), { minLength: 4, maxLength: 30 });
  let everOpen = 0;
  await fc.assert(
    fc.asyncProperty(names, async done => {
      const scene = openTestClient();
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
      expect(scene.sockets.filter(({ isOpen }) => isOpen)).toEqual([]);
      expect(scene.tracks.filter(({ readyState }) => readyState === 'live')).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(everOpen).toBeGreaterThan(0);
});

it('an answer that comes after leaving opens nothing', async () => {
  const scene = openTestClient();
  scene.answering.shut();
  scene.client.join(session);
  scene.server().router(routerInfo());
  await expect.poll(scene.names).toEqual(['join']);
  scene.client.leave();
  scene.answering.open();
  await scene.pass(60_000);
  expect(scene.connections).toEqual([]);
});

it('leaving in a meeting closes all transports before it returns', async () => {
  const scene = await openJoinedClient();
  expect(openIn(scene)).toBe(2);
  scene.client.leave();
  expect(openIn(scene)).toBe(0);
});
