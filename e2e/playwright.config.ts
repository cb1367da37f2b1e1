import { defineConfig } from '@playwright/test';

const together = [
  'app/**/*.spec.ts',
  'people/**/*.spec.ts',
  'cluster/**/*.spec.ts',
  'facilitate/*.spec.ts',
  'facilitate/breakouts/*(accessible|breakouts|prepare).spec.ts',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/e2e',
  reporter: 'list',
  workers: 1,
  // Walks with cameras and microphones have both cores for themselves; the others go several at a time (`scripts/test/playwright.mjs`).
  projects: [
    { name: 'together', testMatch: together },
    { name: 'alone', testMatch: '**/*.spec.ts', testIgnore: together },
  ],
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
