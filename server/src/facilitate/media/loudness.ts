/** What a sound from a device that does not tell its loudness counts for, and the largest packet that is none (bytes). */
const untold = { below: 30, silence: 16 };

/** The loudness that a packet tells in the header extension `id` of one or two bytes (RFC 6464, RFC 8285), dB below full scale. */
export function loudnessOf(packet: Buffer, id: number): number {
  const start = 12 + (packet.readUInt8(0) & 0x0f) * 4;
  const hasExtension = (packet.readUInt8(0) & 0x10) !== 0 && packet.length >= start + 4;
  if (!hasExtension) return guess(packet.length - start);
  const end = Math.min(packet.length, start + 4 + packet.readUInt16BE(start + 2) * 4);
  const isLong = packet.readUInt16BE(start) !== 0xbede;
  let at = start + 4;
  while (at < end) {
    const head = packet.readUInt8(at);
    if (head === 0) {
      at += 1;
      continue;
    }
    const size = isLong ? 2 + (at + 1 < end ? packet.readUInt8(at + 1) : 0) : 2 + (head & 0x0f);
    const data = at + (isLong ? 2 : 1);
    if ((isLong ? head : head >> 4) === id && data < end) return packet.readUInt8(data) & 0x7f;
    at += size;
  }
  return guess(packet.length - end);
}

const guess = (bytes: number): number => (bytes > untold.silence ? untold.below : 127);
