import type { ConsumerInfo, ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import type { Consumer } from 'mediasoup/types';
import { background } from '../../../platform/background.ts';
import type { Logger } from '../../../platform/logger.ts';
import { canReceive } from '../session/can-receive.ts';
import { type ConsumerEntry, type Participant, videoKey } from '../session/participant.ts';
import { standingOf } from '../session/standing.ts';
import type { SessionRouters } from '../workers/session-routers.ts';
import { requestInBackground } from '../workers/worker-request.ts';
import { missingSince, watchFirstFrame } from './first-frames.ts';
import { type SessionQueries, type WantedConsumer, wantedConsumers } from './wanted-consumers.ts';

/** What reconciling consumers needs. */
export type ConsumerPorts = {
  routers: SessionRouters;
  logger: Logger;
  /** ms since the epoch. */
  now(): number;
  /** A consumer of somebody could not be created. */
  failed(to: Participant): void;
};

/**
 * Makes the consumers of these participants equal to the wanted ones, and returns how many had to change. What is no
 * longer wanted is closed when this returns; what is missing is being created.
 */
export function reconcileConsumers(
  people: Iterable<Participant>,
  queries: SessionQueries,
  ports: ConsumerPorts,
): number {
  let changes = 0;
  for (const to of people) {
    const wanted = wantedConsumers(to, queries);
    for (const [producer, { consumer }] of to.consumers) {
      if (wanted.has(producer)) continue;
      endConsumer(to, consumer);
      changes += 1;
    }
    for (const [id, consumer] of wanted) {
      const entry = to.consumers.get(id);
      if (entry) changes += adjustConsumer(to, entry, consumer, ports);
      else if (!to.creating.has(id) && !to.unplayable.has(id)) {
        changes += 1;
        createInBackground(to, consumer, queries, ports);
      }
    }
    tell(to);
  }
  return changes;
}

/** Resumes or pauses a consumer, in the layer that its size on the screen needs, and tells the device when it comes by another way; 1 when it had to change. */
function adjustConsumer(
  to: Participant,
  entry: ConsumerEntry,
  { isForwarded: isWanted, way }: Pick<WantedConsumer, 'isForwarded' | 'way'>,
  { now, logger }: ConsumerPorts,
): number {
  const { consumer, from, source, isReady } = entry;
  const isOtherWay = way !== entry.way;
  entry.way = way;
  if (isOtherWay) to.untold.began.add(entry);
  const isForwarded = isWanted && isReady;
  entry.hiddenSince = isWanted ? null : (entry.hiddenSince ?? now());
  const size = to.shownVideos.get(videoKey(from.peer.person, source)) ?? null;
  if (isWanted && size !== null && size !== entry.size) setLayers(to, entry, size, logger);
  if (isForwarded === entry.isForwarded) return isOtherWay ? 1 : 0;
  entry.isForwarded = isForwarded;
  if (isForwarded && entry.missing) entry.missing = missingSince(now());
  requestInBackground(logger, consumer, isForwarded ? consumer.resume() : consumer.pause(), to.where);
  return 1;
}

const layers: Record<ShownVideo['size'], number> = { small: 0, medium: 1, large: 2 };
/** When the network of a device is too weak for all, mediasoup drops the lowest first: thumbnails, faces, the shared screen. */
const priorities = { small: 1, medium: 20, large: 60, screen: 200 };

function setLayers(to: Participant, entry: ConsumerEntry, size: ShownVideo['size'], logger: Logger): void {
  const { consumer, source } = entry;
  entry.size = size;
  const priority = source === 'screen' ? priorities.screen : priorities[size];
  requestInBackground(logger, consumer, consumer.setPriority(priority), to.where);
  if (consumer.type !== 'simulcast' && consumer.type !== 'svc') return;
  const spatialLayer = source === 'screen' ? Math.max(1, layers[size]) : layers[size];
  requestInBackground(logger, consumer, consumer.setPreferredLayers({ spatialLayer }), to.where);
}

function createInBackground(
  to: Participant,
  wanted: WantedConsumer,
  queries: SessionQueries,
  ports: ConsumerPorts,
): void {
  const creating = createConsumer(to, wanted, queries, ports)
    .catch(error => {
      if (wanted.producer.closed || isGone(to)) return;
      ports.failed(to);
      throw error;
    })
    // Those that were asked for together are told together, so that a device opens them in one negotiation.
    .finally(() => to.creating.size === 0 && tell(to));
  void background(ports.logger, creating, 'a consumer cannot be created', {
    ...to.where,
    from: wanted.from.peer.person,
  });
}

async function createConsumer(
  to: Participant,
  { from, source, producer }: WantedConsumer,
  queries: SessionQueries,
  ports: ConsumerPorts,
): Promise<void> {
  const { routers } = ports;
  const { rtpCapabilities, receive, creating, sessionRouter } = to;
  let consumer: Consumer;
  creating.add(producer.id);
  try {
    await routers.pipe(producer, from.sessionRouter, sessionRouter);
    if (producer.closed || isGone(to)) return;
    if (!sessionRouter.router.canConsume({ producerId: producer.id, rtpCapabilities }))
      return void to.unplayable.add(producer.id);
    // It is created paused: nothing may be forwarded before the policy was asked again.
    consumer = await receive.consume({ producerId: producer.id, rtpCapabilities, paused: true, ignoreDtx: true });
  } finally {
    creating.delete(producer.id);
  }
  const isAllowed = canReceive(standingOf(from.peer), standingOf(to.peer), source);
  if (!isAllowed || producer.closed || isGone(from) || isGone(to)) return consumer.close();
  const stillWanted = wantedConsumers(to, queries).get(producer.id);
  if (!stillWanted) return consumer.close();
  // Audio that arrives before the device is ready is simply not heard; video needs its first frame, so the device asks for it.
  const isReady = consumer.kind === 'audio';
  const entry: ConsumerEntry = {
    consumer,
    from,
    source,
    way: stillWanted.way,
    isReady,
    isForwarded: false,
    size: null,
    missing: consumer.kind === 'video' ? missingSince(ports.now()) : null,
    hiddenSince: null,
  };
  to.consumers.set(producer.id, entry);
  forwardEvents(to, consumer);
  if (entry.missing) watchFirstFrame(entry, to.where, ports.logger);
  to.untold.began.add(entry);
  to.debug('a consumer was created', { from: from.peer.person, source, consumer: consumer.id });
  adjustConsumer(to, entry, stillWanted, ports);
}

const isGone = ({ status }: Participant): boolean => status === 'closed';

/** A consumer as its device is told of it. */
export const consumerInfo = ({ consumer, from, source, way }: ConsumerEntry): ConsumerInfo => ({
  consumer: consumer.id,
  person: from.peer.person,
  source,
  way,
  producer: consumer.producerId,
  kind: consumer.kind,
  rtpParameters: consumer.rtpParameters,
  paused: consumer.producerPaused,
});

function forwardEvents(to: Participant, consumer: Consumer): void {
  consumer.on('producerclose', () => closeConsumer(to, consumer));
  consumer.on('transportclose', () => closeConsumer(to, consumer));
  consumer.on('producerpause', () => to.peer.send('consumerPaused', { consumer: consumer.id, paused: true }));
  consumer.on('producerresume', () => to.peer.send('consumerPaused', { consumer: consumer.id, paused: false }));
}

function closeConsumer(to: Participant, consumer: Consumer): void {
  endConsumer(to, consumer);
  tell(to);
}

function endConsumer(to: Participant, consumer: Consumer): void {
  consumer.close();
  const entry = to.consumers.get(consumer.producerId);
  to.consumers.delete(consumer.producerId);
  if (entry) to.untold.began.delete(entry);
  to.untold.ended.push(consumer.id);
  to.debug('a consumer was closed', { consumer: consumer.id });
}

/** Tells a device what has become of its consumers since it was last told. */
function tell(to: Participant): void {
  const { began, ended } = to.untold;
  if (began.size + ended.length === 0) return;
  to.untold = { began: new Set(), ended: [] };
  to.peer.send('consumers', { began: [...began].map(consumerInfo), ended });
}

/** The consumer of a hidden video is kept for this long (ms): pages are turned back and forth. */
const hiddenKept = 5_000;

/** Closes the consumers of videos that were hidden for 5 s; true while other hidden ones remain. `now`: ms since the epoch. */
export function closeHidden(to: Participant, now: number): boolean {
  let remain = false;
  for (const { consumer, hiddenSince } of [...to.consumers.values()]) {
    if (consumer.kind !== 'video' || hiddenSince === null) continue;
    if (now - hiddenSince > hiddenKept) closeConsumer(to, consumer);
    else remain = true;
  }
  return remain;
}
