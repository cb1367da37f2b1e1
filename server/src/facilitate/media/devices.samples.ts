import { randomUUID } from 'node:crypto';
import type {
  MediaEvents,
  MediaReply,
  ParticipantMedia,
  RequestInput,
  RequestName,
  ShownVideo,
  TakesPartBy,
} from '@multaqa/shared/facilitate/media/signalling';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { camera, capabilities, microphone, newPeer, plenary, type TestPeer, workerBin } from './media.samples.ts';
import { type Media, type MediaOptions, openMedia } from './media.ts';
import type { Request } from './signalling/requests.ts';
import { participantsPerRouter } from './workers/session-routers.ts';

/** The options of a media server for tests. */
export const options: MediaOptions = {
  workerBin,
  count: 1,
  listen: { host: '127.0.0.1', port: 0 },
  announcedAddress: null,
  clock: systemClock,
  logger: pino({ level: 'silent' }),
  turn: null,
  participantsPerRouter,
  spoke() {},
  seatTimeout: 0,
  videoCodecs: ['VP8'],
};

/** A media server with a real worker, for one test. */
export async function openTestMedia(change: Partial<MediaOptions> = {}): Promise<Media> {
  const media = await openMedia({ ...options, ...change });
  if (!media) throw new Error('the worker does not start');
  onTestFinished(() => media.close());
  return media;
}

/** A device of somebody, and what can be done with it. */
export type Device = {
  peer: TestPeer;
  /** The id of the tab. */
  device: string;
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  join(takeOver?: boolean, by?: TakesPartBy): Promise<MediaReply<'join'>>;
  /** Opens the microphone. */
  openMicrophone(): Promise<MediaReply<'produce'>>;
  /** Opens the camera. */
  openCamera(): Promise<MediaReply<'produce'>>;
  closeMicrophone(): Promise<MediaReply<'closeProducer'>>;
  /** Shows the cameras of these people. */
  showCameras(people: readonly string[], size?: ShownVideo['size']): Promise<unknown>;
  /** Seats the person elsewhere, as a commit does. */
  move(room: string | null): void;
  /** What a commit causes: the media server asks the rules again. */
  changed(): void;
  /** How often the device has received this event. */
  count(event: keyof MediaEvents): number;
  close(how?: 'gone' | 'lost'): void;
};

/** The id of a tab. */
export const newDevice = (): string => randomUUID();

let ssrc = 0;

/** A device of a peer, connected and not joined. */
export function connect(media: Media, peer: TestPeer, device = newDevice()): Device {
  const connection = media.connect(peer);
  const ask: Device['ask'] = <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
    connection.request({ name, input } as Request) as Promise<MediaReply<Name>>;
  return {
    peer,
    device,
    ask,
    join: (takeOver = false, by = 'sound') =>
      ask('join', { device, takeOver, by, network: 'good', rtpCapabilities: { ...capabilities() } }),
    openMicrophone() {
      ssrc += 1;
      return ask('produce', { source: 'microphone', kind: 'audio', rtpParameters: { ...microphone(ssrc) } });
    },
    openCamera() {
      ssrc += 1;
      return ask('produce', { source: 'camera', kind: 'video', rtpParameters: { ...camera(ssrc) } });
    },
    showCameras: (people, size = 'medium') =>
      ask('show', { videos: people.map(person => ({ person, source: 'camera', size })) }),
    closeMicrophone: () => ask('closeProducer', { source: 'microphone' }),
    move(room) {
      peer.sit(room);
      media.policyChanged(peer.dialogue);
    },
    changed: () => media.policyChanged(peer.dialogue),
    count: event => peer.received.filter(message => message.event === event).length,
    close: (how = 'gone') => connection.close(how),
  };
}

/** Somebody who has joined with an open microphone, in the plenary by default. */
export async function enter(media: Media, name: string, room = plenary): Promise<Device> {
  const device = connect(media, newPeer(name, room));
  await device.join();
  await device.openMicrophone();
  return device;
}

/** Waits for the consumers that somebody has: `Ada microphone`. */
export const consumersOf = ({ peer }: Device): ReturnType<typeof expect.poll<string[]>> =>
  expect.poll(() => peer.consumers());

/** The payloads that a device has received under one event, in order. */
export const eventsOf = <Event extends keyof MediaEvents>({ peer }: Device, event: Event) =>
  peer.received.flatMap(message =>
    message.event === event ? [message.payload[0] as Parameters<MediaEvents[Event]>[0]] : [],
  );

/** The participants that a device knows of, after all updates it has received. */
export function participantsOf(device: Device): Record<string, ParticipantMedia> {
  let participants: Record<string, ParticipantMedia> = {};
  for (const { all, people } of eventsOf(device, 'participants')) {
    if (all) participants = {};
    for (const [person, media] of Object.entries(people)) {
      if (media) participants[person] = media;
      else delete participants[person];
    }
  }
  return participants;
}
