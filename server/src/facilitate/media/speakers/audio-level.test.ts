import { expect, it } from 'vitest';
import { soundPacket } from '../media.samples.ts';
import { audioLevelOf } from './audio-level.ts';

it('the audio level is read from the header extension (RFC 6464)', () => {
  expect(audioLevelOf(soundPacket(1, 1, 20), 10)).toBe(20);
  expect(audioLevelOf(soundPacket(1, 1, 127), 10)).toBe(127);
});

it('it is found behind CSRCs, padding and other extensions, with one-byte and two-byte headers (RFC 8285)', () => {
  const header = Buffer.from([0x91, 100, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9, 9, 9, 9]);
  const short = Buffer.from([0xbe, 0xde, 0, 2, 0x31, 7, 7, 0, 0xa0, 0x80 | 33, 0, 0]);
  const long = Buffer.from([0x10, 0x00, 0, 2, 3, 2, 7, 7, 10, 1, 44, 0]);
  expect(audioLevelOf(Buffer.concat([header, short]), 10)).toBe(33);
  expect(audioLevelOf(Buffer.concat([header, long]), 10)).toBe(44);
});

it('without the extension the size decides, and a truncated packet is harmless', () => {
  const plain = (payload: number) => Buffer.concat([Buffer.from([0x80]), Buffer.alloc(11 + payload)]);
  expect(audioLevelOf(plain(60), 10)).toBeLessThan(50);
  expect(audioLevelOf(plain(1), 10)).toBe(127);
  const cut = soundPacket(1, 1, 20);
  for (let size = 12; size < cut.length; size += 1) expect(audioLevelOf(cut.subarray(0, size), 10)).toBeGreaterThan(0);
});
