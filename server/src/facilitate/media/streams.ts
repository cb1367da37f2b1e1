import type { ConsumerInfo, ShownVideo } from '@multaqa/shared/facilitate/media/signalling';
import type { Consumer } from 'mediasoup/types';
import type { Logger } from '../../platform/logger.ts';
import { canReceive } from './can-receive.ts';
import type { Halls } from './halls.ts';
import { type Incoming, type Member, pictureKey } from './member.ts';
import { unlessClosed } from './unless-closed.ts';
import { type Company, type Wanted, wantedBy } from './wanted.ts';

export type StreamPorts = {
  halls: Halls;
  logger: Logger;
  /** ms since the epoch. */
  now(): number;
  /** A stream to somebody could not be made. */
  failed(to: Member): void;
};

/**
 * Makes what these people receive equal to what they are to receive, and returns how many streams had to change. What
 * has to end has ended when this returns; what has to begin is on its way.
 */
export function reconcile(people: Iterable<Member>, company: Company, ports: StreamPorts): number {
  let changes = 0;
  for (const to of people) {
    const wanted = wantedBy(to, company);
    for (const [producer, { consumer }] of to.incoming) {
      if (wanted.has(producer)) continue;
      endStream(to, consumer);
      changes += 1;
    }
    for (const [id, stream] of wanted) {
      const incoming = to.incoming.get(id);
      if (incoming) changes += adjust(to, incoming, stream.flows, ports);
      else if (!to.opening.has(id) && !to.unplayable.has(id)) {
        changes += 1;
        beginStream(to, stream, company, ports).catch(error => {
          if (stream.producer.closed || to.status !== 'open') return;
          ports.logger.error({ error }, 'stream does not begin');
          ports.failed(to);
        });
      }
    }
  }
  return changes;
}

/** Lets a stream flow or rest, in the layer that its size on the screen is worth; 1 when something had to change. */
function adjust(to: Member, incoming: Incoming, isWanted: boolean, { now, logger }: StreamPorts): number {
  const { consumer, from, source, isReady } = incoming;
  const flows = isWanted && isReady;
  incoming.restsSince = isWanted ? null : (incoming.restsSince ?? now());
  const size = to.watched.get(pictureKey(from.guest.person, source)) ?? null;
  if (isWanted && size !== null && size !== incoming.size) resize(incoming, size, logger);
  if (flows === incoming.flows) return 0;
  incoming.flows = flows;
  void (flows ? consumer.resume() : consumer.pause()).catch(unlessClosed(consumer, logger));
  return 1;
}

const layers: Record<ShownVideo['size'], number> = { small: 0, medium: 1, large: 2 };
/** What goes first when the line to a device is too weak for all: thumbnails, then faces, then the shared screen. */
const priorities = { small: 1, medium: 20, large: 60, screen: 200 };

function resize(incoming: Incoming, size: ShownVideo['size'], logger: Logger): void {
  const { consumer, source } = incoming;
  incoming.size = size;
  void consumer
    .setPriority(source === 'screen' ? priorities.screen : priorities[size])
    .catch(unlessClosed(consumer, logger));
  if (consumer.type !== 'simulcast' && consumer.type !== 'svc') return;
  const spatialLayer = source === 'screen' ? Math.max(1, layers[size]) : layers[size];
  void consumer.setPreferredLayers({ spatialLayer }).catch(unlessClosed(consumer, logger));
}

async function beginStream(
  to: Member,
  { from, source, producer }: Wanted,
  company: Company,
  ports: StreamPorts,
): Promise<void> {
  const { halls } = ports;
  const { rtpCapabilities, receive, opening, hall } = to;
  let consumer: Consumer;
  opening.add(producer.id);
  try {
    await halls.carry(producer, from.hall, hall);
    if (producer.closed || isGone(to)) return;
    if (!hall.router.canConsume({ producerId: producer.id, rtpCapabilities }))
      return void to.unplayable.add(producer.id);
    // It begins paused: nothing may flow before the policy was asked again.
    consumer = await receive.consume({ producerId: producer.id, rtpCapabilities, paused: true, ignoreDtx: true });
  } finally {
    opening.delete(producer.id);
  }
  const isAllowed = canReceive(from.guest.audience(), to.guest.audience());
  if (!isAllowed || producer.closed || isGone(from) || isGone(to)) return consumer.close();
  const stillWanted = wantedBy(to, company).get(producer.id);
  if (!stillWanted) return consumer.close();
  // Sound that comes before the device is ready is lost unheard; a picture needs its first frame, so the device asks for it.
  const isReady = consumer.kind === 'audio';
  const incoming: Incoming = { consumer, from, source, isReady, flows: false, size: null, restsSince: null };
  to.incoming.set(producer.id, incoming);
  follow(to, consumer);
  to.guest.send('consumer', describeStream(incoming));
  adjust(to, incoming, stillWanted.flows, ports);
}

const isGone = ({ status }: Member): boolean => status === 'closed';

export const describeStream = ({ consumer, from, source }: Incoming): ConsumerInfo => ({
  consumer: consumer.id,
  person: from.guest.person,
  source,
  producer: consumer.producerId,
  kind: consumer.kind,
  rtpParameters: consumer.rtpParameters,
  paused: consumer.producerPaused,
});

function follow(to: Member, consumer: Consumer): void {
  consumer.on('producerclose', () => endStream(to, consumer));
  consumer.on('transportclose', () => endStream(to, consumer));
  consumer.on('producerpause', () => to.guest.send('consumerPaused', { consumer: consumer.id, paused: true }));
  consumer.on('producerresume', () => to.guest.send('consumerPaused', { consumer: consumer.id, paused: false }));
}

function endStream(to: Member, consumer: Consumer): void {
  consumer.close();
  to.incoming.delete(consumer.producerId);
  to.guest.send('consumerClosed', { consumer: consumer.id });
}

const longestRest = 5_000;

/** Ends the pictures that somebody has not looked at for a while; true while others rest. */
export function endRested(to: Member, now: number): boolean {
  let rests = false;
  for (const { consumer, restsSince } of [...to.incoming.values()]) {
    if (consumer.kind !== 'video' || restsSince === null) continue;
    if (now - restsSince > longestRest) endStream(to, consumer);
    else rests = true;
  }
  return rests;
}
