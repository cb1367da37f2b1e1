import type { NetworkPath, TransportOptions } from '@multaqa/shared/facilitate/media/signalling';
import type { Transport, WebRtcTransport } from 'mediasoup/types';
import type { Hall } from './halls.ts';

// A path that is gone for so long (s) is given up; a change of network takes less.
const iceConsentTimeout = 30;

/** A transport on the one port of a worker: by UDP, or by TCP where that is blocked, unless only one `way` is to be tried. */
export const createTransport = ({ router, server }: Hall, way?: NetworkPath): Promise<WebRtcTransport> =>
  router.createWebRtcTransport({
    webRtcServer: server,
    enableUdp: way !== 'tcp',
    enableTcp: way !== 'udp',
    preferUdp: true,
    iceConsentTimeout,
  });

export const describe = ({ id, iceParameters, iceCandidates, dtlsParameters }: WebRtcTransport): TransportOptions => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});

/** New ICE parameters for a device's transport, so that it goes on over another path. */
export const restartIce = (transport: Transport): Promise<unknown> => (transport as WebRtcTransport).restartIce();
