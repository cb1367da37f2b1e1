/** Whether voice and picture flow: `replaced` when another tab or device of this person took the seat. */
export type MediaStatus = 'off' | 'connecting' | 'on' | 'unavailable' | 'replaced';

/** One's own microphone or camera: off by choice, on, or why it cannot be on. */
export type DeviceState = 'off' | 'on' | 'denied' | 'missing' | 'busy';

/** What arrives from somebody else. */
export type PersonStreams = {
  audio?: MediaStreamTrack;
  video?: MediaStreamTrack;
  audioPaused: boolean;
  videoPaused: boolean;
};

/** Voice and picture of the session on the screen. */
export type Media = {
  status: MediaStatus;
  /** By person id. */
  streams: ReadonlyMap<string, PersonStreams>;
  /** Person ids, loudest first. */
  speaking: readonly string[];
  microphone: DeviceState;
  camera: DeviceState;
  selfVideo: MediaStreamTrack | null;
  join(session: string): void;
  leave(): void;
  toggleMicrophone(): void;
  toggleCamera(): void;
  /** Takes the seat back from another tab or device. */
  useHere(): void;
};
