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
  screenSound?: MediaStreamTrack;
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
export type Line = { quality: NetworkQuality; rung: Rung; chosen: 'auto' | Rung };

/** Bytes both ways since this device joined, and the rate of the last minute as bytes an hour; null until it is known. */
export type DataUse = { bytes: number; perHour: number | null };

/** Voice and picture of the session on the screen. */
export type Media = {
  status: MediaStatus;
  /** By person id. */
  streams: ReadonlyMap<string, PersonStreams>;
  /** Who takes part with a device in this room, by person id. */
  company: ReadonlyMap<string, ParticipantMedia>;
  /** Person ids, loudest first. */
  speaking: readonly string[];
  microphone: DeviceState;
  camera: DeviceState;
  screen: DeviceState;
  selfVideo: MediaStreamTrack | null;
  selfScreen: MediaStreamTrack | null;
  line: Line;
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
  watch(pictures: readonly ShownVideo[]): void;
  chooseLine(line: Line['chosen']): void;
  /** Goes on with another microphone, camera or loudspeaker, without joining again. */
  useDevice(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void>;
  /** Takes the seat from another tab or device. */
  useHere(): void;
};
