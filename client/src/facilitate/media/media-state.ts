import type {
  NetworkQuality,
  ParticipantMedia,
  ShownVideo,
  TakesPartBy,
  Way,
} from '@multaqa/shared/facilitate/media/signalling';
import type { SpeechOverview } from '@multaqa/shared/facilitate/media/speech';

/**
 * Whether audio and video flow. `reading`: none do, and this device hears who speaks by name. `reconnecting`: they did and
 * will again. `elsewhere`: another tab or device of this person takes part, and this one asks before taking its place.
 * `replaced`: another one took the place of this one.
 */
export type MediaStatus =
  | 'off'
  | 'reading'
  | 'connecting'
  | 'on'
  | 'reconnecting'
  | 'unavailable'
  | 'elsewhere'
  | 'replaced';

/** This person's microphone, camera or screen: off by choice, on, or why it cannot be on. */
export type DeviceState = 'off' | 'on' | 'denied' | 'missing' | 'busy';

/** What arrives from somebody else. */
export type PersonStreams = {
  audio?: MediaStreamTrack;
  /** How their voice comes here: from this room, from the one that is listened to, or from a host who speaks to this room or to this person alone. */
  audioWay?: Way;
  video?: MediaStreamTrack;
  screen?: MediaStreamTrack;
  screenAudio?: MediaStreamTrack;
  audioPaused: boolean;
  videoPaused: boolean;
  screenPaused: boolean;
};

/**
 * The rungs of the quality ladder that a weak network is led down, most to least. Cameras go first, then shared screens;
 * text and audio stay.
 */
export const rungs = ['everything', 'small-faces', 'no-faces', 'audio-only'] as const;
/** One of the rungs. */
export type Rung = (typeof rungs)[number];

/** What the others are told of this network (`network`), what it has to carry now (`rung`), and what its owner has chosen. */
export type QualityState = { network: NetworkQuality; rung: Rung; chosen: 'auto' | Rung };

/** Bytes both ways since this device joined, and the rate of the last minute as bytes an hour; null until it is known. */
export type DataUse = { bytes: number; perHour: number | null };

/** Audio and video of the session on the screen: what is so, and what can be done. */
export type Media = {
  status: MediaStatus;
  /** What arrives, by person id. */
  streams: ReadonlyMap<string, PersonStreams>;
  /** Who takes part in this room with a device, by person id. */
  participants: ReadonlyMap<string, ParticipantMedia>;
  /** Person ids, loudest first. */
  activeSpeakers: readonly string[];
  /** Who speaks and has spoken in each room of the session, for a host who follows it; null before it has come, and while nobody follows it. */
  speech: SpeechOverview | null;
  microphone: DeviceState;
  camera: DeviceState;
  screen: DeviceState;
  localVideo: MediaStreamTrack | null;
  localScreen: MediaStreamTrack | null;
  quality: QualityState;
  data: DataUse;
  /** Takes part in a session; with sound unless it is said otherwise. */
  join(session: string, by?: TakesPartBy): void;
  leave(): void;
  toggleMicrophone(): void;
  toggleCamera(): void;
  /** Opens the microphone while a key is held, and closes it again; one that is open anyway stays so. */
  talk(isHeld: boolean): void;
  /** Asks the browser for a screen to share; false when its owner gave none. The room's rules must have allowed it first. */
  startScreen(): Promise<boolean>;
  stopScreen(): void;
  /** All videos that are shown now; the server sends no others. */
  showVideos(videos: readonly ShownVideo[]): void;
  /** Asks for somebody's screen alone, for who takes part by text; null: no longer. */
  lookAtScreen(person: string | null): void;
  /** Is told who speaks in every room, where this person is a host; returns how to end that. */
  followSpeech(): () => void;
  chooseQuality(choice: QualityState['chosen']): void;
  /** Goes on with another microphone, camera or loudspeaker, without joining again. */
  useDevice(kind: 'microphone' | 'camera' | 'speaker', id: string): Promise<void>;
  /** Takes the place of another tab or device of this person. */
  takeOver(): void;
};

/** What can be done. */
export type MediaActions = {
  [Name in keyof Media as Media[Name] extends (...input: never[]) => unknown ? Name : never]: Media[Name];
};

/** What is so. */
export type MediaView = Omit<Media, keyof MediaActions>;

/** One's own devices and screen, and what can be done. */
export type OwnMedia = Pick<Media, 'status' | 'microphone' | 'camera' | 'screen'> & MediaActions;
