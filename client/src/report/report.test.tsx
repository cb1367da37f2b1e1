import { afterEach, describe, expect, test, vi } from 'vitest';
import { renderDialogue } from '../dialogue/render-dialogue.samples.tsx';
import type { ReportSection } from '../dialogue/report-section.ts';
import { Report } from './Report.tsx';
import type { SectionLoaders } from './report.ts';

/** Answers whose lines the test sends. */
function answering() {
  const answers: { send(line: unknown): Promise<void>; end(): Promise<void>; signal: AbortSignal }[] = [];
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    const { readable: body, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const encoder = new TextEncoder();
    answers.push({
      send: line => writer.write(encoder.encode(`${JSON.stringify(line)}\n`)),
      end: () => writer.close(),
      signal,
    });
    return Promise.resolve({ ok: true, status: 200, body });
  });
  return answers;
}
const sections = [{ slice: 'about', outcome: { title: 'Local jobs' } }];
const about = { Body: ({ outcome }: { outcome: { title: string } }) => <h2>{outcome.title}</h2> };
const loaders: SectionLoaders = { about: async () => ({ section: about as ReportSection<never> }) };

describe('the report', () => {
  let scene: Awaited<ReturnType<typeof renderDialogue>>;
  afterEach(async () => {
    await scene.leave();
    vi.unstubAllGlobals();
  });

  test('shows how far it is, then itself', async () => {
    const answers = answering();
    scene = await renderDialogue(<Report dialogue="d" loaders={loaders} />);
    expect(scene.find('[role=progressbar]')).toBeUndefined();
    await scene.after(() => void answers[0]?.send({ progress: { done: 30, total: 120 } }));
    await vi.waitFor(() => expect(scene.find('[role=progressbar]')?.getAttribute('aria-valuenow')).toBe('25'));
    await scene.after(() => {
      void answers[0]?.send({ result: { sections } });
      void answers[0]?.end();
    });
    await vi.waitFor(() => expect(scene.text()).toContain('Local jobs'));
    expect(scene.find('[role=progressbar]')).toBeUndefined();
  });

  test('says in plain words what went wrong, with the reference, and asks again', async () => {
    const answers = answering();
    scene = await renderDialogue(<Report dialogue="d" loaders={loaders} />);
    await scene.after(() => {
      void answers[0]?.send({ refusal: 'fault', reference: 'REF123' });
      void answers[0]?.end();
    });
    await vi.waitFor(() => expect(scene.text()).toContain('REF123'));
    await scene.press('Try again');
    await scene.after(() => {
      void answers[1]?.send({ result: { sections } });
      void answers[1]?.end();
    });
    await vi.waitFor(() => expect(scene.text()).toContain('Local jobs'));
  });

  test('is given up when the reader leaves, so that the server can stop', async () => {
    const answers = answering();
    scene = await renderDialogue(<Report dialogue="d" loaders={loaders} />);
    await scene.leave();
    expect(answers[0]?.signal.aborted).toBe(true);
  });
});
