import { kindNamed } from '@multaqa/shared/facilitate/breakouts/files';
import type { FileKind } from '@multaqa/shared/facilitate/breakouts/prepared';
import { limits } from '@multaqa/shared/limits';
import { useEffect, useRef, useState } from 'react';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { type Problem, refusedBy } from '../../../platform/http.ts';
import { newId } from '../../../platform/ids.ts';
import { reportFault } from '../../../platform/report-fault.ts';
import { discardFile, upload } from './upload.ts';

/** A file that has been sent. */
export type SentFile = { file: string; name: string; bytes: number; type: FileKind };

/** A file on its way: how much of it is there (0 to 1), or why it is not coming. */
export type Upload = { id: string; file: File; share: number; problem: Problem | null };

/** Sends files one after another; each that has come is given to `onSent`. What is on its way stops when the page is left. */
export function useUploads(onSent: (sent: SentFile) => void) {
  const { id: dialogue } = useDialogue();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  const turn = useRef(Promise.resolve());
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = (id: string, part: Partial<Upload>) =>
    setUploads(before => before.map(one => (one.id === id ? { ...one, ...part } : one)));
  const drop = (id: string) => setUploads(before => before.filter(one => one.id !== id));

  async function run({ id, file }: Pick<Upload, 'id' | 'file'>): Promise<void> {
    const stop = stops.current.get(id);
    if (!stop || stop.signal.aborted) return;
    try {
      const type = await upload(dialogue, { id, file }, stop.signal, share => change(id, { share }));
      stops.current.delete(id);
      drop(id);
      onSent({ file: id, name: file.name, bytes: file.size, type: kindNamed(type, file.name) });
    } catch (error) {
      if (!stop.signal.aborted) change(id, { problem: refusedBy(error) });
    }
  }

  function start(one: Pick<Upload, 'id' | 'file'>): void {
    stops.current.set(one.id, new AbortController());
    turn.current = turn.current.then(() => run(one));
  }

  return {
    uploads,
    add(files: readonly File[]) {
      for (const file of files) {
        const id = newId();
        const problem = problemOf(file);
        setUploads(before => [...before, { id, file, share: 0, problem }]);
        if (!problem) start({ id, file });
      }
    },
    again(one: Upload) {
      change(one.id, { problem: null });
      start(one);
    },
    /** Stops an upload, or removes the word that it failed. */
    cancel({ id, problem }: Upload) {
      stops.current.get(id)?.abort();
      stops.current.delete(id);
      drop(id);
      // A part may still be on its way; what comes of it is let go of in a day.
      if (!problem) discardFile(dialogue, id).catch(reportFault('upload'));
    },
  };
}

const problemOf = ({ size }: File): Problem | null => {
  const refusal = size === 0 ? 'files.empty' : size > limits.fileBytes ? 'files.large' : null;
  return refusal && { refusal, reference: null };
};
