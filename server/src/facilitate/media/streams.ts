import type { StreamSource } from '@multaqa/shared/facilitate/media/signalling';
import type { Audience } from '@multaqa/shared/kernel/scene';
import type { Consumer, Producer, Router } from 'mediasoup/types';
import type { Logger } from '../../platform/logger.ts';
import { canReceive } from './can-receive.ts';
import type { Member } from './member.ts';

/**
 * Makes what people receive equal to what they may receive, and returns how many streams had to change. What has
 * to end has ended when this returns; what has to begin is on its way.
 */
export function reconcile(router: Router, members: readonly Member[], logger: Logger): number {
  const audiences = new Map(members.map(member => [member, member.guest.audience()]));
  let changes = 0;
  for (const to of members) {
    const wanted = new Map(wantedBy(to, audiences).map(stream => [stream.producer.id, stream]));
    for (const [producer, consumer] of to.consumers) {
      if (wanted.has(producer)) continue;
      endStream(to, consumer);
      changes += 1;
    }
    for (const [id, { from, source, producer }] of wanted) {
      if (to.consumers.has(id) || to.opening.has(id) || to.unplayable.has(id)) continue;
      changes += 1;
      beginStream(router, { from, to, source, producer }).catch(error => {
        if (!producer.closed && to.status === 'open') logger.error({ error }, 'stream does not begin');
      });
    }
  }
  return changes;
}

type Stream = { from: Member; to: Member; source: StreamSource; producer: Producer };

function wantedBy(to: Member, audiences: ReadonlyMap<Member, Audience | null>): Omit<Stream, 'to'>[] {
  const there = audiences.get(to) ?? null;
  return [...audiences].flatMap(([from, here]) =>
    from !== to && canReceive(here, there)
      ? [...from.producers].flatMap(([source, producer]) => (producer.closed ? [] : [{ from, source, producer }]))
      : [],
  );
}

async function beginStream(router: Router, { from, to, source, producer }: Stream): Promise<void> {
  const { rtpCapabilities, receive, opening, guest } = to;
  if (!router.canConsume({ producerId: producer.id, rtpCapabilities })) return void to.unplayable.add(producer.id);
  let consumer: Consumer;
  opening.add(producer.id);
  try {
    // It begins paused: nothing may flow before the policy was asked again.
    consumer = await receive.consume({ producerId: producer.id, rtpCapabilities, paused: true });
  } finally {
    opening.delete(producer.id);
  }
  const isAllowed = canReceive(from.guest.audience(), guest.audience());
  if (!isAllowed || producer.closed || from.status === 'closed' || to.status === 'closed') return consumer.close();
  to.consumers.set(producer.id, consumer);
  follow(to, consumer);
  guest.send('stream', {
    consumer: consumer.id,
    person: from.guest.person,
    source,
    producer: producer.id,
    kind: consumer.kind,
    rtpParameters: consumer.rtpParameters,
    paused: consumer.producerPaused,
  });
  // Sound that comes before the device is ready is lost unheard; a picture needs its first frame, so the device asks for it.
  if (consumer.kind === 'audio') await consumer.resume();
}

function follow(to: Member, consumer: Consumer): void {
  consumer.on('producerclose', () => endStream(to, consumer));
  consumer.on('transportclose', () => endStream(to, consumer));
  consumer.on('producerpause', () => to.guest.send('paused', { consumer: consumer.id, paused: true }));
  consumer.on('producerresume', () => to.guest.send('paused', { consumer: consumer.id, paused: false }));
}

function endStream(to: Member, consumer: Consumer): void {
  consumer.close();
  to.consumers.delete(consumer.producerId);
  to.guest.send('ended', { consumer: consumer.id });
}
