import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useState } from 'react';
import type { Doc } from 'yjs';
import { paced } from '../../../platform/paced.ts';
import { type CommentsUiStore, marked } from './comment-marks.ts';
import { type PersonOf, readThreads, type Thread, watchThreads } from './threads.ts';

/** A thread with the words that it is about; null where they were taken out of the text. */
export type PlacedThread = Thread & { words: string | null; from: number };

/** The threads of a note as they are now. In a rush of changes they are read twice a second. */
export function useThreads(editor: Editor, doc: Doc, personOf: PersonOf, ui: CommentsUiStore): readonly PlacedThread[] {
  const read = useCallback(() => placed(editor, readThreads(doc, personOf)), [editor, doc, personOf]);
  const [threads, setThreads] = useState(read);
  useEffect(() => {
    const update = () => setThreads(read());
    const later = paced(update, { pace: 500, burst: 2 });
    update();
    const end = watchThreads(doc, later);
    const onText = () => {
      if (ui.getState().isListed) later();
    };
    editor.on('update', onText);
    const listed = ui.subscribe((now, before) => {
      if (now.isListed && !before.isListed) update();
    });
    return () => {
      later.stop();
      end();
      listed();
      editor.off('update', onText);
    };
  }, [editor, doc, read, ui]);
  useEffect(() => {
    ui.setState({ open: new Set(threads.filter(({ isResolved }) => !isResolved).map(({ id }) => id)) });
  }, [threads, ui]);
  return threads;
}

/** In the order of the text; threads whose words are gone come last. */
function placed(editor: Editor, threads: readonly Thread[]): PlacedThread[] {
  if (threads.length === 0) return [];
  const stretches = marked(editor.state.doc);
  return threads
    .map(thread => {
      const about = stretches.get(thread.id);
      return {
        ...thread,
        words: about?.map(({ words }) => words).join('') ?? null,
        from: about?.[0]?.from ?? Infinity,
      };
    })
    .sort((one, other) => one.from - other.from || one.at - other.at);
}
