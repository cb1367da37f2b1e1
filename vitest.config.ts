import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // One more than cores: many tests wait for the disk, for processes that are killed, or for instants.
    maxWorkers: 3,
    // Real databases, browsers and processes share two cores here: a limit is for what hangs, not for what is slow.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      // Rules keep nothing outside of their state, so that their modules are read once and not for each file of tests.
      { extends: true, test: { name: 'shared', include: ['shared/src/**/*.test.ts'], isolate: false } },
      { extends: true, test: { name: 'server', include: ['server/src/**/*.test.ts', 'scripts/**/*.test.mjs'] } },
      // What draws keeps the document that it was loaded with, and timers of one file would ring in the next.
      { extends: true, test: { name: 'client', include: ['client/src/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
    ],
  },
});
