import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { recordConnections } from '../e2e/facilitate/media/reception.ts';
import { type Network, openNetwork } from '../e2e/network.ts';
import { startServer } from '../e2e/server.ts';
import { card, copyLinks, foundDialogue, newId, type TestApp } from '../server/src/app.samples.ts';
import { connect } from '../server/src/client.samples.ts';

/** The running product behind a simulated network, with an open session that everybody may enter. */
export type Room = {
  network: Network;
  /** A fresh browser context, on this person's join link. */
  visit(person: number, settings: Record<string, string>): Promise<Page>;
  close(): Promise<void>;
};

/** Opens a session for so many people; their microphones send continuous speech. */
export async function openRoom(people: number): Promise<Room> {
  const network = await openNetwork();
  const server = await startServer({ network });
  const { ada, dialogue } = await foundDialogue({ url: server.url, organiserLink: server.organiserLink } as TestApp);
  const host = await connect(ada, dialogue);
  const ids = Array.from({ length: people }, newId);
  const session = newId();
  await host.command('people.add', {
    people: ids.map((id, at) => card(id, ['Ada', 'Ben', 'Cleo', 'Dina'][at] ?? `${at}`)),
  });
  const plan = { session, title: 'Where our towns stand', goal: '', startsAt: 0, minutes: 60, zone: 'Africa/Tunis' };
  await host.command('sessions.plan', plan);
  await host.command('sessions.open', { session, admission: 'direct' });
  const links = await copyLinks(ada, dialogue, ids);
  host.close();
  const browser = await launch();
  return {
    network,
    async visit(person, settings) {
      const context = await browser.newContext({ permissions: ['camera', 'microphone'], locale: 'en-GB' });
      await context.addInitScript(chosen => {
        for (const [name, value] of Object.entries(chosen)) localStorage.setItem(`multaqa.${name}`, value);
      }, settings);
      const page = await context.newPage();
      await recordConnections(page);
      await page.goto(new URL(links[ids[person] ?? ''] ?? '', network.url).href);
      return page;
    },
    async close() {
      await browser.close();
      await server.stop();
      await network.close();
    },
  };
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${speech()}`,
      '--allow-loopback-in-peer-connection',
    ],
  });

/** Agrees, joins the dialogue and chooses sound; one click away from the open session. */
export async function joinDialogue(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Join the dialogue' }).click();
  await page.getByRole('radio', { name: 'Sound only' }).check();
}

/** Enters the open session. */
export const enterSession = (page: Page): Promise<void> => page.getByRole('button', { name: 'Go on' }).click();

const rate = 48_000;

/** A file of ten seconds that codecs and noise suppression take for speech: the overtones of a voice, in syllables. */
function speech(): string {
  const samples = rate * 10;
  const wave = Buffer.alloc(44 + samples * 2);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + samples * 2, 4);
  wave.write('WAVEfmt ', 8);
  wave.writeUInt32LE(16, 16);
  wave.writeUInt16LE(1, 20);
  wave.writeUInt16LE(1, 22);
  wave.writeUInt32LE(rate, 24);
  wave.writeUInt32LE(rate * 2, 28);
  wave.writeUInt16LE(2, 32);
  wave.writeUInt16LE(16, 34);
  wave.write('data', 36);
  wave.writeUInt32LE(samples * 2, 40);
  let phase = 0;
  for (let at = 0; at < samples; at += 1) {
    const second = at / rate;
    const pitch = 120 + 30 * Math.sin(2 * Math.PI * 0.7 * second);
    phase += (2 * Math.PI * pitch) / rate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 4.3 * second)) ** 0.5;
    let voice = 0;
    for (let overtone = 1; overtone <= 20; overtone += 1) {
      const formant =
        Math.exp(-(((overtone * pitch - 600) / 500) ** 2)) + 0.5 * Math.exp(-(((overtone * pitch - 1_700) / 400) ** 2));
      voice += formant * Math.sin(phase * overtone);
    }
    const breath = (Math.random() - 0.5) * 0.05;
    wave.writeInt16LE(
      Math.max(-32_000, Math.min(32_000, Math.round((voice * syllable * 0.12 + breath * syllable) * 32_000))),
      44 + at * 2,
    );
  }
  const path = join(mkdtempSync(join(tmpdir(), 'speech-')), 'speech.wav');
  writeFileSync(path, wave);
  return path;
}

/** Audio packets received, and bytes of all transports. */
export type Received = { packets: number; bytesDown: number; bytesUp: number };

/** What the page's peer connections have carried so far. */
export const receivedBy = (page: Page): Promise<Received> =>
  page.evaluate(async () => {
    const { connections } = globalThis as unknown as { connections: RTCPeerConnection[] };
    const open = connections.filter(({ connectionState }) => connectionState !== 'closed');
    const reports = (await Promise.all(open.map(connection => connection.getStats()))).flatMap(
      report => [...report.values()] as (RTCInboundRtpStreamStats & RTCTransportStats)[],
    );
    const transports = reports.filter(({ type }) => (type as string) === 'transport');
    const voices = reports.filter(({ type, kind }) => (type as string) === 'inbound-rtp' && kind === 'audio');
    return {
      packets: voices.reduce((sum, { packetsReceived = 0 }) => sum + packetsReceived, 0),
      bytesDown: transports.reduce((sum, { bytesReceived = 0 }) => sum + bytesReceived, 0),
      bytesUp: transports.reduce((sum, { bytesSent = 0 }) => sum + bytesSent, 0),
    };
  });
