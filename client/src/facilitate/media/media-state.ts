import type { NetworkQuality, ParticipantMedia, ShownVideo } from '@multaqa/shared/facilitate/media/signalling';

/**
 * Whether voice and picture flow. `reconnecting`: they did and will again. `elsewhere`: another tab or device of
 * this person has the seat, and this one asks before taking it. `replaced`: another one took it.
 */
export type MediaStatus = 'off' | 'connecting' | 'on' | 'reconnecting' | 'unavailable' | 'elsewhere' | 'replaced';

/** One's own microphone, camera or screen: off by choice, on, or why it cannot be on. */
export type DeviceState = 'off' | 'on' | 'denied' | 'missing' | 'busy';

/** What arrives from somebody else. */
export type PersonStreams = {
  audio?: MediaStreamTrack;
  video?: MediaStreamTrack;
  screen?: MediaStreamTrack;
  screenAudio?: MediaStreamTrack;
  audioPaused: boolean;
  videoPaused: boolean;
  screenPaused: boolean;
};

/**
 * The rungs of the ladder that a weak line is led down, most to least. What goes last: one's own voice, then the
 * others' voices, text, a shared screen; faces go first.
 */
export const rungs = ['everything', 'small-faces', 'no-faces', 'audio-only'] as const;
export type Rung = (typeof rungs)[number];

/** The line as it is (`quality`), what is asked of it now (`rung`), and what its owner has chosen. */
export type QualityState = { network: NetworkQuality; rung: Rung; chosen: 'auto' | Rung };

/** Bytes both ways since this device joined, and the rate of the last minute as bytes an hour; null until it is known. */
export type DataUse = { bytes: number; perHour: number | null };

/** Voice and picture of the session on the screen. */
export type Media = {
  status: MediaStatus;
  /** By person id. */
  streams: ReadonlyMap<string, PersonStreams>;
  /** Who takes part with a device in this room, by person id. */
  participants: ReadonlyMap<string, ParticipantMedia>;
  /** Person ids, loudest first. */
  activeSpeakers: readonly string[];
  microphone: DeviceState;
  camera: DeviceState;
  screen: DeviceState;
  localVideo: MediaStreamTrack | null;
  localScreen: MediaStreamTrack | null;
  quality: QualityState;
  data: DataUse;
  join(session: string): void;
  leave(): void;
  toggleMicrophone(): void;
  toggleCamera(): void;
  /** Opens the microphone while a key is held, and closes it again; one that was open anyway stays so. */
  talk(isHeld: boolean): void;
  /** Asks the browser for a screen to share; false when its owner gave none. The room's rules must have allowed it first. */
  startScreen(): Promise<boolean>;
  stopScreen(): void;
  /** Every picture that is on the screen now; the others rest. */
  showVideos(pictures: readonly ShownVideo[]): void;
  chooseQuality(line: QualityState['chosen']): void;
  /** Goes on with another microphone, camera or loudspeaker, without joining again. */
  useDevice(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void>;
  /** Takes the seat from another tab or device. */
  takeOver(): void;
};
