import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { Frames } from './board-view/frames.ts';
import { installPeers, peersFolder } from './peers.ts';
import { median, wait } from './rtp.ts';

/**
 * How a board of 2,500 things pans and zooms in Chromium without a GPU, at zoom 1 (goal: 50 frames a second) and with everything in
 * sight (goal: 30), beside Excalidraw 0.18 and tldraw 5.4 with the same things in one run: 1,500 notes in three languages, 500 strokes, 500 shapes.
 * `bare` is ours without anything that stands at its notes. `node bench/board-view.ts [rounds] [things] [times slower] [boards, such as ours,bare]`
 */
const [rounds = 3, things = 2_500, slower = 1] = process.argv.slice(2, 5).map(Number);
const boards = process.argv[5]?.split(',') ?? ['ours', 'excalidraw', 'tldraw'];
const phases = ['pan at 1', 'zoom at 1', 'pan, all in sight', 'zoom, all in sight'] as const;
type Phase = (typeof phases)[number];
/** How long one phase takes, and how often the wheel turns meanwhile, in ms. */
const [length, turn] = [3_000, 16];

const root = fileURLToPath(new URL('./board-view/', import.meta.url));
const outDir = join(tmpdir(), 'multaqa-board-view');
installPeers();
await buildPages();
const server = await preview({ root, configFile: false, build: { outDir }, preview: { port: 0 }, logLevel: 'error' });
const address = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

const results = new Map<string, Frames[]>();
const opened = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1)
  for (const board of boards) {
    const page = await browser.newPage({ viewport: { width: 1_440, height: 900 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const begun = performance.now();
    await page.goto(`${address}?board=${board}&things=${things}`);
    await page.waitForFunction(() => window.board !== undefined, null, { timeout: 120_000 });
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
    opened.set(board, [...(opened.get(board) ?? []), performance.now() - begun]);
    for (const phase of phases) {
      const frames = await measure(page, phase);
      results.set(`${board} ${phase}`, [...(results.get(`${board} ${phase}`) ?? []), frames]);
    }
    if (round === 0) await page.screenshot({ path: join(outDir, `${board}.png`) });
    await page.close();
  }
for (const board of boards) {
  console.log(`${board}: ${things} things are there after ${median(opened.get(board) ?? []).toFixed(0)} ms`);
  for (const phase of phases) {
    const of = (name: string, pick: (one: Frames) => number) =>
      median((results.get(`${name} ${phase}`) ?? []).map(pick));
    const perSecond = of(board, one => one.perSecond);
    const ratio = (of('ours', one => one.perSecond) / perSecond).toFixed(2);
    console.log(
      `  ${phase.padEnd(18)} ${perSecond.toFixed(0)} frames/s, the worst takes ${of(board, one => one.worst).toFixed(0)} ms; ours / ${board}: ${ratio}`,
    );
  }
}
console.log(`pictures of the last view: ${outDir}`);
await browser.close();
await server.close();
process.exit(0);

async function measure(page: Page, phase: Phase): Promise<Frames> {
  const isFar = phase.endsWith('in sight');
  await page.evaluate(far => (far ? window.board?.fit() : window.board?.atOne()), isFar);
  await page.mouse.move(720, 450);
  await wait(700);
  const isZoom = phase.startsWith('zoom');
  if (isZoom) await page.keyboard.down('Control');
  await page.evaluate(() => window.meter.begin());
  const end = performance.now() + length;
  const turns: Promise<void>[] = [];
  for (let at = 0; performance.now() < end; at += 1) {
    // There and back, so that as much is in sight as in the beginning.
    const way = Math.floor(at / (isZoom ? 10 : 45)) % 2 === 0 ? 1 : -1;
    turns.push(isZoom ? page.mouse.wheel(0, 3 * way) : page.mouse.wheel(14 * way, 9 * way));
    await wait(turn);
  }
  const frames = await page.evaluate(() => window.meter.end());
  await Promise.all(turns);
  if (isZoom) await page.keyboard.up('Control');
  return frames;
}

async function buildPages(): Promise<void> {
  await build({
    ...{ root, configFile: false, logLevel: 'error', plugins: [react()] },
    define: { 'process.env.IS_PREACT': '"false"' },
    css: { postcss: fileURLToPath(new URL('../client/', import.meta.url)) },
    resolve: {
      dedupe: ['react', 'react-dom', 'yjs'],
      alias: {
        '@excalidraw/excalidraw/index.css': `${peersFolder}node_modules/@excalidraw/excalidraw/dist/prod/index.css`,
        '@excalidraw/excalidraw': `${peersFolder}node_modules/@excalidraw/excalidraw`,
        tldraw: `${peersFolder}node_modules/tldraw`,
      },
    },
    build: {
      ...{ outDir, emptyOutDir: true, target: 'chrome120', chunkSizeWarningLimit: 100_000 },
    },
  });
}
