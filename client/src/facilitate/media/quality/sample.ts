import type { InboundCounters, TransportStats } from './stats.ts';

/** What happened on the network between two readings; shares from 0 to 1, null for what was not measured. */
export type Sample = {
  at: number;
  lossIn: number | null;
  lossOut: number | null;
  /** How much longer than at its fastest a packet is under way, there and back, in ms: it waits in a queue. */
  queueing: number | null;
  /** Bits a second that can be sent while video is sent. */
  availableBitrate: number | null;
  concealed: number | null;
  frozen: number | null;
};

/** Fewer packets, or fewer samples of audio, say nothing. */
const enough = { packets: 20, audio: 8_000 };

/**
 * What happened between two readings of a network whose fastest round trip so far took so many ms. Too few packets say nothing. Of all that arrives the best stream counts: a fault
 * of this network shows in each of them, while the others also suffer from the networks of their senders.
 */
export function sampleOf(before: TransportStats, after: TransportStats, fastest: number | null): Sample {
  const time = after.at - before.at;
  const flowing = [...after.inbound].flatMap(([id, now]) => {
    const then = before.inbound.get(id);
    const change = then && differenceOf(then, now);
    return change && change.received + change.lost >= enough.packets ? [change] : [];
  });
  const best = (shares: readonly number[]) => (shares.length > 0 ? Math.min(...shares) : null);
  const sent = Math.max(0, after.packets.sent - before.packets.sent);
  const sentLost = Math.max(0, after.packets.sentLost - before.packets.sentLost);
  return {
    at: after.at,
    lossIn: best(flowing.map(({ received, lost }) => lost / (received + lost))),
    lossOut: sent >= enough.packets ? Math.min(1, sentLost / sent) : null,
    queueing: after.roundTrip === null || fastest === null ? null : Math.max(0, after.roundTrip - fastest),
    // The browser's estimate says nothing while no video tries it.
    availableBitrate: after.packets.video > before.packets.video ? after.availableBitrate : null,
    concealed: best(
      flowing.flatMap(({ samples, concealedSamples }) => (samples >= enough.audio ? [concealedSamples / samples] : [])),
    ),
    // A video that was paused has frozen for longer than the time between two readings, for no fault of the network.
    frozen: best(flowing.flatMap(({ samples, frozen }) => (samples === 0 && frozen <= time ? [frozen / time] : []))),
  };
}

function differenceOf(then: InboundCounters, now: InboundCounters): InboundCounters {
  const since = (name: keyof InboundCounters) => Math.max(0, now[name] - then[name]);
  return {
    received: since('received'),
    lost: since('lost'),
    samples: since('samples'),
    concealedSamples: since('concealedSamples'),
    frozen: since('frozen'),
  };
}
