import type { NetworkPath, TransportOptions } from '@multaqa/shared/facilitate/media/signalling';
import type { Transport, WebRtcTransport } from 'mediasoup/types';
import type { SessionRouter } from './session-routers.ts';

// A network path that is silent for this long (s) is given up; a change of network takes less.
const iceConsentTimeout = 30;

/** A WebRTC transport on the port of a worker: UDP preferred, TCP as the fallback; with `path`, that protocol alone. */
export const createTransport = ({ router, server }: SessionRouter, path?: NetworkPath): Promise<WebRtcTransport> =>
  router.createWebRtcTransport({
    webRtcServer: server,
    enableUdp: path !== 'tcp',
    enableTcp: path !== 'udp',
    preferUdp: true,
    iceConsentTimeout,
  });

/** What a client needs to create its end of a transport. */
export const transportOptions = ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
}: WebRtcTransport): TransportOptions => ({
  id,
  iceParameters,
  iceCandidates,
  dtlsParameters,
});

/** New ICE parameters for a transport, so that it continues over another network path. */
export const restartIce = (transport: Transport): Promise<unknown> => (transport as WebRtcTransport).restartIce();
