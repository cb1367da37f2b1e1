import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { paced } from '../../../platform/paced.ts';
import { type Suggestion, suggestionsIn } from './decide.ts';

/** What is suggested now; read twice a second in a rush of changes. */
export function useSuggestions(editor: Editor): readonly Suggestion[] {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    const read = () =>
      setSuggestions(before => {
        const now = suggestionsIn(editor.state.doc);
        return now.length === 0 && before.length === 0 ? before : now;
      });
    const later = paced(read, { pace: 500, burst: 1 });
    later();
    editor.on('update', later);
    return () => {
      later.stop();
      editor.off('update', later);
    };
  }, [editor]);
  return suggestions;
}
