import type { StreamSource, VideoCodec } from '@multaqa/shared/facilitate/media/signalling';
import type { Clock } from '../../../platform/clock.ts';
import type { MediaTransports } from '../connection/transports.ts';
import type { Media, Rung } from '../media-state.ts';
import type { Display } from './capture.ts';
import type { Uplink } from './device-work.ts';
import {
  cameraEncoding,
  type Encoding,
  type SpeechMode,
  screenAudioEncoding,
  screenEncoding,
  speechEncoding,
} from './encoding.ts';
import { openLocalDevice } from './local-device.ts';
import { openLocalScreen } from './local-screen.ts';
import { openMicrophone } from './microphone.ts';
import type { Layer, Sender } from './sender.ts';

type LocalState = Pick<Media, 'microphone' | 'camera' | 'screen' | 'localVideo' | 'localScreen'>;

/** All that this person sends: microphone, camera and screen. */
export type LocalMedia = Pick<Media, 'toggleMicrophone' | 'toggleCamera' | 'talk' | 'startScreen' | 'stopScreen'> & {
  state(): LocalState;
  /** New transports, or none any more; what is wanted is sent again over the new ones. */
  attach(transports: MediaTransports | null): void;
  /** Tries again what failed or was refused. */
  retry(): void;
  /** The server was away, and is told again what flows. */
  recheck(): void;
  /** Sends what the network quality allows: camera video goes before audio. */
  adapt(quality: { rung: Rung; speech: SpeechMode; camera: 'free' | 'held' }): void;
  /** The finest layer of the camera that anybody shows; null while nobody does. */
  limitCamera(layer: Layer): void;
  /** Video is sent in this codec from now on; in VP8 where this browser does not have it. */
  useCodec(codec: VideoCodec): void;
  /** The server has ended or muted what comes from a source. */
  stopped(source: StreamSource): void;
  /** Goes on with the microphone or camera that is chosen now. */
  change(kind: 'microphone' | 'camera'): Promise<void>;
  allOff(): void;
};

/** What local media needs of the browser. */
export type LocalMediaPorts = {
  capture(kind: 'microphone' | 'camera', resolution: 'full' | 'half'): Promise<MediaStreamTrack>;
  captureDisplay(): Promise<Display>;
  clock: Clock;
  changed(): void;
};

/** How tracks are sent now. */
type Settings = { rung: Rung; speech: SpeechMode; layer: Layer; codec: VideoCodec };

/** The room's agreement to a screen travels another way, and may come a moment after the screen: tries and ms between them. */
const screenTries = { most: 6, pause: 500 };

/** Makes local media with everything off. */
export function openLocalMedia({ capture, captureDisplay, clock, changed }: LocalMediaPorts): LocalMedia {
  const settings: Settings = { rung: 'everything', speech: 'clear', layer: 2, codec: 'VP8' };
  const resolution = () => (settings.rung === 'everything' ? 'full' : 'half');
  const microphone = openMicrophone({ capture: () => capture('microphone', 'full'), changed });
  const camera = openLocalDevice({
    capture: () => capture('camera', resolution()),
    changed,
    onMute: 'release',
    onRefusal: 'wait',
  });
  const screen = openLocalScreen({ captureDisplay, changed });
  const devices = [microphone, camera, screen];

  const limitCamera = (layer: Layer) => {
    settings.layer = layer;
    camera.limit(cameraLayer(settings));
  };

  return {
    state: () => ({
      microphone: microphone.state(),
      camera: camera.state(),
      screen: screen.state(),
      localVideo: camera.track(),
      localScreen: screen.track(),
    }),
    attach(transports) {
      const to = (source: StreamSource): Uplink | null => {
        // Every layer of a new video is sent until the server says what is shown.
        const began = source === 'camera' ? () => limitCamera(2) : () => {};
        return transports && uplinkOf({ transports, source, settings, clock, began });
      };
      microphone.attach(to('microphone'));
      camera.attach(to('camera'));
      screen.attach(to('screen'), to('screen-audio'));
    },
    retry() {
      for (const device of devices) device.retry();
    },
    recheck() {
      // What the server asked for meanwhile did not arrive.
      limitCamera(2);
      for (const device of devices) device.recheck();
    },
    adapt({ rung, speech, camera: own }) {
      const before = { ...settings };
      Object.assign(settings, { rung, speech });
      if (rung !== before.rung) camera.limit(cameraLayer(settings));
      camera.allow(own === 'free');
      if (speech !== before.speech) microphone.renew();
    },
    limitCamera,
    useCodec(codec) {
      if (codec === settings.codec) return;
      settings.codec = codec;
      camera.renew();
      screen.renew();
    },
    stopped(source) {
      if (source === 'microphone') microphone.stopped();
      else if (source === 'camera') camera.stopped();
      else screen.stopped(source);
    },
    toggleMicrophone: microphone.toggle,
    toggleCamera: () => camera.want(camera.state() === 'on' ? 'off' : 'on'),
    talk: microphone.talk,
    startScreen: screen.start,
    stopScreen: screen.stop,
    change: kind => (kind === 'camera' ? camera : microphone).change(),
    allOff() {
      microphone.turnOff();
      camera.want('off');
      screen.stop();
    },
  };
}

/** On a weak network one's own camera is sent in its smallest layer. */
const cameraLayer = ({ layer, rung }: Settings): Layer => (layer !== null && rung !== 'everything' ? 0 : layer);

type Way = {
  transports: MediaTransports;
  source: StreamSource;
  settings: Settings;
  clock: Clock;
  /** Called when a track is about to be sent. */
  began(): void;
};

const uplinkOf = (way: Way): Uplink => ({
  async send(track) {
    way.began();
    for (let tries = isScreen(way.source) ? screenTries.most : 1; ; tries -= 1) {
      const sender = await sendOnce(way, track);
      if (sender !== 'refused' || tries <= 1 || track.readyState === 'ended') return sender;
      await new Promise<void>(resolve => way.clock.after(screenTries.pause, resolve));
    }
  },
  closeProducer: () => way.transports.closeProducer(way.source),
});

function sendOnce({ transports, source, settings }: Way, track: MediaStreamTrack): Promise<Sender | 'refused'> {
  const codec = transports.encodes(settings.codec) ? settings.codec : 'VP8';
  return transports.send(source, track, encodingOf(source, track, settings.speech, codec), codec);
}

const isScreen = (source: StreamSource): boolean => source === 'screen' || source === 'screen-audio';

function encodingOf(source: StreamSource, track: MediaStreamTrack, speech: SpeechMode, codec: VideoCodec): Encoding {
  switch (source) {
    case 'microphone':
      return speechEncoding(speech);
    case 'camera':
      return cameraEncoding(track.getSettings().height ?? 720, codec);
    case 'screen':
      return screenEncoding(codec);
    case 'screen-audio':
      return screenAudioEncoding();
  }
}
