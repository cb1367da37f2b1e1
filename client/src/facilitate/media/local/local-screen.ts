import { problemOf } from '../devices/use-preview.ts';
import type { DeviceState } from '../media-state.ts';
import type { Display } from './capture.ts';
import { openLocalDevice, type Uplink } from './local-device.ts';

/** One's own shared screen and its sound, which begin and end together. */
export type LocalScreen = {
  state(): DeviceState;
  track(): MediaStreamTrack | null;
  start(): Promise<boolean>;
  stop(): void;
  attach(picture: Uplink | null, sound: Uplink | null): void;
  retry(): void;
  recheck(): void;
  /** The picture is sent anew, because its encoding is to be another. */
  renew(): void;
  stopped(source: 'screen' | 'screen-audio'): void;
};

export function openLocalScreen(ports: { captureDisplay(): Promise<Display>; changed(): void }): LocalScreen {
  let display: Display | null = null;
  let problem: DeviceState = 'off';
  /** Counts starts and stops, so that a screen that comes after its stop is recognised. */
  let word = 0;

  /** What is shared was opened by its owner's gesture; it cannot be opened again without another one. */
  const given = async (part: keyof Display) => {
    const track = display?.[part];
    if (track?.readyState !== 'live') throw new DOMException('nothing is shared', 'NotFoundError');
    return track;
  };
  const follow = { changed: ports.changed, endsRefused: true };
  const picture = openLocalDevice({ ...follow, capture: () => given('video') });
  const sound = openLocalDevice({ ...follow, capture: () => given('audio') });

  /** Nothing is captured from this turn on, whatever has become of it. */
  function letGo(given: Display | null): void {
    given?.video.stop();
    given?.audio?.stop();
    if (given === display) display = null;
  }

  function stop(): void {
    word += 1;
    letGo(display);
    picture.want(false);
    sound.want(false);
  }

  return {
    state: () => (picture.state() === 'on' ? 'on' : problem),
    track: picture.track,
    async start() {
      word += 1;
      const mine = word;
      try {
        const next = await ports.captureDisplay();
        if (mine !== word) {
          letGo(next);
          return false;
        }
        stop();
        display = next;
        problem = 'off';
        next.video.addEventListener('ended', () => display === next && stop());
      } catch (error) {
        if (mine !== word) return false;
        const reason = problemOf(error);
        // Who gave nothing has only thought better of it.
        problem = reason === 'denied' ? 'off' : reason;
        ports.changed();
        return false;
      }
      picture.want(true);
      if (display.audio) sound.want(true);
      return true;
    },
    stop,
    attach(ofPicture, ofSound) {
      picture.attach(ofPicture);
      sound.attach(ofSound);
    },
    retry() {
      picture.retry();
      sound.retry();
    },
    recheck() {
      picture.recheck();
      sound.recheck();
    },
    renew: picture.renew,
    stopped(source) {
      if (source === 'screen-audio') return sound.stopped();
      letGo(display);
      picture.stopped();
      sound.want(false);
    },
  };
}
