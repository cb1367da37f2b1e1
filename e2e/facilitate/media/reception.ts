import { expect, type Page } from '@playwright/test';
import type { Guest } from '../../guest.ts';

export type Recorded = typeof globalThis & {
  connections: RTCPeerConnection[];
  /** Packets that had arrived over a connection in the turn of its end. */
  lastArrived: Map<RTCPeerConnection, Promise<number>>;
  arrivedOver(connection: RTCPeerConnection): Promise<number>;
};

/**
 * Keeps all pictures on this page, however busy the machine of the tests is: the product itself would take them for
 * the signs of a weak line and do without some.
 */
export async function keepPictures(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (name, value) {
      setItem.call(this, name, name === 'multaqa.quality' ? 'everything' : value);
    };
    localStorage.setItem('multaqa.quality', 'everything');
  });
}

/** Remembers every peer connection that the page opens from its next load on, so that the browser itself can be asked what arrives. */
export async function recordConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const connections: Recorded['connections'] = [];
    const lastArrived: Recorded['lastArrived'] = new Map();
    const arrivedOver: Recorded['arrivedOver'] = async connection => {
      const entries = [...(await connection.getStats()).values()] as RTCInboundRtpStreamStats[];
      return entries.reduce(
        (sum, { type, packetsReceived = 0 }) => sum + (type === 'inbound-rtp' ? packetsReceived : 0),
        0,
      );
    };
    Object.assign(globalThis, { connections, lastArrived, arrivedOver });
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        connections.push(this);
      }
      override close() {
        // The counters are read before the end, and are gone after it.
        if (this.signalingState !== 'closed') lastArrived.set(this, arrivedOver(this));
        super.close();
      }
    };
  });
}

export type Reception = {
  /** Voices of which something louder than silence was heard, and the packets that brought them. */
  voices: number;
  voicePackets: number;
  /** Pictures of which frames were decoded. */
  pictures: number;
  /** How the pictures are encoded. */
  codecs: string[];
  /** Servers outside that the page would ask for a way through a firewall. */
  strangers: number;
};

/** What has arrived over the connections that are open now. */
export const receptionOf = (page: Page): Promise<Reception> =>
  page.evaluate(async () => {
    const open = (globalThis as Recorded).connections.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(open.map(connection => connection.getStats()));
    const codecs = new Map(
      reports.flatMap(report =>
        [...report.values()].flatMap(({ type, id, mimeType }) => (type === 'codec' ? [[id, mimeType] as const] : [])),
      ),
    );
    const inbound = reports
      .flatMap(report => [...report.values()] as RTCInboundRtpStreamStats[])
      .filter(({ type }) => type === 'inbound-rtp');
    const voices = inbound.filter(({ kind }) => kind === 'audio');
    return {
      voices: voices.filter(({ totalAudioEnergy = 0 }) => totalAudioEnergy > 0.000_1).length,
      voicePackets: voices.reduce((sum, { packetsReceived = 0 }) => sum + packetsReceived, 0),
      pictures: inbound.filter(({ kind, framesDecoded = 0 }) => kind === 'video' && framesDecoded > 0).length,
      codecs: [
        ...new Set(
          inbound
            .filter(({ kind, framesDecoded = 0 }) => kind === 'video' && framesDecoded > 0)
            .map(({ codecId }) => codecs.get(codecId ?? '') ?? ''),
        ),
      ],
      strangers: open.flatMap(connection => connection.getConfiguration().iceServers ?? []).length,
    };
  });

/** What this page sends over the connections that are open now: voices and pictures of which packets have left. */
export const sentBy = (page: Page): Promise<{ voices: number; pictures: number }> =>
  page.evaluate(async () => {
    const open = (globalThis as Recorded).connections.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = await Promise.all(open.map(connection => connection.getStats()));
    const outbound = reports
      .flatMap(report => [...report.values()] as RTCOutboundRtpStreamStats[])
      .filter(({ type, packetsSent = 0 }) => type === 'outbound-rtp' && packetsSent > 0);
    return {
      voices: outbound.filter(({ kind }) => kind === 'audio').length,
      pictures: outbound.filter(({ kind }) => kind === 'video').length,
    };
  });

/** Waits until somebody's picture moves: frames of a real size keep being shown. */
export async function expectPicture({ page }: Guest, name: string): Promise<void> {
  // Round a table somebody who speaks has two places: their seat and its middle.
  const video = page.locator('main li, main figure').filter({ hasText: name }).locator('video').first();
  const frames = () =>
    video.evaluate((element: HTMLVideoElement) =>
      element.videoWidth > 0 ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
    );
  await expect(video).toBeVisible();
  let before = Number.POSITIVE_INFINITY;
  // A video that was opened again counts its frames from 0.
  const grown = async () => {
    const last = before;
    before = await frames();
    return before - last;
  };
  await expect.poll(grown, { message: `frames of ${name}`, intervals: [500], timeout: 30_000 }).toBeGreaterThan(3);
}
