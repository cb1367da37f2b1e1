import type {
  MediaEvents,
  MediaReply,
  RequestInput,
  RequestName,
} from '@multaqa/shared/facilitate/media/signalling';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import type { Request } from './connection.ts';
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
};

/** A media server with a real worker, for one test. */
export async function openTestMedia(): Promise<Media> {
  const media = await openMedia(options);
  if (!media) throw new Error('the worker does not start');
  onTestFinished(() => media.close());
  return media;
}

/** A device of somebody, and what can be done with it. */
export type Device = {
  guest: TestGuest;
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<MediaReply<Name>>;
  join(): Promise<MediaReply<'join'>>;
  /** Opens the microphone. */
  speak(): Promise<MediaReply<'produce'>>;
  /** Opens the camera. */
  show(): Promise<MediaReply<'produce'>>;
  stop(): Promise<MediaReply<'stop'>>;
  /** Seats the person elsewhere, as a committed fact does. */
  move(room: string | null): void;
  /** How often the server has told this event. */
  count(event: keyof MediaEvents): number;
  close(): void;
};

let ssrc = 0;

export function connect(media: Media, guest: TestGuest): Device {
  const connection = media.connect(guest);
  const ask: Device['ask'] = <Name extends RequestName>(name: Name, input: RequestInput<Name>) =>
    connection.request({ name, input } as Request) as Promise<MediaReply<Name>>;
  return {
    guest,
    ask,
    join: () => ask('join', { rtpCapabilities: { ...capabilities() } }),
    speak() {
      ssrc += 1;
      return ask('produce', { source: 'microphone', kind: 'audio', rtpParameters: { ...microphone(ssrc) } });
    },
    show() {
      ssrc += 1;
      return ask('produce', { source: 'camera', kind: 'video', rtpParameters: { ...camera(ssrc) } });
    },
    stop: () => ask('stop', { source: 'microphone' }),
    move(room) {
      guest.sit(room);
      media.seatsChanged(guest.dialogue);
    },
    count: event => guest.told.filter(message => message.event === event).length,
    close: () => connection.close(),
  };
}

/** Somebody in the plenary with an open microphone. */
export async function enter(media: Media, name: string): Promise<Device> {
  const device = connect(media, newGuest(name, plenary));
  await device.join();
  await device.speak();
  return device;
}
