import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import type { PersonStreams } from '../media-state.ts';
import { audioOutput } from './audio-output.ts';
import { RemoteAudio } from './RemoteAudio.tsx';

const track = () => ({ kind: 'audio' }) as unknown as MediaStreamTrack;
const silent: PersonStreams = { audioPaused: false, videoPaused: false, screenPaused: false };

let leave = () => {};
function render(node: ReactNode): HTMLElement {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const box = document.body.appendChild(document.createElement('div'));
  const root = createRoot(box);
  act(() => root.render(node));
  leave = () => {
    act(() => root.unmount());
    box.remove();
    leave = () => {};
  };
  return box;
}

afterEach(() => {
  leave();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A browser whose audio elements record what they are told. */
function browser({ blocks = false } = {}) {
  const state = { blocks, plays: 0, sinks: [] as string[] };
  vi.stubGlobal(
    'MediaStream',
    class {
      readonly tracks: readonly unknown[];
      constructor(tracks: readonly unknown[]) {
        this.tracks = tracks;
      }
    },
  );
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { configurable: true, writable: true, value: null });
  Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', {
    configurable: true,
    value: async (id: string) => void state.sinks.push(id),
  });
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => {
    state.plays += 1;
    if (state.blocks) throw new DOMException('touch first', 'NotAllowedError');
  });
  return state;
}

it('the audio of people and of screens is played, each once', () => {
  const state = browser();
  const streams = new Map([
    ['ada', { ...silent, audio: track(), screenAudio: track() }],
    ['ben', { ...silent, audio: track() }],
    ['cleo', silent],
  ]);
  const container = render(<RemoteAudio streams={streams} />);
  const players = [...container.querySelectorAll('audio')];
  expect(players).toHaveLength(3);
  expect(state.plays).toBe(3);
  expect(players.every(({ srcObject }) => srcObject !== null)).toBe(true);
  leave();
  expect(players.every(({ srcObject }) => srcObject === null)).toBe(true);
});

it('everything is played on the chosen audio output, also after it has changed', async () => {
  const state = browser();
  render(<RemoteAudio streams={new Map([['ada', { ...silent, audio: track() }]])} />);
  act(() => audioOutput.setState({ id: 'headset' }));
  await expect.poll(() => state.sinks.at(-1)).toBe('headset');
});

it('a browser that waits for a gesture plays with the next one, and tries no more afterwards', async () => {
  const state = browser({ blocks: true });
  render(<RemoteAudio streams={new Map([['ada', { ...silent, audio: track() }]])} />);
  expect(state.plays).toBe(1);
  dispatchEvent(new Event('pointerdown'));
  await expect.poll(() => state.plays).toBe(2);
  state.blocks = false;
  dispatchEvent(new Event('keydown'));
  await expect.poll(() => state.plays).toBe(3);
  await Promise.resolve();
  dispatchEvent(new Event('keydown'));
  expect(state.plays).toBe(3);
});

it('the own room is played quietly under a room that is listened to and under who speaks from elsewhere, and at once as before afterwards', () => {
  browser();
  const here = { ...silent, audio: track(), audioWay: 'room', screenAudio: track() } as const;
  const there = { ...silent, audio: track(), audioWay: 'listening' } as const;
  const volumes = (streams: Record<string, PersonStreams>) => {
    const box = render(<RemoteAudio streams={new Map(Object.entries(streams))} />);
    const found = [...box.querySelectorAll('audio')].map(({ volume }) => volume);
    leave();
    return found;
  };
  expect(volumes({ ada: here })).toEqual([1, 1]);
  expect(volumes({ ada: here, ben: there })).toEqual([0.3, 0.3, 1]);
  expect(volumes({ ada: here, ben: { ...there, audioWay: 'whisper' } })).toEqual([0.3, 0.3, 1]);
  expect(volumes({ ada: here, ben: { ...there, audioWay: 'address', audioPaused: true } })).toEqual([1, 1, 1]);
});
