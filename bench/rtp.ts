/** Opus at 50 packets a second with 80 bytes of payload each. */
export const audioPacket = { payload: 80, perSecond: 50 };

/** One audio packet with a level of `below` -dBov. Its payload begins with who sent it (4 bytes) and when (8 bytes, ms). */
export function packetOf(who: number, ssrc: number, sequence: number, below: number, now: number): Buffer {
  const packet = Buffer.alloc(20 + audioPacket.payload);
  packet.writeUInt8(0x90, 0);
  packet.writeUInt8(100, 1);
  packet.writeUInt16BE(sequence & 0xffff, 2);
  packet.writeUInt32BE(Math.round(now * 48) % 2 ** 32, 4);
  packet.writeUInt32BE(ssrc, 8);
  packet.writeUInt16BE(0xbede, 12);
  packet.writeUInt16BE(1, 14);
  packet.writeUInt8(10 << 4, 16);
  packet.writeUInt8(0x80 | below, 17);
  // A frame of 20 ms of music that any decoder takes, so that peers which mix have real work.
  packet.fill(0xfc, 20, 21).fill(sequence & 0xff, 33);
  packet.writeUInt32BE(who, 21);
  packet.writeDoubleBE(now, 25);
  return packet;
}

/** True for audio; RTCP comes over the same port. */
export const isAudio = (packet: Buffer): boolean => (packet.readUInt8(1) & 0x7f) === 100;

/** Who sent an unencrypted packet, and when; null when it holds neither. */
export function readPacket(packet: Buffer): { who: number; sentAt: number } | null {
  const words = (packet.readUInt8(0) & 0x10) !== 0 ? packet.readUInt16BE(14) + 1 : 0;
  const at = 13 + words * 4;
  if (at + 12 > packet.length) return null;
  return { who: packet.readUInt32BE(at), sentAt: packet.readDoubleBE(at + 4) };
}

/** CPU of a worker so far, µs. */
export async function cpuOf(worker: {
  getResourceUsage(): Promise<{ ru_utime: number; ru_stime: number }>;
}): Promise<number> {
  const { ru_utime, ru_stime } = await worker.getResourceUsage();
  return (ru_utime + ru_stime) * 1_000;
}

/** Resolves after so many ms. */
export const wait = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms));

/** The slope of log y over log x: 1 grows with people, 2 with pairs of people. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const mean = (pick: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + pick(point), 0) / logs.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const over = logs.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0);
  return over / logs.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
}

/** The middle value; the upper one of two. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The value below which this share (0 to 1) of all lies. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
