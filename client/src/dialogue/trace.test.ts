import type { Welcome } from '@multaqa/shared/protocol';
import { expect, it } from 'vitest';
import { openTestDialogue, snapshotWelcome } from './dialogue.samples.ts';
import { traceOf } from './trace.ts';

it('a trace records every message and changes none: the dialogue sees the same', () => {
  const { server, state } = openTestDialogue();
  const welcome: Welcome = snapshotWelcome();
  server.handlers.welcome(welcome);
  server.handlers.signals([]);
  server.handlers.own(welcome.own, 11);
  server.handlers.disconnected(null);
  expect(state().snapshot?.seq).toBe(10);
  const entries = traceOf('dialogue').entries();
  expect(entries.map(({ kind }) => kind)).toEqual(['disconnected', 'own', 'signals', 'welcome']);
  expect(entries.at(-1)?.bytes).toBe(JSON.stringify(welcome).length);
});

it('a trace keeps the newest two hundred messages, and tells of each', () => {
  const { server } = openTestDialogue();
  const trace = traceOf('dialogue');
  let calls = 0;
  const stop = trace.subscribe(() => {
    calls += 1;
  });
  for (let count = 0; count < 250; count += 1) server.handlers.signals([]);
  stop();
  server.handlers.signals([]);
  expect(calls).toBe(250);
  expect(trace.entries()).toHaveLength(200);
  expect(trace.entries()[0]?.order).toBe(251);
});

it('a dialogue that is not traced is an error', () => {
  expect(() => traceOf('another')).toThrow('not traced');
});
