import { afterEach, expect, it, vi } from 'vitest';
import { followPage, type PageEvent } from './page-events.ts';

const show = (state: DocumentVisibilityState) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
};

/** The browser's own word of the network, which also changes its guess of the speed. */
function browser() {
  const connection = Object.assign(new EventTarget(), { type: 'wifi', downlink: 10 });
  const mediaDevices = new EventTarget();
  vi.stubGlobal('navigator', { connection, mediaDevices });
  const become = (type: string) => {
    connection.type = type;
    connection.dispatchEvent(new Event('change'));
  };
  return { become, plug: () => mediaDevices.dispatchEvent(new Event('devicechange')) };
}

function follow() {
  const events: PageEvent[] = [];
  const stop = followPage(event => events.push(event));
  return { events, stop };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('another network is told, and another guess of the speed or no network is not', () => {
  const { become } = browser();
  const { events, stop } = follow();
  become('wifi');
  become('none');
  become('cellular');
  expect(events).toEqual(['network']);
  stop();
});

it('devices, the network and what is seen of the page are told until it is stopped', () => {
  const { plug } = browser();
  const { events, stop } = follow();
  plug();
  dispatchEvent(new Event('online'));
  show('hidden');
  show('visible');
  stop();
  plug();
  show('hidden');
  expect(events).toEqual(['devices', 'network', 'hidden', 'shown']);
});

it('a page that is hidden from the start is told at once', () => {
  browser();
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  const { events, stop } = follow();
  expect(events).toEqual(['hidden']);
  stop();
});
