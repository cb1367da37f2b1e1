/** For devices that do not send the audio level: the level a packet with sound counts as (-dBov), and the largest payload that is silence (bytes). */
const unknown = { level: 30, silence: 16 };

/**
 * The audio level of an RTP packet in -dBov: 0 is the loudest, 127 is silence. Read from header extension `id`
 * (RFC 6464) with one-byte or two-byte headers (RFC 8285); guessed by size when there is none.
 */
export function audioLevelOf(packet: Buffer, id: number): number {
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

const guess = (bytes: number): number => (bytes > unknown.silence ? unknown.level : 127);
