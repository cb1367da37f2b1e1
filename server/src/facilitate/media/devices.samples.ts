import { randomUUID } from 'node:crypto';
import type {
  MediaEvents,
  MediaReply,
  ParticipantMedia,
  RequestInput,
  RequestName,
  ShownVideo,
} from '@multaqa/shared/facilitate/media/signalling';
import { pino } from 'pino';
import { expect, onTestFinished } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import type { Request } from './connection.ts';
import { peoplePerHall } from './halls.ts';
import { camera, capabilities, microphone, newGuest, plenary, type TestGuest, workerBin } from './media.samples.ts';
import { type Media, type MediaOptions, openMedia } from './media.ts';

export const options: MediaOptions = {
  workerBin,
  count: 1,
  listen: { host: '127.0.0.1', port: 0 },
  announcedAddress: null,
  clock: systemClock,
  logger: pino({ level: 'silent' }),
  turn: null,
  peoplePerHall,
  seatPatience: 0,
  pictureCodecs: ['VP8'],
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
  guest: TestGuest;
  /** The id of the tab. */
  device: string;
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  join(takeOver?: boolean): Promise<MediaReply<'join'>>;
  /** Opens the microphone. */
  speak(): Promise<MediaReply<'produce'>>;
  /** Opens the camera. */
  show(): Promise<MediaReply<'produce'>>;
  stop(): Promise<MediaReply<'closeProducer'>>;
  /** Shows the cameras of these people, and is ready for each that comes. */
  watch(people: readonly string[], size?: ShownVideo['size']): Promise<unknown>;
  /** Seats the person elsewhere, as a committed fact does. */
  move(room: string | null): void;
  /** What a committed fact causes: the media server asks the rules anew. */
  changed(): void;
  /** How often the server has told this event. */
  count(event: keyof MediaEvents): number;
  close(how?: 'gone' | 'lost'): void;
};

/** The id of a tab. */
export const newDevice = (): string => randomUUID();

let ssrc = 0;

export function connect(media: Media, guest: TestGuest, device = newDevice()): Device {
  const connection = media.connect(guest);
  const ask: Device['ask'] = <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
    connection.request({ name, input } as Request) as Promise<MediaReply<Name>>;
  return {
    guest,
    device,
    ask,
    join: (takeOver = false) =>
      ask('join', { device, takeOver, network: 'good', rtpCapabilities: { ...capabilities() } }),
    speak() {
      ssrc += 1;
      return ask('produce', { source: 'microphone', kind: 'audio', rtpParameters: { ...microphone(ssrc) } });
    },
    show() {
      ssrc += 1;
      return ask('produce', { source: 'camera', kind: 'video', rtpParameters: { ...camera(ssrc) } });
    },
    watch: (people, size = 'medium') =>
      ask('show', { videos: people.map(person => ({ person, source: 'camera', size })) }),
    stop: () => ask('closeProducer', { source: 'microphone' }),
    move(room) {
      guest.sit(room);
      media.seatsChanged(guest.dialogue);
    },
    changed: () => media.seatsChanged(guest.dialogue),
    count: event => guest.told.filter(message => message.event === event).length,
    close: (how = 'gone') => connection.close(how),
  };
}

/** Somebody with an open microphone, in the plenary unless told otherwise. */
export async function enter(media: Media, name: string, room = plenary): Promise<Device> {
  const device = connect(media, newGuest(name, room));
  await device.join();
  await device.speak();
  return device;
}

/** What somebody receives, waited for: `Ada microphone`. */
export const streamsOf = ({ guest }: Device): ReturnType<typeof expect.poll<string[]>> =>
  expect.poll(() => guest.streams());

/** What was told to a device under one event, in order. */
export const told = <Event extends keyof MediaEvents>({ guest }: Device, event: Event) =>
  guest.told.flatMap(message =>
    message.event === event ? [message.payload[0] as Parameters<MediaEvents[Event]>[0]] : [],
  );

/** Whom a device knows of, after everything that it was told. */
export function companyOf(device: Device): Record<string, ParticipantMedia> {
  let company: Record<string, ParticipantMedia> = {};
  for (const { all, people } of told(device, 'participants')) {
    if (all) company = {};
    for (const [person, seen] of Object.entries(people)) {
      if (seen) company[person] = seen;
      else delete company[person];
    }
  }
  return company;
}
