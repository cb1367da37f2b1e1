import type { StreamSource, VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { Clock } from '../../../platform/clock.ts';
import type { Encoding, MediaTransports } from '../connection/transports.ts';
import type { Media, Rung } from '../media-state.ts';
import type { Display } from './capture.ts';
import { cameraEncoding, type SpeechMode, screenAudioEncoding, screenEncoding, speechEncoding } from './encoding.ts';
import { openLocalDevice, type Uplink } from './local-device.ts';
import { openLocalScreen } from './local-screen.ts';
import type { Layer } from './sender.ts';

type LocalState = Pick<Media, 'microphone' | 'camera' | 'screen' | 'localVideo' | 'localScreen'>;

/** All that this person sends: voice, face and screen. */
export type LocalMedia = Pick<Media, 'toggleMicrophone' | 'toggleCamera' | 'talk' | 'startScreen' | 'stopScreen'> & {
  state(): LocalState;
  attach(session: MediaTransports | null): void;
  /** Tries again what failed or was refused. */
  retry(): void;
  /** The server was away, and is told anew what flows. */
  recheck(): void;
  /** What the line bears: faces go before voices. */
  adapt(line: { rung: Rung; speech: SpeechMode }): void;
  demand(layer: Layer): void;
  /** Pictures are sent in this codec from now on; in VP8 where this browser does not know it. */
  encode(pictures: VideoCodec): void;
  stopped(source: StreamSource): void;
  /** Goes on with the microphone or camera that is chosen now. */
  change(kind: 'microphone' | 'camera'): Promise<void>;
  allOff(): void;
};

export type LocalMediaPorts = {
  capture(kind: 'microphone' | 'camera', picture: 'full' | 'half'): Promise<MediaStreamTrack>;
  captureDisplay(): Promise<Display>;
  clock: Clock;
  changed(): void;
};

export function openLocalMedia({ capture, captureDisplay, clock, changed }: LocalMediaPorts): LocalMedia {
  let rung: Rung = 'everything';
  let speech: SpeechMode = 'clear';
  let demanded: Layer = 2;
  let isTalking = false;
  let pictures: VideoCodec = 'VP8';

  const microphone = openLocalDevice({ capture: () => capture('microphone', 'full'), changed, staysOpen: true });
  const picture = () => (rung === 'everything' ? 'full' : 'half');
  const camera = openLocalDevice({ capture: () => capture('camera', picture()), changed });
  const screen = openLocalScreen({ captureDisplay, changed });

  /** On a weak line one's own face goes out in its smallest size. */
  const fitCamera = () => camera.limit(demanded !== null && rung !== 'everything' ? 0 : demanded);

  const demand = (layer: Layer) => {
    demanded = layer;
    fitCamera();
  };

  const encodings: Record<StreamSource, (track: MediaStreamTrack, codec: VideoCodec) => Encoding> = {
    microphone: () => speechEncoding(speech),
    camera: (track, codec) => cameraEncoding(track.getSettings().height ?? 720, codec),
    screen: (_, codec) => screenEncoding(codec),
    'screen-audio': screenAudioEncoding,
  };

  /** The room's agreement to a screen travels another way, and may come a moment after the screen. */
  async function sendOver(session: MediaTransports, source: StreamSource, track: MediaStreamTrack) {
    // Everything of a new picture is asked for, until the server says otherwise.
    if (source === 'camera') demand(2);
    const isScreen = source === 'screen' || source === 'screen-audio';
    for (let tries = isScreen ? 6 : 1; ; tries -= 1) {
      const codec = session.encodes(pictures) ? pictures : 'VP8';
      const sent = await session.send(source, track, encodings[source](track, codec), codec);
      if (sent !== 'refused' || tries <= 1 || track.readyState === 'ended') return sent;
      await new Promise<void>(resolve => clock.after(500, resolve));
    }
  }

  return {
    state: () => ({
      microphone: microphone.state(),
      camera: camera.state(),
      screen: screen.state(),
      localVideo: camera.track(),
      localScreen: screen.track(),
    }),
    attach(session) {
      const to = (source: StreamSource): Uplink | null =>
        session && {
          send: track => sendOver(session, source, track),
          closeProducer: () => session.closeProducer(source),
        };
      microphone.attach(to('microphone'));
      camera.attach(to('camera'));
      screen.attach(to('screen'), to('screen-audio'));
    },
    retry() {
      microphone.retry();
      camera.retry();
      screen.retry();
    },
    recheck() {
      // What it asked for meanwhile was not heard.
      demand(2);
      microphone.recheck();
      camera.recheck();
      screen.recheck();
    },
    adapt(line) {
      const before = { rung, speech };
      ({ rung, speech } = line);
      if (rung !== before.rung) fitCamera();
      camera.allow(rung !== 'audio-only');
      if (speech !== before.speech) microphone.renew();
    },
    demand,
    encode(next) {
      if (next === pictures) return;
      pictures = next;
      camera.renew();
      screen.renew();
    },
    stopped(source) {
      if (source === 'microphone') {
        isTalking = false;
        microphone.stopped();
      } else if (source === 'camera') camera.stopped();
      else screen.stopped(source);
    },
    toggleMicrophone() {
      isTalking = false;
      microphone.want(microphone.state() !== 'on');
    },
    toggleCamera: () => camera.want(camera.state() !== 'on'),
    talk(isHeld) {
      if (isHeld === isTalking || (isHeld && microphone.state() === 'on')) return;
      isTalking = isHeld;
      microphone.want(isHeld);
    },
    startScreen: screen.start,
    stopScreen: screen.stop,
    change: kind => (kind === 'camera' ? camera : microphone).change(),
    allOff() {
      isTalking = false;
      microphone.want(false);
      camera.want(false);
      screen.stop();
    },
  };
}
