import type { Namespace } from 'socket.io';
import { Adapter } from 'socket.io-adapter';

/** What Socket.IO's adapter hands to each connection with a broadcast: the parts of one WebSocket frame, where it could be made ahead. */
type PacketOptions = { wsPreEncodedFrame?: Buffer[] };

/**
 * Socket.IO's own adapter, with each broadcast frame in one buffer. `ws` writes header and payload of a frame that it is given in two
 * parts as two chunks, which costs each connection a sixth more than one.
 */
export function adapterOfWholeFrames(namespace: Namespace): Adapter {
  const adapter = new Adapter(namespace);
  const encode: unknown = Reflect.get(adapter, '_encode');
  if (typeof encode !== 'function') throw new Error('the adapter of Socket.IO encodes no broadcasts');
  const encodeWhole = (packet: unknown, options: PacketOptions): unknown => {
    const encoded: unknown = encode.call(adapter, packet, options);
    if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
    return encoded;
  };
  return Object.assign(adapter, { _encode: encodeWhole });
}
