/** For devices that do not send the audio level: the level a packet with sound counts as (-dBov), and the largest payload that is silence (bytes). */
const unknown = { level: 30, silence: 16 };
/** The length of a fixed RTP header (bytes), and the profile of one-byte extension headers (RFC 8285, section 4.2). */
const fixedHeader = 12;
const oneByteProfile = 0xbede;

/**
 * The audio level of an RTP packet in -dBov: 0 is the loudest, 127 is silence. Read from header extension `id`
 * (RFC 6464) with one-byte or two-byte headers (RFC 8285); guessed by size when there is none.
 */
export function audioLevelOf(packet: Buffer, id: number): number {
  const start = fixedHeader + (packet.readUInt8(0) & 0x0f) * 4;
  const hasExtensions = (packet.readUInt8(0) & 0x10) !== 0 && packet.length >= start + 4;
  if (!hasExtensions) return guess(packet.length - start);
  const end = Math.min(packet.length, start + 4 + packet.readUInt16BE(start + 2) * 4);
  const readElement = packet.readUInt16BE(start) === oneByteProfile ? oneByteElement : twoByteElement;
  let at = start + 4;
  while (at < end) {
    const element = readElement(packet, at, end);
    if (element.id === id && element.data < end) return packet.readUInt8(element.data) & 0x7f;
    at = element.next;
  }
  return guess(packet.length - end);
}

/** An extension element: its id (null for a byte of padding), where its data begins, and where the next element does. */
type Element = { id: number | null; data: number; next: number };

function oneByteElement(packet: Buffer, at: number): Element {
  const header = packet.readUInt8(at);
  if (header === 0) return { id: null, data: at + 1, next: at + 1 };
  return { id: header >> 4, data: at + 1, next: at + 2 + (header & 0x0f) };
}

function twoByteElement(packet: Buffer, at: number, end: number): Element {
  const id = packet.readUInt8(at);
  if (id === 0) return { id: null, data: at + 1, next: at + 1 };
  return { id, data: at + 2, next: at + 2 + (at + 1 < end ? packet.readUInt8(at + 1) : 0) };
}

const guess = (bytes: number): number => (bytes > unknown.silence ? unknown.level : 127);
