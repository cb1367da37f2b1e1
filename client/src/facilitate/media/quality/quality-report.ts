import type { NetworkQuality } from '@multaqa/shared/facilitate/media/signalling';
import { background } from '../../../platform/report-fault.ts';
import { disconnectErrors } from '../connection/disconnect-errors.ts';

/** Tells the server how good this device's network is, whenever that has changed. */
export type QualityReport = {
  /** The server was told with the join. */
  joined(): void;
  /** Sends what the server does not know; what cannot be sent now is sent after the next rejoin. */
  update(): void;
};

/** `send` resolves with whether the server took it, and rejects when it cannot be asked. */
export type QualityReportPorts = {
  current(): NetworkQuality;
  send(quality: NetworkQuality): Promise<boolean>;
};

/** Begins with a server that believes the network to be good. */
export function openQualityReport({ current, send }: QualityReportPorts): QualityReport {
  let lastSent: NetworkQuality = 'good';

  async function report(quality: NetworkQuality): Promise<void> {
    if (await send(quality)) lastSent = quality;
  }

  return {
    joined() {
      lastSent = current();
    },
    update() {
      const quality = current();
      if (quality !== lastSent) background(report(quality), 'network-quality', ...disconnectErrors);
    },
  };
}
