import type { TransportOptions } from '@multaqa/shared/facilitate/media/signalling';
import { IceCandidate, RTCDtlsTransport, RTCIceGatherer, RTCIceTransport, RtpHeader } from 'werift';

/** The audio level extension that the server's speaker detection reads (RFC 6464), and its id in the packets. */
export const audioLevel = { uri: 'urn:ietf:params:rtp-hdrext:ssrc-audio-level', id: 10 };

/** One way of a device's media: what it sends, or what it receives. */
export type WireTransport = {
  /** What the server is told of this side (`connectTransport`). */
  dtlsParameters: { role: 'client'; fingerprints: { algorithm: string; value: string }[] };
  /** Connects; to be called once the server knows the parameters. */
  connect(): Promise<void>;
  /** Sends one Opus frame; `below` is its loudness in dB under full scale. */
  send(frame: Buffer, packet: { ssrc: number; sequence: number; timestamp: number; below: number }): void;
  /** Called with the payload of each packet that arrives. */
  follow(received: (payload: Buffer) => void): void;
  close(): Promise<void>;
};

type Candidate = {
  foundation: string;
  ip: string;
  address?: string;
  port: number;
  priority: number;
  protocol: string;
  type: string;
};

/** A real ICE and DTLS-SRTP transport to mediasoup, which is ICE-lite: this side controls, and is the DTLS client. */
export async function openTransport({
  iceParameters,
  iceCandidates,
  dtlsParameters,
}: TransportOptions): Promise<WireTransport> {
  const ice = new RTCIceTransport(new RTCIceGatherer({ useIpv4: true, useIpv6: false }));
  await ice.gather();
  ice.connection.iceControlling = true;
  ice.setRemoteParams(iceParameters as Parameters<typeof ice.setRemoteParams>[0]);
  for (const one of (iceCandidates as Candidate[]).filter(({ protocol }) => protocol === 'udp'))
    await ice.addRemoteCandidate(
      new IceCandidate(1, one.foundation, one.address ?? one.ip, one.port, one.priority, one.protocol, one.type),
    );
  await ice.addRemoteCandidate(undefined);
  // SRTP_AES128_CM_HMAC_SHA1_80 (RFC 5764), which every peer has.
  const dtls = new RTCDtlsTransport({}, ice, await RTCDtlsTransport.SetupCertificate(), [1]);
  dtls.role = 'client';
  const { fingerprints } = dtlsParameters as { fingerprints: { algorithm: string; value: string }[] };
  dtls.setRemoteParams({ fingerprints, role: 'server' });
  return {
    dtlsParameters: {
      role: 'client',
      fingerprints: dtls.localParameters.fingerprints.map(({ algorithm, value }) => ({ algorithm, value })),
    },
    async connect() {
      await ice.start();
      await dtls.start();
    },
    send(frame, { ssrc, sequence, timestamp, below }) {
      const header = new RtpHeader({ payloadType: 100, sequenceNumber: sequence, timestamp, ssrc });
      header.extension = true;
      header.extensionProfile = 0xbede;
      header.extensions = [{ id: audioLevel.id, payload: Buffer.from([0x80 | below]) }];
      void dtls.sendRtp(frame, header);
    },
    follow(received) {
      dtls.onRtp.subscribe(({ payload }) => received(payload));
    },
    async close() {
      await dtls.stop();
      await ice.stop();
    },
  };
}
