import type { DeviceState } from '../media-state.ts';
import type { Display } from './capture.ts';
import { captureProblem } from './capture-problem.ts';
import type { Uplink } from './device-work.ts';
import { type LocalDevice, openLocalDevice } from './local-device.ts';

/** This person's shared screen and its audio, which begin and end together. */
export type LocalScreen = {
  state(): DeviceState;
  track(): MediaStreamTrack | null;
  /** Asks the browser for a screen; false when none is given, or when it was stopped meanwhile. */
  start(): Promise<boolean>;
  stop(): void;
  attach(video: Uplink | null, audio: Uplink | null): void;
  retry(): void;
  recheck(): void;
  /** The video is sent again, because its encoding has changed. */
  renew(): void;
  /** The server has ended it. */
  stopped(source: 'screen' | 'screen-audio'): void;
};

type Ports = { captureDisplay(): Promise<Display>; changed(): void };

type Share = {
  readonly ports: Ports;
  readonly video: LocalDevice;
  readonly audio: LocalDevice;
  display: Display | null;
  /** Why nothing is shared. */
  problem: Exclude<DeviceState, 'on'>;
  /** Counts starts and stops, so that a screen that comes after its stop is recognised. */
  turn: number;
};

/** Makes a share that is off. */
export function openLocalScreen(ports: Ports): LocalScreen {
  /** What is shared was chosen by a gesture of its owner; it cannot be opened again without another one. */
  const captured = async (part: keyof Display) => {
    const track = share.display?.[part];
    if (track?.readyState !== 'live') throw new DOMException('nothing is shared', 'NotFoundError');
    return track;
  };
  const device = (part: keyof Display) =>
    openLocalDevice({
      capture: () => captured(part),
      changed: ports.changed,
      onMute: 'release',
      onRefusal: 'end',
    });
  const share: Share = {
    ports,
    video: device('video'),
    audio: device('audio'),
    display: null,
    problem: 'off',
    turn: 0,
  };
  const { video, audio } = share;
  return {
    state: () => (video.state() === 'on' ? 'on' : share.problem),
    track: video.track,
    start: () => start(share),
    stop: () => stop(share),
    attach(ofVideo, ofAudio) {
      video.attach(ofVideo);
      audio.attach(ofAudio);
    },
    retry() {
      video.retry();
      audio.retry();
    },
    recheck() {
      video.recheck();
      audio.recheck();
    },
    renew: video.renew,
    stopped(source) {
      if (source === 'screen-audio') return audio.stopped();
      release(share, share.display);
      video.stopped();
      audio.want('off');
    },
  };
}

async function start(share: Share): Promise<boolean> {
  const mine = nextTurn(share);
  try {
    const display = await share.ports.captureDisplay();
    if (mine !== share.turn) {
      release(share, display);
      return false;
    }
    begin(share, display);
    return true;
  } catch (error) {
    if (mine === share.turn) {
      // Who gives no screen has only changed their mind.
      const problem = captureProblem(error);
      share.problem = problem === 'denied' ? 'off' : problem;
      share.ports.changed();
    }
    return false;
  }
}

function begin(share: Share, display: Display): void {
  stop(share);
  share.display = display;
  share.problem = 'off';
  display.video.addEventListener('ended', () => {
    if (share.display === display) stop(share);
  });
  share.video.want('on');
  if (display.audio) share.audio.want('on');
}

function stop(share: Share): void {
  nextTurn(share);
  release(share, share.display);
  share.video.want('off');
  share.audio.want('off');
}

function nextTurn(share: Share): number {
  share.turn += 1;
  return share.turn;
}

/** Nothing is captured from this turn on. */
function release(share: Share, display: Display | null): void {
  display?.video.stop();
  display?.audio?.stop();
  if (display === share.display) share.display = null;
}
