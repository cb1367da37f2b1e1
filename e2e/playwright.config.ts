import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../.cache/e2e',
  reporter: 'list',
  // Every test starts a server and several pages with cameras of its own; two of them at once would share two cores.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // Limits are for what hangs, not for what is slow.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        // The server listens on the loopback interface alone, where browsers otherwise gather no addresses.
        '--allow-loopback-in-peer-connection',
      ],
    },
  },
});
